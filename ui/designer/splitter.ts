import { css, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { XfElement } from '../components/element.ts'

/** How far one key moves it, px; with Shift, farther. */
const STEP = 16
const FAR = 96

/** The edge between two parts of a page, to be moved by pointer or arrow keys. The part after it is as large as `size`. Tells `xf-size`, and `xf-size-kept` when it rests. */
@customElement('xf-splitter')
export class Splitter extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      :host { display: block; z-index: 1; touch-action: none; }
      :host([direction="down"]) { height: 9px; cursor: row-resize; }
      :host([direction="across"]) { width: 9px; cursor: col-resize; }
      :host::after { content: ""; display: block; background: transparent; }
      :host([direction="down"])::after { height: 3px; margin: 3px 0; translate: 0 3px; }
      :host([direction="across"])::after { width: 3px; height: 100%; margin: 0 3px; }
      :host(:is(:hover, :focus-visible))::after { background: var(--accent); }
      :host(:focus-visible) { outline: none; }
      @media (max-width: 900px) { :host { display: none; } }
    `,
  ]

  /** Whether it divides what lies below each other, or beside each other. */
  @property({ reflect: true }) direction: 'down' | 'across' = 'down'
  @property() label = ''
  @property({ type: Number }) size = 0
  @property({ type: Number }) least = 0
  @property({ type: Number }) most = 0
  private from: { at: number; size: number } | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.setAttribute('role', 'separator')
    this.tabIndex = 0
    this.addEventListener('keydown', this.onKey)
    this.addEventListener('pointerdown', this.take)
    this.addEventListener('pointermove', this.move)
    this.addEventListener('lostpointercapture', this.rest)
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed)
    // The line itself lies the other way than what it divides.
    this.setAttribute('aria-orientation', this.direction === 'down' ? 'horizontal' : 'vertical')
    this.setAttribute('aria-label', this.label)
    this.setAttribute('aria-valuenow', String(this.size))
    this.setAttribute('aria-valuemin', String(this.least))
    this.setAttribute('aria-valuemax', String(this.most))
  }

  private readonly onKey = (event: KeyboardEvent) => {
    const step = event.shiftKey ? FAR : STEP
    const [larger, smaller] = this.direction === 'down' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight']
    const sizes = { [larger]: this.size + step, [smaller]: this.size - step, Home: this.least, End: this.most }
    const size = sizes[event.key]
    if (size === undefined) return
    event.preventDefault()
    event.stopPropagation()
    this.ask(size)
    this.rest()
  }

  private readonly take = (event: PointerEvent) => {
    this.setPointerCapture(event.pointerId)
    this.from = { at: this.placeOf(event), size: this.size }
  }

  private readonly move = (event: PointerEvent) => {
    if (this.from) this.ask(this.from.size + this.from.at - this.placeOf(event))
  }

  private readonly rest = () => {
    this.from = undefined
    this.tell('xf-size-kept', { size: this.size })
  }

  private placeOf({ clientX, clientY }: PointerEvent): number {
    return this.direction === 'down' ? clientY : clientX
  }

  private ask(size: number): void {
    this.size = Math.round(Math.min(this.most, Math.max(this.least, size)))
    this.tell('xf-size', { size: this.size })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-splitter': Splitter
  }
}
