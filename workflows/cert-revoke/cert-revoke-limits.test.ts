import { afterAll, beforeAll, expect, test } from 'vitest'
import { ABOVE, overdue, passed, wentUp } from '../../tests/support/certificate-limits.ts'
import { type CertificateOffice, openCertificateOffice } from '../../tests/support/certificate-office.ts'
import { limitsNotRunOut } from '../../tests/support/limits-run-out.ts'

let office: CertificateOffice
beforeAll(async () => {
  office = await openCertificateOffice('2026-03-02 09:00')
})
afterAll(() => office.close())

const [KEEPER, OTHER_KEEPER, LEADER, SUPERVISOR] = ['jian-shuyan', 'pei-xiuwen', 'tao-ruoshui', 'cen-lianqing']

test('处置：陈述期满即送审批，其余各环节逾期上报；批准以后收卡逾期不影响效力', async () => {
  const matter = await office.start('cert-revoke', KEEPER, { certNo: 'E420106-0413' })
  await matter.complete('propose', KEEPER, {
    ...{ reasonCode: 'assessmentFail', occurredAt: '2026-03-02', suspendUntil: '2026-12-01' },
    ...{ proposalReason: '见附件', late: '核实以后录入' },
  })
  await matter.complete('hear-holder', 'deng-ziyang', { statement: '成绩登记有误' })
  const up = [`cert.reviewStatement ${ABOVE.leader}`]
  expect(await overdue(office, matter, 'review-statement')).toEqual(up)
  await matter.complete('review-statement', OTHER_KEEPER, { action: 'false', reviewReason: '经核对无误' })
  up.push(`cert.approve ${ABOVE.district}`)
  expect(await overdue(office, matter, 'approve-disposal')).toEqual(up)
  expect(office.stateOf('E420106-0413')).toBe('valid')
  await matter.complete('approve-disposal', LEADER, { approveAction: 'approve', docNo: '1号', disposalReason: '属实' })
  up.push(`cert.collect ${ABOVE.leader}`)
  expect(await overdue(office, matter, 'collect-card')).toEqual(up)
  expect(office.stateOf('E420106-0413')).toBe('suspended')
  await matter.request('supervision', SUPERVISOR)
  expect(await overdue(office, matter, 'respond-supervision')).toEqual([...up, `supervision.respond ${ABOVE.district}`])
})

test('本人逾期不陈述的，送审批，并告知证件管理员', async () => {
  const matter = await office.start('cert-revoke', KEEPER, { certNo: 'E420106-0411' })
  const occurredAt = new Date(office.app.clock.now()).toISOString().slice(0, 10)
  await matter.complete('propose', KEEPER, {
    ...{ reasonCode: 'assessmentFail', occurredAt, suspendUntil: '2026-12-01', proposalReason: '见附件' },
    late: '核实以后录入',
  })
  await passed(office, matter, 'hear-holder')
  expect([await matter.openTasks(), wentUp(office, matter)]).toEqual([
    ['approve-disposal'],
    [`cert.hear ${ABOVE.keeper}`],
  ])
})

test('每一期限都逾期过', async () => {
  expect(await limitsNotRunOut('cert-revoke', office.app.house)).toEqual([])
})
