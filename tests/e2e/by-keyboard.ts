import type { Page } from 'playwright-core'

/** More stops than any page has. */
const MOST = 250

/** Presses Tab (or Shift+Tab) until what has the focus is called so. @throws Error naming every stop when it is never reached. */
export async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const stops: string[] = []
  for (let count = 0; count < MOST; count += 1) {
    await page.keyboard.press(key)
    const stop = await page.evaluate(nameOfFocused)
    if (name.test(stop)) return
    stops.push(stop)
  }
  throw new Error(`Expected to come to ${name} with ${key}, found only ${[...new Set(stops)].join(' · ')}`)
}

/** Runs in the page: what is read out of whatever has the focus, through every shadow. */
function nameOfFocused(): string {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  if (!(element instanceof HTMLElement)) return ''
  const labels = 'labels' in element ? [...((element.labels as NodeListOf<HTMLElement> | null) ?? [])] : []
  const name = element.getAttribute('aria-label') ?? labels.map(label => label.textContent).join(' ')
  return (name || element.textContent || element.localName).trim().replaceAll(/\s+/g, ' ')
}

/** Writes into the field that has the focus, instead of what stood there. */
export async function writeAnew(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(text)
}
