import { expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'
import { tabTo, writeAnew } from './by-keyboard.ts'
import { useOffice } from './office-in-browser.ts'
import { expectAccessible } from './page-checks.ts'

const office = useOffice()

interface Draft {
  state: string
  files: { name: string; content: string }[]
}

test('the keyboard alone goes from signing in over a step, its role, its basis and a limit to handing in', async () => {
  const seat = await office.seat()
  const { page } = seat
  const { keyboard } = page
  const row = page.locator('xf-part-tree [role=treeitem]:focus')
  const goTo = async (elementId: string) => {
    for (let count = 0; (await row.getAttribute('data-element')) !== elementId; count += 1) {
      if (count > 100) throw new Error(`Expected ${elementId} in the tree`)
      await keyboard.press('ArrowDown')
    }
  }
  const saved = () => page.locator('xf-draft-header .saving[data-state=saved]').waitFor()

  await page.goto('/designer')
  await page.locator('#account:focus').waitFor()
  await keyboard.insertText('fang-yuangui')
  await keyboard.press('Tab')
  await keyboard.insertText(DEMO_PASSWORD)
  await keyboard.press('Enter')
  await page.locator('tr[data-process=evidence-preservation]').waitFor()
  await tabTo(page, /^先行登记保存/)
  await tabTo(page, /^新建草稿/)
  await keyboard.press('Enter')
  await page.locator('xf-draft-canvas .djs-element[data-element-id=start]').first().waitFor()
  const id = /drafts\/(\w+)/.exec(page.url())?.[1]

  await page.locator('xf-draft-prose .views').waitFor()
  await tabTo(page, /^逐项/)
  await keyboard.press('Enter')
  await page.locator('xf-part-tree [role=treeitem]').first().waitFor()
  await tabTo(page, /先行登记保存/)
  await goTo('approve-preservation')
  await keyboard.press('Enter')
  await writeAnew(page, '审批先行登记保存')
  await keyboard.press('Enter')
  await expect.poll(() => row.textContent()).toContain('审批先行登记保存')
  await keyboard.press('r')
  await writeAnew(page, '=["subdistrict-head@" + orgCode]')
  await keyboard.press('Enter')
  await expect.poll(() => row.textContent()).toContain('街道办主任')
  await keyboard.press('b')
  await writeAnew(page, '行政处罚法 第56条；行政处罚法 第42条')
  await keyboard.press('Enter')
  await row.waitFor()
  await expectAccessible(page, 'the tree of a draft', { schemes: ['light'] })

  await goTo('serve-d11')
  await page.locator('xf-draft-properties section[data-element=serve-d11]').waitFor()
  await tabTo(page, /^数目$/, 'Shift+Tab')
  await writeAnew(page, '5')
  await keyboard.press('Tab')
  await tabTo(page, /^改的理由$/)
  await keyboard.insertText('送达提前')
  await keyboard.press('Tab')
  await saved()

  await tabTo(page, /^送审$/, 'Shift+Tab')
  await keyboard.press('Enter')
  await page.locator('dialog').waitFor()
  await expectAccessible(page, 'handing in a draft', { schemes: ['light'] })
  await tabTo(page, /^送审$/)
  await keyboard.press('Enter')
  await page.locator('xf-toasts').getByText('已送审').waitFor()

  const { body } = await seat.ask<Draft>('GET', `/process-drafts/${id}`)
  const contentOf = (name: string) => body.files.find(file => file.name === name)?.content ?? ''
  expect(body.state).toBe('submitted')
  const [step = ''] =
    /<bpmn:userTask id="approve-preservation".*?<\/bpmn:userTask>/s.exec(contentOf('evidence-preservation.bpmn')) ?? []
  expect(step).toContain('name="审批先行登记保存"')
  expect(step).toContain('candidateGroups="=[&#34;subdistrict-head@&#34; + orgCode]"')
  expect(step).toContain('key="basis" value="行政处罚法 第56条；行政处罚法 第42条"')
  expect(JSON.parse(contentOf('parameters.json'))).toMatchObject({
    limits: [{ key: 'service.decision', amount: expect.stringMatching(/^5/), reason: '送达提前' }],
  })
})
