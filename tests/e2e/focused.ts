import type { Page } from 'playwright-core'

/** What has the focus, through every shadow: its id, or its tag with what it says. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    if (!element) return ''
    return element.id || `${element.localName} ${element.textContent?.trim().replaceAll(/\s+/g, ' ') ?? ''}`.trim()
  })
