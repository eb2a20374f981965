import type { Page } from 'playwright-core'
import { launchBrowser } from '../e2e/browser.ts'
import { NOW, startServer } from '../e2e/running-server.ts'
import { openSeat, type Seat } from '../e2e/seat.ts'
import { median } from './blocks.ts'
import type { Figure } from './figures.ts'

const EDITOR = 'fang-yuangui'
const RUNS = 5

/** How long the page of a draft of the legal review takes until its diagram can be edited: in a browser that has fetched nothing before, and once more in the same. */
export async function measureDraftPage(): Promise<Figure[]> {
  const server = await startServer(NOW)
  const browser = await launchBrowser()
  try {
    const path = await beginDraft(await openSeat(browser, server.url, EDITOR))
    const times: { cold: number; again: number }[] = []
    for (let run = 0; run < RUNS; run += 1) {
      const { page, context } = await openSeat(browser, server.url, EDITOR)
      times.push({ cold: await openingOf(page, path), again: await openingOf(page, path) })
      await context.close()
    }
    const cold = median(times.map(each => each.cold))
    const again = median(times.map(each => each.again))
    return [
      { metric: 'page of a draft until its diagram can be edited, cold', value: cold, unit: 'ms' },
      { metric: 'the same once more in the same browser', value: again, unit: 'ms' },
    ]
  } finally {
    await browser.close()
    await server.close()
  }
}

async function beginDraft({ ask, context }: Seat): Promise<string> {
  const { body } = await ask<{ items: { processDefinitionId: string; processDefinitionKey: string }[] }>(
    'GET',
    '/process-definitions',
  )
  const from = body.items.find(({ processDefinitionId }) => processDefinitionId === 'legal-review')
  const draft = await ask<{ id: string }>('POST', '/process-drafts', {
    from: { processDefinitionKey: from?.processDefinitionKey },
  })
  await context.close()
  return `/designer/drafts/${draft.body.id}`
}

async function openingOf(page: Page, path: string): Promise<number> {
  const begun = performance.now()
  await page.goto(path)
  await page.locator('xf-draft-canvas .djs-element[data-element-id="first-review"]').first().waitFor()
  return performance.now() - begun
}
