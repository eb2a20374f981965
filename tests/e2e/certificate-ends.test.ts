import { expect, test } from 'vitest'
import { twoOfficers, twoOfficersForm } from '../support/small-diagrams.ts'
import { deploy } from './house-answers.ts'
import { useOffice } from './office-in-browser.ts'
import { expectAccessible } from './page-checks.ts'
import { claim, openTask, rowOf, write } from './work-sheet.ts'

const office = useOffice()
const CASE = 'LDJ-JC-2026-00941'

test('a certificate is suspended while its holder has the inbox and a form open', async () => {
  const admin = await office.seat('fang-yuangui')
  await deploy(admin, { 'two-officers.bpmn': twoOfficers, 'two-officers.inspect.form': twoOfficersForm })
  const officer = await office.seat('lin-shen')
  const variables = { caseNo: CASE, caseTitle: '占道经营案' }
  await officer.ask('POST', '/process-instances', { processDefinitionId: 'two-officers', variables })
  await openTask(officer.page, { caseNo: CASE, step: '现场检查' })
  await claim(officer.page)
  await officer.page.goto(`/inbox?q=${CASE}`)
  await rowOf(officer.page, '现场检查').waitFor()
  // A second window, to which no news of the task comes through any more, as on a train.
  const stale = await officer.context.newPage()
  await openTask(stale, { caseNo: CASE, step: '现场检查', view: 'assigned' })
  await write(stale, '检查情况', '占道摆放桌椅六张')
  await stale.locator('xf-task-bar').getByText('草稿已存').waitFor()
  await stale.route(/\/api\/user-tasks\/\d+$/, () => {})

  const keeper = await office.seat('jian-shuyan')
  await keeper.page.goto('/certificates')
  const row = keeper.page.locator('tr').filter({ hasText: '林慎' }).first()
  await row
    .getByRole('button', { name: '暂扣' })
    .or(row.getByRole('button', { name: '变更' }))
    .first()
    .click()
  const dialog = keeper.page.getByRole('dialog')
  await dialog.getByLabel('理由').fill('接受调查')
  await dialog.getByRole('button').last().click()
  await dialog.waitFor({ state: 'detached' })

  await rowOf(officer.page, '现场检查').waitFor({ state: 'detached' })
  await officer.page.locator('[data-face=empty]').waitFor()
  await stale.locator('xf-task-bar').getByRole('button', { name: '查实' }).click()
  const refusal = stale.locator('.note.refused')
  await refusal.waitFor()
  expect(await refusal.getAttribute('data-rule')).toBe('R-CERT')
  for (const part of ['行政处罚法 第76条', '证件', '请由持有效证件的人员办理'])
    await refusal.getByText(part).first().waitFor()
  await expectAccessible(stale, 'refused')
  // What was filled in is still there.
  expect(await stale.locator('xf-sheet-form').getByLabel('检查情况').inputValue()).toBe('占道摆放桌椅六张')
  const colleague = await office.seat('he-lichuan')
  await openTask(colleague.page, { caseNo: CASE, step: '现场检查' })
  await colleague.page.getByRole('tab', { name: '流转' }).click()
  await colleague.page.getByText('收回林慎的“现场检查”待重新分派').waitFor()
})
