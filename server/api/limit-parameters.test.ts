import { afterAll, beforeAll, expect, test } from 'vitest'
import { filledForms } from '../../db/seed/filled-forms.ts'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { signIn } from '../../tests/support/visitor.ts'

const holidays2027 = ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-07', '2027-01-08']
const year2027 = { year: 2027, source: '演示用', holidays: holidays2027, workdays: ['2027-01-10'] }

interface Limit {
  dueDate: string
  isProvisional: boolean
  lastDay: string
  calendarVersion: number
}
interface Version {
  amount: string
  marks: string[]
  isShipped: boolean
  reason: string | null
  seq: number
  changedBy: { id: string } | null
}

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const send = async (as: string, method: string, path: string, body: unknown, headers = {}) =>
  (await signIn(office, as)).request(method, path, body, headers)
const change = (more: object = {}) => ({
  ...{ amount: '7WD', mode: 'STRICT', consequence: 'escalate', effectiveFrom: '2026-11-24', reason: '区里的规定' },
  ...more,
})
const history = async (key: string) =>
  (await (await office.desk('gu-xingzhi')).get<{ items: Version[] }>(`/limit-parameters/${key}`)).items
let cases = 0

/** A review whose formal check is open. */
async function openIntake(): Promise<string> {
  cases += 1
  const handler = await office.desk('lin-shen')
  const start = { caseTitle: '占道经营案', partyName: '沿阶小馆', reviewType: 'penalty', stage: 'beforeDecision' }
  const key = await handler.start('legal-review', { ...start, caseNo: `LDJ-PT-2026-0010${cases}`, handlerIds: [] })
  const submit = (await handler.tasks()).find(task => task.processInstanceKey === key)!
  await handler.complete(submit.userTaskKey, { variables: filledForms.submit!(await office.caseFiles()) })
  const reviewer = await office.desk('zhou-yanqing')
  return (await reviewer.tasks()).find(task => task.processInstanceKey === key)!.userTaskKey
}
const limitOf = async (userTaskKey: string) =>
  (await (await office.desk('gu-xingzhi')).get<{ limitReason: Limit }>(`/user-tasks/${userTaskKey}`)).limitReason

test('what is set is a version with who, why and from when; another number is no longer the checked one', async () => {
  expect((await send('fang-yuangui', 'PUT', '/limit-parameters/case.handle', change({ amount: '60D' }))).status).toBe(
    204,
  )
  const [now, before] = await history('case.handle')
  expect(now).toMatchObject({
    ...{ amount: '60D', marks: ['configurable'], isShipped: false, reason: '区里的规定' },
    changedBy: { id: 'fang-yuangui' },
  })
  expect(before).toMatchObject({ amount: '90D', marks: ['law-text'], isShipped: true, changedBy: null })
  const entry = office.app.house.journal.findEntry(now!.seq)
  expect(entry).toMatchObject({
    verb: 'limit-parameter.set',
    payload: { reason: '区里的规定', before: { amount: '90D' }, after: { amount: '60D' } },
  })
})

test.each([
  ['no amount', { amount: '5 days' }, '/amount'],
  ['a length that would be none', { amount: 'document' }, '/amount'],
  ['a day in the past', { effectiveFrom: '2026-11-23' }, '/effectiveFrom'],
])('%s is refused', async (_, more, path) => {
  const answer = await send('fang-yuangui', 'PUT', '/limit-parameters/review.first', change(more))
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({ errors: [{ path }] })
})

test('who read an older version is told so', async () => {
  const [shipped] = await history('review.second')
  const headers = { 'if-match': `"${shipped!.seq}"` }
  expect((await send('fang-yuangui', 'PUT', '/limit-parameters/review.second', change(), headers)).status).toBe(204)
  const late = await send('fang-yuangui', 'PUT', '/limit-parameters/review.second', change(), headers)
  expect([late.status, ((await late.json()) as { id: string }).id]).toEqual([409, 'limit.newer'])
})

test('an officer is refused, and the refusal is in the journal', async () => {
  expect((await send('lin-shen', 'PUT', '/limit-parameters/review.first', change())).status).toBe(403)
  const { journal } = office.app.house
  expect(journal.findEntry(journal.lastSeq())).toMatchObject({ kind: 'refused', verb: 'limit-parameter.set' })
})

