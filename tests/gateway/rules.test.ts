import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesk } from '../../db/seed/desk.ts'
import { recordsOf } from '../../db/seed/person-records.ts'
import type { UserTaskDetailJson } from '../../server/api/schemas/user-task.ts'
import { newClientToken } from '../../server/identity/clients.ts'
import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'
import type { RegisterRecord } from '../../server/journal/act.ts'
import { enforcementAct, ruledTasks } from '../support/small-diagrams.ts'
import { signIn, type Visitor } from '../support/visitor.ts'
import { openZeebeOffice, type ZeebeOffice } from './zeebe-office.ts'

const OFFICER = 'street-officer@LDJ-CEC'
const REVIEWER = 'center-legal-reviewer@LDJ-CEC'

/** Somebody whose certificate took a turn; @param at ISO instant */
function turned(personId: string, state: string, at = '2026-11-01T00:00:00.000Z'): RegisterRecord {
  const certificateId = `enforcement-E-${personId}`
  const value = { certificateId, state, effectiveAt: at, reason: '测试' }
  return { register: 'certificate-states', op: 'put', id: `${certificateId}/${at}`, value }
}

const officer = (personId: string, certificate = true) =>
  recordsOf({
    ...{ personId, name: personId, groups: [OFFICER], hasAccount: true },
    ...(certificate && { certificate: `E-${personId}` }),
  })
const reviewer = (personId: string, qualification?: { number?: string; since: string; exemption?: string }) =>
  recordsOf({ personId, name: personId, groups: [REVIEWER], hasAccount: true, ...(qualification && { qualification }) })

const people: RegisterRecord[] = [
  ...['good', 'suspended', 'withdrawn', 'cancelled', 'lost', 'turning'].flatMap(id => officer(id)),
  ...['suspended', 'withdrawn', 'cancelled', 'lost'].map(id => turned(id, id)),
  ...officer('bare', false),
  ...recordsOf({
    ...{ personId: 'expired', name: 'expired', groups: [OFFICER], hasAccount: true },
    ...{ certificate: 'E-expired', certificateEnds: '2026-11-23' },
  }),
  ...recordsOf({
    ...{ personId: 'twofold', name: 'twofold', groups: [OFFICER, 'street-aux@LDJ-CEC'], hasAccount: true },
    certificate: 'E-twofold',
  }),
  ...recordsOf({
    ...{
      personId: 'administrator',
      name: 'administrator',
      groups: [OFFICER, 'process-admin@WC-SFJ'],
      hasAccount: true,
    },
    certificate: 'E-administrator',
  }),
  ...reviewer('novice', { since: '2020-01-01' }),
  ...reviewer('unlisted'),
  ...reviewer('veteran', { since: '2016-01-01', exemption: '名单在册' }),
  ...reviewer('graduate', { since: '2020-01-01', number: 'A-1' }),
]

/** Whom a rule bars from which task, and whom it does not. */
const cases: readonly [rule: string, diagram: string, barred: string[], allowed: string][] = [
  ['R-CERT', 'on-site', ['suspended', 'withdrawn', 'cancelled', 'lost', 'expired', 'bare'], 'good'],
  ['R-AUX', 'on-site', ['twofold'], 'good'],
  ['R-SOD', 'on-site', ['administrator'], 'good'],
  ['R-QUAL58', 'review-only', ['novice', 'unlisted'], 'veteran'],
  ['R-QUAL58', 'review-only', ['novice'], 'graduate'],
]

let office: ZeebeOffice
const { token, hash } = newClientToken()
let count = 0
beforeAll(async () => {
  office = await openZeebeOffice({ ZEEBE_PROFILE: 'office', ZEEBE_CLIENTS: `all=street-officer@LDJ-CEC:${hash}` })
  await office.app.enter(people, DEMO_PASSWORD)
  const admin = await signIn(office, 'fang-yuangui')
  for (const [name, xml] of Object.entries({ ...ruledTasks, enforcementAct })) {
    const bundle = new FormData()
    bundle.append('resources', new File([xml], `${name}.bpmn`))
    expect((await admin.request('POST', '/deployments', bundle)).status).toBe(200)
  }
})
afterAll(() => office.close())

async function open(diagram: string, by = 'lin-shen'): Promise<string> {
  count += 1
  const desk = await openDesk(office.app, by, DEMO_PASSWORD)
  const caseNo = `LDJ-PT-2026-${String(70_000 + count)}`
  const instance = await desk.start(diagram, { caseNo, partyName: '沿阶小馆' })
  return office.app.house.tasks.openOf(instance)[0]!.userTaskKey
}

