import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** The rules that ask for colours: all that can differ between light and dark, where only colours do. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

type Scheme = 'light' | 'dark'

/** What of a page is looked at: in which colours, and whether the whole of it or what is in `main` (the frame around it is the same on every page). */
interface Looked {
  schemes?: readonly Scheme[]
  part?: 'page' | 'main'
}

/** No violation of WCAG 2.0–2.2 A and AA in light, none of its rules on colours in dark. `where` is what a failure names. */
export async function expectAccessible(page: Page, where: string, looked: Looked = {}): Promise<void> {
  const { schemes = ['light', 'dark'], part = 'page' } = looked
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const asked = { light: { type: 'tag', values: WCAG }, dark: { type: 'rule', values: OF_COLOURS } } as const
  // Found anew each time: a page may draw itself again while it is looked at.
  const place = page.locator(part === 'main' ? 'main' : 'html')
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const look = () =>
      place.evaluate(
        async (scope, { type, values }) =>
          (await (globalThis as unknown as { axe: typeof axe }).axe.run(
            scope === document.documentElement ? document : scope,
            {
              runOnly: { type, values: [...values] },
              resultTypes: ['violations'],
            },
          )) as AxeResults,
        asked[colorScheme],
      )
    // Drawn again between being found and being looked at, it is found once more.
    const { violations } = await look().catch(error =>
      /No elements found/.test(String(error)) ? look() : raise(error),
    )
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) => `${id} at ${target.flat().join(' ')}: ${any[0]?.message ?? ''}`),
    )
    expect({ where, colorScheme, found }).toEqual({ where, colorScheme, found: [] })
  }
  if (schemes.includes('dark')) await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}

/** Latin words that are names or codes, whatever the language: keys, the product, formats, ids of diagrams and rules. */
const CODES =
  /^(?:Xunfa|JSON|Enter|Esc|Shift|Ctrl\+[A-Z]|bpmn|BPMN|[A-Z]{2,4}-[A-Z]{2}-\d{4}-\d{5}|[A-Z]{2,4}-[A-Z]{2,3}|[\w.-]+\.(?:pdf|bpmn|dmn|form|docx)|[a-z]+(?:-[a-z0-9]+)+)$/

function raise(error: unknown): never {
  throw error
}

/** No English on a Chinese page but codes, and what is set as code or marked as English. */
export async function expectChinese(page: Page, where: string): Promise<void> {
  const texts = await page.evaluate(visibleTexts)
  const words = texts.flatMap(text => text.split(/[\s，。、：；“”（）《》,;:()/]+/))
  const english = words.filter(word => /[A-Za-z]{4,}/.test(word) && !CODES.test(word))
  expect({ where, english }).toEqual({ where, english: [] })
}

/** On a phone of 390 px nothing reaches beyond the edge, but what scrolls by itself (tables, tabs, diagrams) or is cut with dots. */
export async function expectNarrow(page: Page, where: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 }
  await page.setViewportSize({ width: 390, height: 844 })
  const beyond = await page.evaluate(elementsBeyond, 390)
  await page.setViewportSize(size)
  expect({ where, beyond }).toEqual({ where, beyond: [] })
}

/** Accessible, and whole on a phone. */
export async function expectSound(page: Page, where: string, looked?: Looked): Promise<void> {
  await expectAccessible(page, where, looked)
  await expectNarrow(page, where)
}

/** Runs in the page: what reaches beyond the width. */
function elementsBeyond(width: number): string[] {
  const found: string[] = []
  const look = (element: Element): void => {
    if (
      element.matches(
        '.scroll, .tabs, xf-diagram, xf-compared-canvases, xf-draft-canvas, xf-draft-palette, nav, .sr, .cut, .skip',
      )
    )
      return
    if (!element.checkVisibility({ visibilityProperty: true })) return
    const { right, width: own } = element.getBoundingClientRect()
    if (own > 0 && Math.floor(right) > width) found.push(`${element.localName}.${element.className} ${right}`)
    for (const child of (element.shadowRoot ?? element).children) look(child)
  }
  look(document.documentElement)
  return found
}

/** Runs in the page: every text on it, through all shadows, with names and placeholders that are read out. */
function visibleTexts(): string[] {
  const found: string[] = []
  const look = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) found.push(node.textContent ?? '')
    if (!(node instanceof Element)) {
      for (const child of node.childNodes) look(child)
      return
    }
    // The mark of bpmn.io must stay as it is.
    const isCode = node.matches('.mono, code, pre, kbd, [lang=en], script, style, .bjs-powered-by')
    if (isCode || !node.checkVisibility({ visibilityProperty: true })) return
    for (const name of ['aria-label', 'placeholder', 'title']) found.push(node.getAttribute(name) ?? '')
    const inside = node instanceof HTMLSlotElement ? node.assignedNodes() : (node.shadowRoot ?? node).childNodes
    for (const child of inside) look(child)
  }
  look(document.body)
  return found.map(text => text.trim()).filter(Boolean)
}