test('open limits stay as they were opened, unless it is asked to count them again', async () => {
  const task = await openIntake()
  expect((await limitOf(task)).lastDay).toBe('2026-11-25')
  await send('fang-yuangui', 'PUT', '/limit-parameters/review.intake', change({ amount: '2WD' }))
  expect((await limitOf(task)).lastDay).toBe('2026-11-25')
  expect((await limitOf(await openIntake())).lastDay).toBe('2026-11-26')
  await send('fang-yuangui', 'PUT', '/limit-parameters/review.intake', change({ amount: '3WD', recount: true }))
  expect((await limitOf(task)).lastDay).toBe('2026-11-27')
})

test('an imported year makes provisional limits firm, each recount in the journal with what was and what is', async () => {
  await office.until(Date.parse('2027-01-04T09:00:00+08:00'))
  const task = await openIntake()
  expect(await limitOf(task)).toMatchObject({ lastDay: '2027-01-07', isProvisional: true, calendarVersion: 1 })
  expect((await send('fang-yuangui', 'POST', '/calendar/years', year2027)).status).toBe(201)
  await office.app.limitsSettled()
  expect(await limitOf(task)).toMatchObject({ lastDay: '2027-01-10', isProvisional: false, calendarVersion: 2 })
  const recount = office.app.house.journal
    .entries({ limit: 10_000 })
    .findLast(({ verb, subject }) => verb === 'limit.recount' && subject?.userTaskKey === task)
  expect(recount).toMatchObject({
    actor: { kind: 'clock' },
    payload: {
      reason: 'calendar',
      calendarVersion: 2,
      before: { isProvisional: true, calendarVersion: 1 },
      after: { isProvisional: false, dueAt: Date.parse('2027-01-11T00:00:00+08:00') },
    },
  })
})

test.each([
  ['a day of another year', { holidays: ['2026-01-01'] }, '/holidays/0'],
  ['a made-up working day that is none', { workdays: ['2027-01-05'] }, '/workdays/0'],
  ['no days off at all', { holidays: [] }, '/holidays'],
])('a calendar with %s is refused', async (_, more, path) => {
  const answer = await send('fang-yuangui', 'POST', '/calendar/years', { ...year2027, ...more })
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({ errors: [{ path }] })
})

/** By now the clock stands at the beginning of the next year. */
const TODAY = '2027-01-04'
interface Rules {
  amount: string
  marks: string[]
  extension: { by: string; times: number; roles: string[]; marks: string[] } | null
  exclusions: { field: string; suspension: boolean; kinds: string[]; marks: string[] }[]
}
const asIs = {
  amount: '90D',
  mode: 'STRICT',
  consequence: 'escalate',
  effectiveFrom: '2027-02-01',
  reason: '市里的规定',
}
const inForce = async (key: string) => {
  const auditor = await office.desk('gu-xingzhi')
  const { items } = await auditor.get<{ items: (Rules & { key: string })[] }>('/limit-parameters')
  return items.find(item => item.key === key)!
}
const newest = async (key: string) => (await history(key))[0] as unknown as Rules
const housing = { field: '住房和城乡建设', suspension: true, kinds: ['hearing', 'testing', 'inspection', 'appraisal'] }

test('what does not count in a field of law is set from a day on; a rule that stays keeps its mark', async () => {
  const general = { field: 'general', suspension: false, kinds: [], basis: ['行政处罚法 第60条'] }
  const own = { field: '城市管理', suspension: true, kinds: ['appraisal'], basis: ['行政处罚法 第60条'] }
  const handled = await inForce('case.handle')
  const [inGeneral, ofHousing] = handled.exclusions
  const reversed = { ...housing, kinds: housing.kinds.toReversed(), basis: ['行政处罚法 第60条'] }
  const added = { field: '城市管理', suspension: true, kinds: [], basis: [] }
  const handling = {
    ...asIs,
    amount: handled.amount,
    effectiveFrom: TODAY,
    exclusions: [{ field: 'general', suspension: false, kinds: [], basis: ['行政处罚法 第60条'] }, reversed, added],
  }
  expect((await send('fang-yuangui', 'PUT', '/limit-parameters/case.handle', handling)).status).toBe(204)
  expect((await inForce('case.handle')).exclusions).toMatchObject([
    ...[{ marks: inGeneral?.marks }, { marks: ofHousing?.marks }, { marks: ['configurable'] }],
  ])
  expect(ofHousing?.marks).toEqual(['to-verify'])
  const before = await inForce('limitation.general')
  const exclusions = [general, { ...housing, basis: ['行政处罚法 第60条'] }, own]
  const body = { ...asIs, exclusions }
  const path = '/limit-parameters/archive.check'
  expect((await send('fang-yuangui', 'PUT', path, { ...body, amount: '3WD' })).status).toBe(204)
  expect((await newest('archive.check')).marks).toEqual(['configurable'])
  expect((await newest('archive.check')).exclusions[2]).toMatchObject({ ...omitBasis(own), marks: ['configurable'] })
  // Until its day comes, what held before holds.
  expect((await inForce('archive.check')).exclusions).toEqual([])
  expect(await inForce('limitation.general')).toEqual(before)
  const law = '/limit-parameters/service.publicNotice'
  const same = { ...asIs, amount: '30D', consequence: 'warn', exclusions: [general] }
  expect((await send('fang-yuangui', 'PUT', law, same)).status).toBe(204)
  expect(await newest('service.publicNotice')).toMatchObject({
    ...{ marks: ['law-text'], exclusions: [{ field: 'general', marks: ['configurable'] }] },
  })
})
const omitBasis = ({ basis: _, ...rule }: { basis: string[]; field: string; suspension: boolean; kinds: string[] }) =>
  rule

