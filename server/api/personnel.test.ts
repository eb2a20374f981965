import { afterEach, beforeEach, expect, test } from 'vitest'
import { verify } from '../../db/verify.ts'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { signIn, type Visitor } from '../../tests/support/visitor.ts'
import { readings } from '../app.ts'

let office: Office
let admin: Visitor
beforeEach(async () => {
  office = await openOffice()
  admin = await signIn(office, 'fang-yuangui')
})
afterEach(() => office.close())

interface PersonRecord {
  appointments: { appointmentId: string; state: string; role: string; isActing: boolean }[]
  certificates: { certificateId: string; state: string; changes: object[] }[]
  qualification: object | null
}

const record = (personId: string) => admin.json<PersonRecord>('GET', `/personnel/${personId}`)
const historyOf = async (path: string) =>
  (await admin.json<{ items: { sentence: string; reason: string | null; fields: object[] }[] }>('GET', path)).items

test('people are found by name, id, role and organisation, a page at a time', async () => {
  const find = async (query: string) =>
    (await admin.json<{ items: { personId: string }[] }>('GET', `/personnel?${query}`)).items.map(each => each.personId)
  expect(await find('q=林')).toEqual(['lin-shen'])
  expect(await find('q=qinghe')).toEqual(['mei-qinghe'])
  expect(await find('role=pmo-legal-reviewer&org=LDJ-PMO')).toHaveLength(5)
  const first = await admin.json<{ items: { personId: string }[]; page: { endCursor: string } }>(
    'GET',
    '/personnel?limit=5',
  )
  const next = await find(`limit=5&after=${first.page.endCursor}`)
  expect(new Set([...first.items.map(each => each.personId), ...next]).size).toBe(10)
})

test('an appointment that is ended at once allows nothing from then on, in an open session too', async () => {
  const lin = await signIn(office, 'lin-shen')
  expect((await lin.request('GET', '/user-tasks')).status).toBe(200)
  const [held] = (await record('lin-shen')).appointments
  const edit = { appointmentId: held?.appointmentId, to: null, isActing: false, isEnded: true, reason: '调离' }
  expect((await admin.request('PATCH', '/personnel/lin-shen/appointments', edit)).status).toBe(204)
  expect(await lin.problem(403, 'GET', '/user-tasks')).toMatchObject({ id: 'session.no-office' })
  expect((await record('lin-shen')).appointments).toMatchObject([{ state: 'past' }])
  expect((await historyOf('/personnel/lin-shen/history'))[0]).toMatchObject({
    sentence: '即时终止任职',
    reason: '调离',
    fields: [
      { label: '截止日', before: null, after: '2026-11-24' },
      { label: '即时终止于', before: null, after: '2026-11-24 10:00' },
    ],
  })
})

test('an appointment of the future is kept and allows nothing yet; an acting head is shown as such', async () => {
  const wanted = { role: 'subdistrict-head', org: 'LDJ', from: '2026-12-01', to: '2026-12-31', isActing: true }
  expect((await admin.request('POST', '/personnel/mei-qinghe/appointments', wanted)).status).toBe(201)
  const { appointments } = await record('mei-qinghe')
  expect(appointments).toMatchObject([
    { role: 'subdistrict-head', state: 'future', isActing: true },
    { role: 'subdistrict-deputy', state: 'present', isActing: false },
  ])
  const mei = await signIn(office, 'mei-qinghe')
  expect(await mei.json('GET', '/session')).toMatchObject({ groups: ['subdistrict-deputy@LDJ'] })
})

test.each([
  ['an unknown role', { role: 'mayor' }, '/role', 'register.unknown-role'],
  ['an unknown organisation', { org: 'NOWHERE' }, '/org', 'register.unknown-organisation'],
  ['a day that is none', { from: '2026-02-30' }, '/from', 'register.not-a-day'],
  ['an end before its beginning', { to: '2025-01-01' }, '/to', 'register.ends-before'],
  [
    'the same office twice at a time',
    { role: 'street-officer', org: 'LDJ-CEC', from: '2026-11-20' },
    '/from',
    'register.overlaps',
  ],
])('an appointment with %s is refused at its field', async (_, wrong, path, id) => {
  const wanted = { role: 'hearing-clerk', org: 'LDJ-PMO', from: '2026-11-24', to: null, ...wrong }
  const problem = await admin.problem(422, 'POST', '/personnel/lin-shen/appointments', wanted)
  expect(problem.errors).toEqual([expect.objectContaining({ path, id })])
})

test('an organisation has its place in the tree, and no circle is made', async () => {
  const office = { name: '财务室', kind: 'finance', parent: 'LDJ', entity: 'LDJ' }
  expect((await admin.request('POST', '/organisations', { orgId: 'LDJ-FIN', ...office })).status).toBe(201)
  await admin.problem(409, 'POST', '/organisations', { orgId: 'LDJ-FIN', ...office })
  const circle = { name: '粮道街道办事处', kind: 'subdistrict', parent: 'LDJ-FIN', entity: null, reason: '试' }
  expect((await admin.problem(422, 'PATCH', '/organisations/LDJ', circle)).errors?.[0]).toMatchObject({
    id: 'register.circle',
  })
  const renamed = { ...office, name: '罚没财务室', reason: '更名' }
  expect((await admin.request('PATCH', '/organisations/LDJ-FIN', renamed)).status).toBe(204)
  expect((await historyOf('/organisations/LDJ-FIN/history'))[0]).toMatchObject({
    sentence: '更改机构',
    fields: [{ label: '名称', before: '财务室', after: '罚没财务室' }],
  })
})

