import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type CertificateOffice,
  type Matter,
  openCertificateOffice,
  refusalOf,
} from '../../tests/support/certificate-office.ts'
import { deployInspection, inspected } from '../../tests/support/inspection.ts'

let office: CertificateOffice
beforeAll(async () => {
  office = await openCertificateOffice('2026-06-17 10:00')
})
afterAll(() => office.close())

const [KEEPER, OTHER_KEEPER, LEADER] = ['jian-shuyan', 'pei-xiuwen', 'tao-ruoshui']
const DENG = 'E420106-0413'
const FAILED = { reasonCode: 'assessmentFail', suspendUntil: '2026-12-01' }

const propose = (matter: Matter, filled: object, by = KEEPER) =>
  matter.complete('propose', by, {
    occurredAt: '2026-06-17',
    proposalReason: '见附件',
    late: '核实以后录入',
    ...filled,
  })

async function proposed(filled: object): Promise<Matter> {
  const matter = await office.start('cert-revoke', KEEPER, { certNo: DENG })
  await propose(matter, filled)
  return matter
}

const decide = (matter: Matter, approveAction: string, filled: object = {}) =>
  matter.complete('approve-disposal', LEADER, {
    ...{ approveAction, disposalReason: '事实清楚', ...filled },
    ...(approveAction === 'approve' && { docNo: '武司处〔2026〕1号' }),
  })

/** A disposal that another procedure asks for. */
async function requested(reasonCode: string): Promise<Matter> {
  const { engine, clock } = office.app.house
  const message = { name: 'msg.cert.action-requested', correlationKey: `${DENG}/${reasonCode}` }
  const variables = { certNo: DENG, reasonCode, occurredAt: '2026-06-01', startedBy: null }
  await engine.submit({
    act: { kind: 'engine', verb: 'message.publish', actor: { kind: 'client', id: 'x', via: 'api' }, at: clock.now() },
    commands: [{ type: 'PUBLISH_MESSAGE', ...message, variables }],
  })
  await office.settled()
  return await office.found('cert-revoke', known => known.reasonCode === reasonCode)
}

test('同一证件已有处置在办的，不再提议第二件，并指出是哪一件', async () => {
  const first = await proposed(FAILED)
  const second = await office.start('cert-revoke', OTHER_KEEPER, { certNo: DENG })
  const running = String(await first.variable('revokeId'))
  expect(await second.variable('runningMatter')).toContain(running)
  const asking = propose(second, { reasonCode: 'illegalEnforcement' }, OTHER_KEEPER)
  expect(await refusalOf(asking)).toMatchObject({
    ...{ status: 403, rule: 'R-CERT', id: 'policy.certificate.disposal-running' },
    detail: expect.stringContaining(running),
  })
  await second.request('withdrawal', OTHER_KEEPER)
  expect(await second.ends()).toEqual(['end-proposal-withdrawn'])
  await first.request('withdrawal', KEEPER)
})

test('别的程序要求的处置不会丢：前一件办结以前不批准，办结以后照批', async () => {
  const first = await proposed(FAILED)
  const second = await requested('transferOut')
  expect(await second.openTasks()).toEqual(['approve-disposal'])
  expect(await refusalOf(decide(second, 'approve'))).toMatchObject({ id: 'policy.certificate.disposal-running' })
  // The earlier one is not kept up by the later.
  await first.complete('hear-holder', 'deng-ziyang', { waive: true })
  await first.complete('review-statement', OTHER_KEEPER, { action: 'false', reviewReason: '没有新的情况' })
  await decide(first, 'dismiss')
  await decide(second, 'approve')
  expect(office.stateOf(DENG)).toBe('cancelled')
})

test('采纳了本人陈述的，仍然批准须说明理由，决定书写明；退回重提的，陈述重新听取', async () => {
  const matter = await office.start('cert-revoke', KEEPER, { certNo: 'E420106-0411' })
  await propose(matter, FAILED)
  await matter.complete('hear-holder', 'lin-shen', { statement: '考核成绩登记有误' })
  await matter.complete('review-statement', OTHER_KEEPER, { action: 'true', reviewReason: '经核实属登记错误' })
  expect(await refusalOf(decide(matter, 'approve'))).toMatchObject({ status: 422 })
  await decide(matter, 'return')
  await propose(matter, { ...FAILED, reasonCode: 'underInvestigation' })
  expect([await matter.variable('statement'), await matter.variable('adopted')]).toEqual([null, false])
  await matter.complete('hear-holder', 'lin-shen', { statement: '正在配合调查' })
  await matter.complete('review-statement', OTHER_KEEPER, { action: 'true', reviewReason: '配合调查属实' })
  await decide(matter, 'approve', { overruleReason: '调查期间不宜执法' })
  expect(office.stateOf('E420106-0411')).toBe('suspended')
  expect(await matter.variable('overruleReason')).toBe('调查期间不宜执法')
})

test('发证时即不合格的收回：以前的行为不否定，逐件列入瑕疵表，待法制员认定', async () => {
  await deployInspection(office)
  await inspected(office, 'LDJ-JC-2026-00201')
  const matter = await office.start('cert-revoke', KEEPER, { certNo: 'E420106-0412' })
  await propose(matter, { reasonCode: 'notQualifiedAtIssue' })
  await matter.complete('hear-holder', 'he-lichuan', { waive: true })
  await matter.complete('review-statement', OTHER_KEEPER, { action: 'false', reviewReason: '没有新的情况' })
  const defects = () =>
    office.app.house.evidenceDefects.ofPerson('he-lichuan').map(({ caseNo, state }) => [caseNo, state])
  expect(defects()).toEqual([])
  await decide(matter, 'approve')
  expect(office.stateOf('E420106-0412')).toBe('withdrawn')
  const listed = [
    ['LDJ-JC-2026-00201', 'open'],
    ['LDJ-JC-2026-00201', 'open'],
  ]
  expect(defects()).toEqual(listed)
  // Looked at again, they stay.
  await office.at('2026-06-18 00:01')
  expect(defects()).toEqual(listed)
})

test('本人在陈述期内离岗的，陈述任务仍是他的，不会没有人办', async () => {
  const matter = await office.start('cert-revoke', KEEPER, { certNo: 'E420106-0414' })
  await propose(matter, FAILED)
  const admin = await office.desk('fang-yuangui')
  const { appointments } = await admin.get<{ appointments: { appointmentId: string }[] }>('/personnel/ye-wanzhou')
  for (const { appointmentId } of appointments)
    await admin.send('PATCH', '/personnel/ye-wanzhou/appointments', {
      ...{ appointmentId, to: null, isActing: false, isEnded: true, reason: '调离' },
    })
  await office.app.officersSettled()
  await office.app.tasksSettled()
  expect(office.app.house.tasks.openOf(matter.key).map(({ assignee }) => assignee)).toEqual(['ye-wanzhou'])
  await matter.request('withdrawal', KEEPER)
})

test('要求处置的消息没有写证号：停在第一步，写明缺什么', async () => {
  const { engine, clock } = office.app.house
  await engine.submit({
    act: { kind: 'engine', verb: 'message.publish', actor: { kind: 'client', id: 'x', via: 'api' }, at: clock.now() },
    commands: [
      {
        ...{ type: 'PUBLISH_MESSAGE', name: 'msg.cert.action-requested', correlationKey: 'unknown' },
        variables: { reasonCode: 'retire', startedBy: null },
      },
    ],
  })
  await expect(office.settled()).rejects.toThrow("Expected a text as 'certNo' of 'init', found nothing")
})
