import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { twoOfficers, twoOfficersForm } from '../support/small-diagrams.ts'
import { deploy } from './house-answers.ts'
import { useOffice } from './office-in-browser.ts'
import { choose, openTask, rowOf, submit, write } from './work-sheet.ts'

const office = useOffice()
const DONE = 'LDJ-JC-2026-00951'
const OPEN = 'LDJ-JC-2026-00952'
const CERTIFICATE = 'E420106-0413'

interface Task {
  userTaskKey: string
  elementId: string
  processInstanceKey: string
}
interface Started {
  processInstanceKey: string
}

test('a certificate is revoked while its holder has the inbox open: it empties, and what he did since is listed', async () => {
  const admin = await office.seat('fang-yuangui')
  await deploy(admin, { 'two-officers.bpmn': twoOfficers, 'two-officers.inspect.form': twoOfficersForm })
  const bureau = { role: 'justice-bureau-leader', org: 'WC-SFJ', from: '2026-01-01', to: null, isActing: false }
  expect((await admin.ask('POST', '/personnel/mei-qinghe/appointments', bureau)).status).toBe(201)
  // He stays in office, at another post.
  const post = { role: 'hearing-clerk', org: 'LDJ-PMO', from: '2026-01-01', to: null, isActing: false }
  expect((await admin.ask('POST', '/personnel/deng-ziyang/appointments', post)).status).toBe(201)
  const officer = await office.seat('deng-ziyang')
  const colleague = await office.seat('he-lichuan')
  const taskOf = async (seat: typeof officer, view: string, caseNo: string) => {
    const { body } = await seat.ask<{ items: Task[] }>('GET', `/user-tasks?view=${view}&q=${caseNo}`)
    return body.items[0]!
  }
  for (const caseNo of [DONE, OPEN]) {
    const variables = { caseNo, caseTitle: '占道经营案' }
    await officer.ask<Started>('POST', '/process-instances', { processDefinitionId: 'two-officers', variables })
  }
  const done = await taskOf(officer, 'claimable', DONE)
  const findings = { action: 'yes', variables: { findings: '占道摆放桌椅六张' } }
  await officer.ask('POST', `/user-tasks/${done.userTaskKey}/completion`, findings)
  const signed = await colleague.ask<{ sheet: { content: string } }>('GET', `/user-tasks/${done.userTaskKey}`)
  const { content } = signed.body.sheet
  await colleague.ask('POST', `/user-tasks/${done.userTaskKey}/countersignature`, { content })
  await officer.ask('POST', `/user-tasks/${(await taskOf(officer, 'claimable', OPEN)).userTaskKey}/assignment`, {})
  await officer.page.goto(`/inbox?q=${OPEN}`)
  await rowOf(officer.page, '现场检查').waitFor()

  const keeper = await office.seat('jian-shuyan')
  const matter = { processDefinitionId: 'cert-revoke', variables: { certNo: CERTIFICATE } }
  const started = await keeper.ask<Started>('POST', '/process-instances', matter)
  await keeper.page.goto('/inbox?view=claimable')
  await rowOf(keeper.page, '提议处置').first().waitFor()
  const { body } = await keeper.ask<{ items: Task[] }>('GET', '/user-tasks?view=claimable')
  const propose = body.items.find(each => each.processInstanceKey === started.body.processInstanceKey)!
  const left = { reasonCode: 'postChange', occurredAt: '2026-11-02', proposalReason: '已经调岗' }
  const proposed = { variables: left, lateReason: '收到调岗通知以后录入' }
  expect((await keeper.ask('POST', `/user-tasks/${propose.userTaskKey}/completion`, proposed)).status).toBe(204)

  const leader = await office.seat('mei-qinghe')
  await openTask(leader.page, { caseNo: CERTIFICATE, step: '审批处置' })
  await choose(leader.page, '审批意见', '批准')
  await write(leader.page, '处置决定文号', '武司处〔2026〕1号')
  await write(leader.page, '理由', '调岗属实')
  await submit(leader.page)

  await rowOf(officer.page, '现场检查').waitFor({ state: 'detached' })
  await officer.page.locator('[data-face=empty]').waitFor()
  const auditor = await office.seat('gu-xingzhi')
  await auditor.page.goto(`/evidence-defects?q=${DONE}`)
  await auditor.page.locator('tr').filter({ hasText: '邓子扬' }).first().waitFor()
  await auditor.page.goto(`/certificate-matters?q=${CERTIFICATE}`)
  await auditor.page.locator('[data-matter]').filter({ hasText: '调岗' }).waitFor()

  // The list is carried over by hand; what the province first sent back stays beside what it took.
  await keeper.page.goto(`/certificate-matters?tab=province&q=${CERTIFICATE}`)
  const report = keeper.page.locator('[data-report]').filter({ hasText: '待人工上报' })
  await report.waitFor()
  await answered(keeper.page, { said: '退回', note: '证号缺一位' })
  await keeper.page.locator('[data-report]').filter({ hasText: '证号缺一位' }).waitFor()
  await answered(keeper.page, { said: '已接收', receipt: 'HB-2026-77' })
  await keeper.page
    .locator('[data-report]')
    .filter({ hasText: /HB-2026-77.*退回：证号缺一位/s })
    .waitFor()
  expect(await keeper.page.getByRole('button', { name: '登记答复' }).count()).toBe(0)
})

/** Enters what the province answered, in the dialog. */
async function answered(page: Page, { said, receipt, note }: Record<string, string>): Promise<void> {
  await page.getByRole('button', { name: '登记答复' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('省平台答复').selectOption({ label: said! })
  if (receipt) await dialog.getByLabel('回执号').fill(receipt)
  if (note) await dialog.getByLabel('说明').fill(note)
  await dialog.getByRole('button', { name: '登记答复' }).click()
  await dialog.waitFor({ state: 'detached' })
}
