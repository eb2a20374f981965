import { afterAll, beforeAll, expect, test } from 'vitest'
import { isIntact, verify } from '../../db/verify.ts'
import { type CertificateOffice, openCertificateOffice } from '../../tests/support/certificate-office.ts'
import { readings } from '../app.ts'

const [DIRECTOR, KEEPER, LEADER] = ['zheng-huaiyuan', 'jian-shuyan', 'ning-zhengyi']
const NUMBER = 'E420106-0601'

let office: CertificateOffice
beforeAll(async () => {
  office = await openCertificateOffice('2026-03-02 09:00')
  const person = { personId: 'long-jiangman', name: '龙将满', groups: ['street-officer@LDJ-CEC'] }
  await office.employ({ ...person, certificate: NUMBER, certificateEnds: '2026-09-05' })
})
afterAll(() => office.close())

const acts = (verb: string) => office.app.house.journal.entries({ limit: 5000 }).filter(entry => entry.verb === verb)

test('six months before a certificate ends its unit finds the renewal in the inbox, and the holder is told; once', async () => {
  await office.at('2026-03-04 23:59')
  expect(await office.count('cert-issue')).toBe(0)
  await office.at('2026-03-05 00:01')
  const renewal = await office.found('cert-issue')
  expect(await renewal.tasksOf(DIRECTOR)).toEqual(['apply'])
  expect(await renewal.variable('renewalUntil')).toBe('2026-09-05')
  expect(acts('certificate.remind-renewal')).toMatchObject([
    { actor: { kind: 'clock' }, subject: { personId: 'long-jiangman' }, payload: { certificate: NUMBER } },
  ])
  expect(office.app.house.registers.notices.list({ refId: NUMBER, limit: 5 })).toMatchObject([{ kind: 'told-holder' }])
  await office.at('2026-03-06 00:01')
  expect(await office.count('cert-issue')).toBe(1)
})

test('the unit goes on from it: it applies, and the old certificate ends with the new one', async () => {
  const renewal = await office.found('cert-issue')
  for (const [kind, hours] of [
    ['common', '20'],
    ['professional', '40'],
  ] as const) {
    const course = { course: '岗位培训', heldOn: '2026-03-01', hours, kind }
    await office.enter('training-hours', 'yuan-bowen', {
      trainingId: `T-${kind}`,
      personId: 'long-jiangman',
      ...course,
    })
  }
  await renewal.complete('apply', DIRECTOR, {
    ...{ bizType: 'renew', certType: 'enforcement', personId: 'long-jiangman', oldCertNo: NUMBER },
    ...{ idNo: '420106198001010015', staffing: 'civilServant', post: '执法岗' },
  })
  await renewal.complete('staffing-check', 'bian-wenhe', { staffingChecked: 'civilServant', inStaff: true })
  const yes = { action: 'approve', returnedReason: '同意' }
  await renewal.complete('district-review', KEEPER, yes)
  await renewal.complete('city-review', 'shi-tongda', yes)
  await renewal.complete('province-approve', 'shen-houde', yes)
  const period = { validFrom: '2026-03-06', validTo: '2031-03-05' }
  await renewal.complete('issue', KEEPER, { certNo: 'E420106-0602', qr: 'E420106-0602', ...period })
  expect(await renewal.ends()).toEqual(['end-issued'])
  expect([NUMBER, 'E420106-0602'].map(office.stateOf)).toEqual(['cancelled', 'valid'])
})

test('a suspension that is over is given back by a proposal of its own, after the retraining it asked for', async () => {
  const matter = await office.start('cert-revoke', KEEPER, { certNo: 'E420106-0411' })
  await matter.complete('propose', KEEPER, {
    ...{ reasonCode: 'misuseMinor', occurredAt: '2026-03-06', suspendUntil: '2026-03-20', retrain: true },
    proposalReason: '见材料',
  })
  await matter.complete('hear-holder', 'lin-shen', { waive: true })
  await matter.complete('review-statement', 'pei-xiuwen', { action: 'false', reviewReason: '没有陈述' })
  await matter.complete('approve-disposal', LEADER, { approveAction: 'approve', docNo: '1号', disposalReason: '属实' })
  await office.at('2026-03-22 00:01')
  expect(await office.count('cert-revoke')).toBe(1)
  const course = { kind: 'retraining', hours: '8', course: '复训', result: 'passed', heldOn: '2026-03-22' }
  await office.enter('training-hours', 'yuan-bowen', { trainingId: 'R-1', personId: 'lin-shen', ...course })
  await office.at('2026-03-23 00:01')
  expect(await office.count('cert-revoke')).toBe(2)
  const restoration = await office.found('cert-revoke', ({ reasonCode }) => reasonCode === 'suspensionEnded')
  await restoration.complete('approve-disposal', LEADER, {
    approveAction: 'approve',
    docNo: '2号',
    disposalReason: '期满',
  })
  expect(await restoration.ends()).toEqual(['end-restored'])
  expect(office.stateOf('E420106-0411')).toBe('valid')
  await office.at('2026-03-24 00:01')
  expect(await office.count('cert-revoke')).toBe(2)
})

test('a rebuild from the journal makes the same', () => {
  const found = verify(office.app.house.db.reader, { readings })
  expect(isIntact(found), JSON.stringify(found)).toBe(true)
})