test('by what, how often and by whom a limit may be made longer is set likewise, and can be taken away', async () => {
  const extension = { by: 'review.ext', times: 2, approvers: ['subdistrict-head'], basis: [] }
  const path = '/limit-parameters/close.approve'
  const body = { ...asIs, amount: '1WD', effectiveFrom: TODAY }
  expect((await send('fang-yuangui', 'PUT', path, { ...body, extension })).status).toBe(204)
  expect(await inForce('close.approve')).toMatchObject({
    extension: { by: 'review.ext', times: 2, roles: ['subdistrict-head'], marks: ['configurable'] },
  })
  // A change of the number alone leaves the rule.
  expect((await send('fang-yuangui', 'PUT', path, { ...body, amount: '2WD' })).status).toBe(204)
  expect(await inForce('close.approve')).toMatchObject({ amount: '2WD', extension: { times: 2 } })
  expect((await send('fang-yuangui', 'PUT', path, { ...body, extension: null })).status).toBe(204)
  expect((await inForce('close.approve')).extension).toBeNull()
})

test.each([
  [
    'by a limit nobody knows',
    { extension: { by: 'nothing', times: 1, approvers: ['subdistrict-head'], basis: [] } },
    '/extension/by',
  ],
  [
    'by what is no length',
    { extension: { by: 'fine.plan', times: 1, approvers: ['subdistrict-head'], basis: [] } },
    '/extension/by',
  ],
  [
    'by a role that is none',
    { extension: { by: 'review.ext', times: 1, approvers: ['mayor'], basis: [] } },
    '/extension/approvers/0',
  ],
  [
    'without an article that allows it',
    { extension: { by: 'review.ext', times: 1, approvers: ['subdistrict-head'], basis: [] } },
    '/extension/basis',
  ],
  [
    'with an article nobody knows',
    { exclusions: [{ ...housing, basis: ['行政处罚法 第999条'] }] },
    '/exclusions/0/basis/0',
  ],
  [
    'for a field twice',
    {
      exclusions: [
        { ...housing, kinds: [], basis: [] },
        { ...housing, kinds: [], basis: [] },
      ],
    },
    '/exclusions/1/field',
  ],
])('a limit set by law is not changed %s', async (_, rules, path) => {
  const body = { ...asIs, amount: '30D', consequence: 'warn', ...rules }
  const answer = await send('fang-yuangui', 'PUT', '/limit-parameters/service.publicNotice', body)
  expect(answer.status).toBe(422)
  const { errors } = (await answer.json()) as { errors: { path: string }[] }
  expect(errors.map(each => each.path)).toContain(path)
})

test('what is set for a later day is not drawn forward by a change from today on', async () => {
  const path = '/limit-parameters/recusal.assess'
  await send('fang-yuangui', 'PUT', path, {
    ...asIs,
    amount: '9WD',
    extension: { by: 'review.ext', times: 1, approvers: ['subdistrict-head'], basis: [] },
  })
  await send('fang-yuangui', 'PUT', path, { ...asIs, amount: '4WD', effectiveFrom: TODAY })
  expect(await inForce('recusal.assess')).toMatchObject({ amount: '4WD', extension: null })
})
