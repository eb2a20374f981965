import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit'

/** One set of line icons: 16 units square, drawn at 1.4. */
const paths = {
  inbox: svg`<path d="M2 9.5 4 3h8l2 6.5V13H2zM2 9.5h3.5a2.5 2.5 0 0 0 5 0H14"/>`,
  cases: svg`<path d="M2 3.5h4l1.3 1.8H14V13H2zM5 8.3h6M5 10.5h4"/>`,
  flow: svg`<path d="M1.8 6h4v4h-4zM10.2 2h4v4h-4zM10.2 10h4v4h-4zM5.8 8H8V4h2.2M8 8v4h2.2"/>`,
  search: svg`<circle cx="7" cy="7" r="4.3"/><path d="m10.2 10.2 3.6 3.6"/>`,
  more: svg`<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2.2"/>`,
  down: svg`<path d="m4.5 6.5 3.5 3.5 3.5-3.5"/>`,
  left: svg`<path d="M9.8 4 5.8 8l4 4"/>`,
  right: svg`<path d="m6.2 4 4 4-4 4"/>`,
  check: svg`<path d="m3 8.5 3.3 3.3L13 4.8"/>`,
  x: svg`<path d="m4 4 8 8M12 4l-8 8"/>`,
  warn: svg`<path d="M8 2.3 14.3 13.2H1.7zM8 6.5v3M8 11.3h.01"/>`,
  info: svg`<circle cx="8" cy="8" r="6"/><path d="M8 7.3v3.7M8 5h.01"/>`,
  clock: svg`<circle cx="8" cy="8" r="6"/><path d="M8 4.5V8l2.3 1.5"/>`,
  doc: svg`<path d="M3.5 1.8h6l3 3v9.4h-9zM9.5 1.8v3h3"/>`,
  book: svg`<path d="M3.5 2.5h8.2v11H4.8a1.3 1.3 0 0 1-1.3-1.3zM3.5 12a1.3 1.3 0 0 1 1.3-1.2h6.9M6 5.5h3.3"/>`,
  photo: svg`<path d="M2 3.5h12v9H2zM2.5 11l3.3-3.3 2.5 2.5 1.7-1.6 3 2.9"/><circle cx="10.8" cy="6.3" r=".9"/>`,
  video: svg`<path d="M2 4h8.5v8H2zM10.5 7l3.5-2v6l-3.5-2"/>`,
  plus: svg`<path d="M8 3v10M3 8h10"/>`,
  sort: svg`<path d="M5 3v10M2.8 10.8 5 13l2.2-2.2M9 4h5M9 8h3.5M9 12h2"/>`,
  refresh: svg`<path d="M13 6.5A5.3 5.3 0 0 0 3.5 5M3 9.5A5.3 5.3 0 0 0 12.5 11M3.2 2.2V5H6M12.8 13.8V11H10"/>`,
  play: svg`<path d="M5 3.2v9.6L12.8 8z"/>`,
  print: svg`<path d="M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z"/>`,
  lock: svg`<path d="M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2"/>`,
  user: svg`<circle cx="8" cy="5.2" r="2.7"/><path d="M2.8 13.8c.4-3 2.5-4.6 5.2-4.6s4.8 1.6 5.2 4.6"/>`,
  hand: svg`<path d="M3 8.5h6.5M7 5.5l3 3-3 3M10.5 3H13v10h-2.5"/>`,
  fit: svg`<path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10"/>`,
  send: svg`<path d="M2 7.5 14 2.5l-3.5 11-3-4.5zM7.5 9 14 2.5"/>`,
  bell: svg`<path d="M3.5 11.5c1-1 1.2-2 1.2-4.5a3.3 3.3 0 0 1 6.6 0c0 2.5.2 3.5 1.2 4.5zM6.7 13.5a1.4 1.4 0 0 0 2.6 0"/>`,
  card: svg`<path d="M2 3.5h12v9H2zM9.5 7h2.5M9.5 9.5h2.5"/><circle cx="5.7" cy="7" r="1.3"/><path d="M3.7 10.7c.3-1.2 1-1.7 2-1.7s1.7.5 2 1.7"/>`,
  flag: svg`<path d="M4 14V2.5M4 3h8.5l-2 3 2 3H4"/>`,
  list: svg`<path d="M6 4h8M6 8h8M6 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01"/>`,
  rise: svg`<path d="M8 13.5v-9M4.2 8 8 4.2 11.8 8M3 2h10"/>`,
  eye: svg`<path d="M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8z"/><circle cx="8" cy="8" r="1.9"/>`,
  tree: svg`<path d="M6 2h4v3.5H6zM1.5 10.5h4V14h-4zM10.5 10.5h4V14h-4zM8 5.5V8M3.5 10.5V8h9v2.5"/>`,
  minus: svg`<path d="M3 8h10"/>`,
  undo: svg`<path d="M5.5 3 2.5 6l3 3M2.8 6H10a3.5 3.5 0 0 1 0 7H6"/>`,
  redo: svg`<path d="m10.5 3 3 3-3 3M13.2 6H6a3.5 3.5 0 0 0 0 7h4"/>`,
} as const satisfies Record<string, SVGTemplateResult>

/** The name of an icon. */
export type IconName = keyof typeof paths

/** An icon beside a word; it says nothing by itself, so it is hidden from screen readers. */
export const icon = (name: IconName): TemplateResult =>
  html`<svg class="ico" viewBox="0 0 16 16" aria-hidden="true">${paths[name]}</svg>`