test('two administrators who read the same row: the second is told that it has changed', async () => {
  const { house } = office.app
  const rename = (name: string) => admin.request('PATCH', '/personnel/lin-shen', { name, reason: '更正' })
  const answers = await Promise.all([rename('林甲'), rename('林乙')])
  expect(answers.map(({ status }) => status)).toEqual([204, 409])
  expect(house.people.nameOf('lin-shen')).toBe('林甲')
})

test('a certificate is judged by the moment: suspended, restored, expired', async () => {
  const { certificates } = office.app.house.registers
  const keeper = await signIn(office, 'jian-shuyan')
  const wanted = { personId: 'ding-xiaoman', kind: 'enforcement', number: '17010116001' }
  const days = { validFrom: '2024-01-01', validTo: '2026-11-30' }
  expect((await keeper.request('POST', '/certificates', { ...wanted, ...days })).status).toBe(201)
  const twice = await keeper.problem(422, 'POST', '/certificates', { ...wanted, ...days })
  expect(twice.errors?.[0]).toMatchObject({ id: 'register.number-taken' })
  const turn = (state: string, effectiveAt: string) =>
    keeper.request('POST', '/certificates/enforcement-17010116001/states', {
      ...{ state, effectiveAt, reason: '培训不足', lateReason: '决定书后到' },
    })
  expect((await turn('suspended', '2026-11-10T01:00:00Z')).status).toBe(201)
  expect((await turn('valid', '2026-11-20T01:00:00Z')).status).toBe(201)
  const stateAt = (instant: string) => certificates.certificatesOf('ding-xiaoman', Date.parse(instant))[0]?.state
  expect(
    ['2023-06-01T00:00:00Z', '2026-11-09T00:00:00Z', '2026-11-10T01:00:00Z', '2026-11-24T00:00:00Z'].map(stateAt),
  ).toEqual(['pending', 'valid', 'suspended', 'valid'])
  expect([stateAt('2026-11-30T15:59:59Z'), stateAt('2026-11-30T16:00:00Z')]).toEqual(['valid', 'expired'])
  expect((await turn('lost', '2026-11-24T02:00:01Z')).status).toBe(422)
  const soon = await keeper.json<{ items: object[] }>('GET', '/certificates?endingWithin=6&state=valid')
  expect(soon.items).toMatchObject([{ number: '17010116001', personName: '丁小满' }])
  expect((await keeper.json<{ items: object[] }>('GET', '/certificates?endingWithin=5')).items).toEqual([])
  expect((await historyOf('/personnel/ding-xiaoman/history')).slice(0, 2)).toMatchObject([
    { sentence: '恢复证件' },
    {
      sentence: '暂扣证件',
      reason: '培训不足',
      happenedAt: '2026-11-10T01:00:00.000Z',
      late: { reason: '决定书后到' },
    },
  ])
})

test('what was changed by acts is rebuilt from the journal alone', async () => {
  const keeper = await signIn(office, 'jian-shuyan')
  const certificate = { personId: 'lin-shen', kind: 'supervision', number: '17010177' }
  await keeper.request('POST', '/certificates', { ...certificate, validFrom: '2026-01-01', validTo: '2030-12-31' })
  const turn = { state: 'lost', effectiveAt: '2026-11-24T01:00:00Z', reason: '遗失' }
  await keeper.request('POST', '/certificates/supervision-17010177/states', turn)
  await admin.request('PUT', '/accounts/lin-shen/state', { state: 'locked', reason: '停职' })
  await admin.request('DELETE', '/accounts/lin-shen/sessions')
  const report = verify(office.app.house.db.reader, { readings })
  expect(report).toMatchObject({ differences: [], unexplained: [] })
  for (const table of ['certificate', 'certificate_state', 'register_entry']) expect(report.equal).toContain(table)
})

test("nobody handles his own certificate, and the administrator of procedures nobody's", async () => {
  const keeper = await signIn(office, 'jian-shuyan')
  const own = { personId: 'jian-shuyan', kind: 'supervision', number: '17010199' }
  const days = { validFrom: '2026-01-01', validTo: '2030-12-31' }
  expect(await keeper.problem(403, 'POST', '/certificates', { ...own, ...days })).toMatchObject({
    id: 'register.not-ones-own',
    rule: 'R-SOD',
  })
  await admin.problem(403, 'POST', '/certificates', { ...own, ...days })
})

test('the qualification of a reviewer, or why it is not needed', async () => {
  const keeper = await signIn(office, 'jian-shuyan')
  const none = { number: null, grantedOn: null, reviewerSince: '2016-05-01', exemption: null, reason: '登记' }
  const path = '/personnel/zhou-yanqing/qualification'
  expect((await keeper.problem(422, 'PUT', path, none)).errors?.[0]).toMatchObject({ path: '/exemption' })
  const exempt = { ...none, exemption: '2018-01-01 前已从事行政处罚决定法制审核' }
  expect((await keeper.request('PUT', path, exempt)).status).toBe(204)
  expect((await record('zhou-yanqing')).qualification).toMatchObject({ reviewerSince: '2016-05-01', number: null })
})
