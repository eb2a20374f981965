import { fileURLToPath } from 'node:url'
import { streetCaseNo } from '../../db/seed/street-reviews.ts'
import { launchBrowser } from '../e2e/browser.ts'
import { NOW, startServer } from '../e2e/running-server.ts'
import { openSeat } from '../e2e/seat.ts'
import { openTask } from '../e2e/work-sheet.ts'

const folder = fileURLToPath(new URL('../../ui/screenshots/', import.meta.url))

/** Takes the picture of the README anew, on the demonstration: `npx tsx tests/tools/screenshots.ts`. */
async function takePicture(): Promise<void> {
  const server = await startServer(NOW)
  const browser = await launchBrowser()
  try {
    const screen = { width: 1440, height: 900 }
    const reviewer = await openSeat(browser, server.url, 'zhou-yanqing', screen)
    await openTask(reviewer.page, { caseNo: streetCaseNo('沿街店铺擅自改变外立面案'), step: '审核', view: 'assigned' })
    await reviewer.page.goto(`/inbox?task=${new URL(reviewer.page.url()).searchParams.get('task')}`)
    for (const [index, verdict] of ['通过', '通过', '有问题'].entries()) {
      const point = reviewer.page.locator('xf-form .check').nth(index)
      await point.getByText(verdict, { exact: true }).click()
    }
    await reviewer.page
      .locator('xf-form .check textarea')
      .fill('没有现场照片，改变的面积只有当事人陈述，应当补充测量记录。')
    await reviewer.page.locator('xf-task-bar').getByText('草稿已存').waitFor()
    await reviewer.page.screenshot({ path: `${folder}inbox.png` })
  } finally {
    await browser.close()
    await server.close()
  }
}

await takePicture()