const asClient = (visitor: Visitor) => ({
  authorization: `Bearer ${token}`,
  'x-person-token': visitor.cookie.replace('xf_session=', ''),
})

/** Every way in which somebody comes to work on a task, and the refusal it meets; none when it is let through. */
async function refusals(userTaskKey: string, who: Visitor, personId: string, colleague: Visitor) {
  const path = `/user-tasks/${userTaskKey}`
  const said = async (answer: Response) => (answer.ok ? undefined : ((await answer.json()) as { rule?: string }).rule)
  const rest = async (way: string, body: object) => {
    const { status, body: answer } = await office.rest('POST', `${path}/${way}`, body, asClient(who))
    return status === 403 ? /R-[A-Z0-9]+/.exec(JSON.stringify(answer))?.[0] : undefined
  }
  return {
    seen: (await who.json<UserTaskDetailJson>('GET', path)).canClaim.refusal?.rule,
    assigned: await said(
      await colleague.request('POST', `${path}/assignment`, { assignee: personId, action: 'assign' }),
    ),
    drafted: await said(await who.request('PUT', `${path}/draft`, { variables: {} })),
    claimed: await said(await who.request('POST', `${path}/assignment`, {})),
    claimedByClient: await rest('assignment', { assignee: personId, allowOverride: true }),
    completedByClient: await rest('completion', {}),
    completed: await said(await who.request('POST', `${path}/completion`, { variables: {} })),
  }
}

const COLLEAGUE: Readonly<Record<string, string>> = { 'on-site': 'good', 'review-only': 'graduate' }

describe.each(cases)('%s over %s', (rule, diagram, barred, allowed) => {
  test.each(barred)('%s is barred at every door', async personId => {
    const key = await open(diagram)
    const who = await signIn(office, personId)
    const colleague = await signIn(office, COLLEAGUE[diagram]!)
    const found = await refusals(key, who, personId, colleague)
    expect(new Set(Object.values(found))).toEqual(new Set([rule]))
    expect(office.app.house.tasks.find(key)).toMatchObject({ state: 'CREATED', assignee: null })
  })

  test(`${allowed} is not`, async () => {
    const key = await open(diagram)
    const who = await signIn(office, allowed)
    expect((await who.request('POST', `/user-tasks/${key}/assignment`, {})).status).toBe(204)
    expect((await office.rest('POST', `/user-tasks/${key}/completion`, {}, asClient(who))).status).toBe(204)
    expect(office.app.house.tasks.find(key)?.state).toBe('COMPLETED')
  })
})

test('R-CERT: a suspension and an act in one tick, the act comes second and is refused', async () => {
  const [first, second] = [await open('on-site'), await open('on-site')]
  const who = await signIn(office, 'turning')
  const complete = (key: string) => who.request('POST', `/user-tasks/${key}/completion`, { variables: {} })
  expect((await complete(first)).status).toBe(204)
  const at = office.app.house.clock.now()
  const keeper = { kind: 'person', id: 'jian-shuyan', via: 'web' } as const
  const register = [turned('turning', 'suspended', new Date(at).toISOString())]
  const suspended = office.app.house.engine.submit({
    act: { kind: 'register', verb: 'certificate.suspended', actor: keeper, at, register },
    commands: [],
  })
  const [, answer] = await Promise.all([suspended, complete(second)])
  expect(answer.status).toBe(403)
  expect(await answer.json()).toMatchObject({
    rule: 'R-CERT',
    basis: ['行政处罚法 第42条', '行政处罚法 第55条', '行政处罚法 第76条'],
    detail: '行政执法证已暂扣，自该时起不能办理本任务',
    remedy: expect.stringContaining('换发'),
  })
})

test('R-SOD: who was a registered handler does not enter the fine of his case', async () => {
  const key = await open('enter-fine', 'good')
  const who = await signIn(office, 'good')
  expect(await who.problem(403, 'POST', `/user-tasks/${key}/completion`, { variables: {} })).toMatchObject({
    rule: 'R-SOD',
    basis: ['行政处罚法 第67条'],
  })
  const other = await signIn(office, 'he-lichuan')
  expect((await other.request('POST', `/user-tasks/${key}/completion`, { variables: {} })).status).toBe(204)
})

test.each(['inspect', 'execute'])('R-SUBJECT: nobody does %s for a street that is not empowered', async diagram => {
  const key = await open(diagram)
  const who = await signIn(office, 'good')
  const path = `/user-tasks/${key}/completion`
  const refusal = await who.problem(403, 'POST', path, { variables: {} })
  expect(refusal).toMatchObject({ rule: 'R-SUBJECT', basis: ['行政处罚法 第24条', '行政处罚法 第38条'] })
})
