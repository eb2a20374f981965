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

/** What the text says, and what it is to say: a script, a mapping, a timer, a key, a lane, the order of branches, an event with its message. */
const TURNS: readonly (readonly [from: string | RegExp, to: string])[] = [
  ['requestMode: "normal"', 'requestMode: "oral"'],
  ['写出“noticeNo”＝“=docNo”。', '写出“paperNo”＝“=docNo”。写出“noticeNo”＝“=docNo”。'],
  [/到“=date and time[^”]*”为止/, '过“PT12H”为止'],
  ['按“=preservationId + "/dispose-items"”认领', '按“=caseNo”认领'],
  [
    '“抄送监督员”〔copy-lapse〕。在泳道〔lane-street-officer〕',
    '“抄送监督员”〔copy-lapse〕。在泳道〔lane-subdistrict-deputy〕',
  ],
  [/( +“有”的，.*\n)( +“没有”的，.*\n)/, '$2$1'],
  [
    /( +)到“登记交还”〔note-lapsed-return〕。\n/,
    '$&$1边界“催办”〔urged〕。凭消息。消息是〔msg-urge〕。所在环节照常继续。在泳道〔lane-street-officer〕。\n$1  技术：事件记为〔urged-message〕。\n$1  到“保存失效”〔end-lapsed〕。\n',
  ],
  [/^消息“/m, '消息“urge”〔msg-urge〕。按“=caseNo”认领。\n$&'],
]

test('whatever the full text says is changed by its text', async () => {
  const seat = await office.seat('fang-yuangui')
  const { page } = seat
  const { body } = await seat.ask<{ items: Record<string, string>[] }>('GET', '/process-definitions')
  const shipped = body.items.find(({ processDefinitionId }) => processDefinitionId === 'evidence-preservation')
  const { body: draft } = await seat.ask<{ id: string }>('POST', '/process-drafts', {
    from: { processDefinitionKey: shipped?.processDefinitionKey },
  })
  await page.goto(`/designer/drafts/${draft.id}`)
  await page.locator('xf-draft-prose .views button').last().click()
  const text = page.locator('xf-full-text')
  await text.locator('[data-act=edit]').click()
  const before = await text.locator('textarea').inputValue()
  const after = TURNS.reduce((said, [from, to]) => said.replace(from, to), before)
  await text.locator('textarea').fill(after)
  await text.locator('[data-act=apply]').click()
  await page.locator('xf-toasts').getByText('已应用').waitFor()
  await text.getByText('〔urged〕').first().waitFor()
  await text.locator('[data-act=edit]').click()
  const now = await text.locator('textarea').inputValue()
  expect(now.indexOf('“没有”的，')).toBeLessThan(now.indexOf('“有”的，'))
  const lines = (of: string) =>
    of
      .split('\n')
      .map(line => line.replace(/^( *)[\d.]+\. /, '$1'))
      .sort()
  expect(lines(now)).toEqual(lines(after))
  expect(await text.locator('[role=alert]').count()).toBe(0)
})
