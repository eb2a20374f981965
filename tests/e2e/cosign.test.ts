import { expect, test } from 'vitest'
import { twoOfficers, twoOfficersForm } from '../support/small-diagrams.ts'
import { deploy } from './house-answers.ts'
import { useOffice } from './office-in-browser.ts'
import { expectAccessible, expectChinese, expectNarrow } from './page-checks.ts'
import { claim, openTask, rowOf, write } from './work-sheet.ts'

const office = useOffice()
const CASE = 'LDJ-JC-2026-00931'

test('two officers sign one inspection, each in his own browser; what was sent back is mended and signed again', async () => {
  const admin = await office.seat('fang-yuangui')
  await deploy(admin, { 'two-officers.bpmn': twoOfficers, 'two-officers.inspect.form': twoOfficersForm })
  const first = await office.seat('lin-shen')
  const second = await office.seat('he-lichuan')
  const variables = { caseNo: CASE, caseTitle: '占道经营案' }
  await first.ask('POST', '/process-instances', { processDefinitionId: 'two-officers', variables })

  await openTask(first.page, { caseNo: CASE, step: '现场检查' })
  await claim(first.page)
  await openTask(first.page, { caseNo: CASE, step: '现场检查', view: 'assigned' })
  await first.page.getByText('还要由另一名有资格的人员').waitFor()
  await write(first.page, '检查情况', '占道摆放桌椅六张')
  await first.page.locator('xf-task-bar').getByRole('button', { name: '查实' }).click()
  await first.page.locator('xf-toasts').getByText('等待副署').waitFor()
  await first.page.locator('[data-state=awaiting-cosign]').waitFor()
  await rowOf(first.page, '现场检查').locator('[data-signature=awaiting-cosign]').waitFor()

  // The other one finds it without asking again, looks through it, and does not agree.
  await second.page.goto('/inbox?view=cosign')
  await rowOf(second.page, '现场检查').click()
  const bar = second.page.locator('xf-task-bar')
  await bar.getByRole('button', { name: '副署', exact: true }).waitFor()
  expect(await second.page.locator('xf-sheet-form').getByLabel('检查情况').inputValue()).toBe('占道摆放桌椅六张')
  await expectChinese(second.page, 'cosign')
  await expectNarrow(second.page, 'cosign')
  await expectAccessible(second.page, 'cosign')
  await bar.getByRole('button', { name: '不予副署，退回' }).click()
  await second.page.getByRole('dialog').getByLabel('理由').fill('照片上是七张')
  await second.page.getByRole('dialog').getByRole('button', { name: '不予副署，退回' }).click()
  await second.page.locator('xf-toasts').getByText('已退回').waitFor()

  await first.page.locator('[data-state=returned]').getByText('照片上是七张').waitFor()
  await first.page.reload()
  await write(first.page, '检查情况', '占道摆放桌椅七张')
  await first.page.locator('xf-task-bar').getByRole('button', { name: '查实' }).click()
  await first.page.locator('xf-toasts').getByText('等待副署').waitFor()

  await rowOf(second.page, '现场检查').click()
  await second.page.locator('xf-sheet-form').getByLabel('检查情况').waitFor()
  expect(await second.page.locator('xf-sheet-form').getByLabel('检查情况').inputValue()).toBe('占道摆放桌椅七张')
  await bar.getByRole('button', { name: '副署', exact: true }).click()
  await second.page.locator('xf-toasts').getByText('已副署').waitFor()
  await rowOf(first.page, '现场检查').waitFor({ state: 'detached' })
  await second.page.goto(`/inbox?view=done&q=${CASE}`)
  await rowOf(second.page, '现场检查').click()
  await second.page.getByText('林慎、何立川已于').waitFor()
})
