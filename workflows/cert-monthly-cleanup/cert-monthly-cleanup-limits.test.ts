import { afterAll, beforeAll, expect, test } from 'vitest'
import { ABOVE, overdue, wentUp } from '../../tests/support/certificate-limits.ts'
import { type CertificateOffice, openCertificateOffice } from '../../tests/support/certificate-office.ts'
import { limitsNotRunOut } from '../../tests/support/limits-run-out.ts'

let office: CertificateOffice
beforeAll(async () => {
  office = await openCertificateOffice('2026-03-02 09:00')
})
afterAll(() => office.close())

const [DIRECTOR, STAFFING, KEEPER, LEADER] = ['zheng-huaiyuan', 'bian-wenhe', 'jian-shuyan', 'tao-ruoshui']
const [CITY, PROVINCE] = ['shi-tongda', 'shen-houde']

test('清理：单位未报上报证件管理员，审核、说明、审批、上报、批转、确认逾期上报', async () => {
  const today = new Date(office.app.clock.now()).toISOString()
  const holders = office.app.house.registers.service.inService(today.slice(0, 10), today)
  // One of them stands nowhere in the establishment.
  for (const { personId, entity } of holders.filter(each => each.personId !== 'su-jingxing')) {
    const row = { personId, org: entity, staffing: 'civilServant', post: '执法岗', validFrom: '2025-01-01' }
    await office.enter('staff-register', STAFFING, row)
  }
  const matter = await office.start('cert-monthly-cleanup', KEEPER)
  const up = [`cert.unitReport ${ABOVE.keeper}`]
  expect(new Set(await overdue(office, matter, 'unit-report'))).toEqual(new Set(up))
  for (const by of [DIRECTOR, LEADER]) await matter.complete('unit-report', by, { noChange: true })
  await office.at('2026-03-12 09:00')
  expect(await matter.openTasks()).toEqual(['district-review-batch'])
  up.push(...wentUp(office, matter).filter(line => !up.includes(line)))
  const reviewed = async (decision: string) => {
    const items = (await matter.variable('items')) as object[]
    const rows = items.map(item => ({ ...item, decision, decisionReason: '经核对' }))
    await matter.complete('district-review-batch', KEEPER, { items: rows as never })
  }
  const passes = async (elementId: string, line: string) => {
    up.push(line)
    expect([elementId, new Set(await overdue(office, matter, elementId))]).toEqual([elementId, new Set(up)])
  }
  await passes('district-review-batch', `cert.batchReview ${ABOVE.leader}`)
  await reviewed('ask')
  await passes('unit-clarify', `cert.clarify ${ABOVE.keeper}`)
  await matter.complete('unit-clarify', DIRECTOR, { answer: '在岗' })
  await reviewed('keep')
  await passes('approve-batch', `cert.approve ${ABOVE.district}`)
  await matter.complete('approve-batch', LEADER, { batchAction: 'approve', docNo: '1号' })
  await passes('batch-submit', `cert.batchSubmit ${ABOVE.leader}`)
  await matter.complete('batch-submit', KEEPER, { submitNote: '本月没有注销' })
  await passes('city-forward', `cert.review ${ABOVE.leader}`)
  await matter.complete('city-forward', CITY, { action: 'forward' })
  await matter.request('supervision', 'cen-lianqing')
  await overdue(office, matter, 'respond-supervision')
  await matter.complete('respond-supervision', LEADER, { supervisionResponse: '已按程序办理' })
  expect(wentUp(office, matter)).toContain(`supervision.respond ${ABOVE.district}`)
  await overdue(office, matter, 'province-confirm')
  expect(wentUp(office, matter).filter(line => line === `cert.review ${ABOVE.leader}`).length).toBe(2)
  await matter.complete('province-confirm', PROVINCE, { action: 'confirm' })
  expect(await matter.ends()).toEqual(['end-submitted'])
})

test('每一期限都逾期过', async () => {
  expect(await limitsNotRunOut('cert-monthly-cleanup', office.app.house)).toEqual([])
})
