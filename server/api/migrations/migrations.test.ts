import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../db/verify.ts'
import { type Office, openOffice } from '../../../tests/support/office.ts'
import { diagramOf, flow, userTask } from '../../../tests/support/small-diagrams.ts'
import { signIn, type Visitor } from '../../../tests/support/visitor.ts'
import { readings } from '../../app.ts'
import type { MigrationDetailJson, MigrationDryRunJson, MigrationProposalJson } from './schemas.ts'

const OFFICER = 'street-officer@LDJ-CEC'
const REVIEWER = 'center-legal-reviewer@LDJ-CEC'

/** An officer prepares, one reviewer reviews, another reviews again. */
const versionOf = (prepare: string, more = '') =>
  diagramOf(
    'moving',
    `<bpmn:startEvent id="start" />
     ${userTask(prepare, OFFICER, { kind: 'case-handling' }).replace(`name="${prepare}"`, 'name="整理案卷材料"')}
     ${userTask('first', REVIEWER, { kind: 'legal-review-first', limit: 'review.first' })}
     ${userTask('second', REVIEWER, { kind: 'legal-review-second' })}
     ${more}<bpmn:endEvent id="end" />
     ${flow('start', prepare)}${flow(prepare, 'first')}${flow('first', 'second')}${flow('second', 'end')}`,
  )

let office: Office
let officer: Visitor
let planner: Visitor
let approver: Visitor
let versions: { sourceProcessDefinitionKey: string; targetProcessDefinitionKey: string }
const instances: string[] = []
let cases = 0

async function begin(): Promise<string> {
  cases += 1
  const variables = { caseNo: `LDJ-PT-2026-${String(700 + cases).padStart(5, '0')}` }
  const asked = { processDefinitionId: 'moving', variables }
  const started = await officer.json<{ processInstanceKey: string }>('POST', '/process-instances', asked)
  return started.processInstanceKey
}
const stepOf = (instance: string) => office.app.house.tasks.openOf(instance)[0]!
async function complete(who: Visitor, instance: string): Promise<number> {
  const path = `/user-tasks/${stepOf(instance).userTaskKey}`
  await who.request('POST', `${path}/assignment`, {})
  return (await who.request('POST', `${path}/completion`, { variables: {} })).status
}

beforeAll(async () => {
  office = await openOffice()
  officer = await signIn(office, 'lin-shen')
  planner = await signIn(office, 'fang-yuangui')
  approver = await signIn(office, 'su-wenbo')
  await office.deploy(versionOf('prepare'))
  const sourceProcessDefinitionKey = office.app.house.definitions.findLatest('moving')!.processDefinitionKey
  for (let n = 0; n < 3; n += 1) instances.push(await begin())
  expect(await complete(officer, instances[1]!)).toBe(204)
  await office.deploy(versionOf('collect', userTask('archive', OFFICER, { kind: 'case-handling' })))
  const targetProcessDefinitionKey = office.app.house.definitions.findLatest('moving')!.processDefinitionKey
  versions = { sourceProcessDefinitionKey, targetProcessDefinitionKey }
})
afterAll(() => office.close())

const mappings = [
  { sourceElementId: 'prepare', targetElementId: 'collect' },
  { sourceElementId: 'first', targetElementId: 'first' },
  { sourceElementId: 'second', targetElementId: 'second' },
]

test('the same ids are found, a renamed step by its name; what is new is told', async () => {
  const plan = await planner.json<MigrationProposalJson>('POST', '/migrations/plan', versions)
  expect(plan.mappings.map(({ source, target, found }) => [source.id, target?.id, found])).toEqual([
    ['prepare', 'collect', 'renamed'],
    ['first', 'first', 'same'],
    ['second', 'second', 'same'],
  ])
  expect(plan.added.map(({ id }) => id)).toEqual(['archive'])
})

test('a dry run says of every instance what would become of it, and changes nothing', async () => {
  const before = office.app.house.journal.entries({ limit: 100_000 }).length
  const partly = { ...versions, mappings: mappings.slice(1) }
  const run = await planner.json<MigrationDryRunJson>('POST', '/migrations/dry-run', partly)
  expect(run).toMatchObject({ total: 3, fitting: 1 })
  expect(run.items.map(({ fits, why, steps }) => [fits, why, steps])).toEqual([
    [false, '正停在方案没有对应的环节', ['整理案卷材料']],
    [true, null, ['first']],
    [false, '正停在方案没有对应的环节', ['整理案卷材料']],
  ])
  const whole = await planner.json<MigrationDryRunJson>('POST', '/migrations/dry-run', { ...versions, mappings })
  expect(whole).toMatchObject({ total: 3, fitting: 3 })
  expect(office.app.house.journal.entries({ limit: 100_000 })).toHaveLength(before)
})

test('work of one sort never becomes work of another', async () => {
  const wrong = [{ sourceElementId: 'prepare', targetElementId: 'second' }]
  const problem = await planner.problem(422, 'POST', '/migrations/dry-run', { ...versions, mappings: wrong })
  expect(problem.id).toBe('migration.wrong-mapping')
})

const reason = '新版本补上归档环节'
let migration: MigrationDetailJson

test('who plans a migration does not approve it; another administrator does', async () => {
  migration = await planner.json('POST', '/migrations', { ...versions, mappings, reason })
  expect(migration).toMatchObject({ state: 'proposed', total: 3, counts: { waiting: 3 }, isMine: true })
  const path = `/migrations/${migration.id}`
  expect((await planner.problem(409, 'POST', `${path}/batches`)).id).toBe('migration.not-approved')
  expect(await planner.problem(403, 'POST', `${path}/approval`)).toMatchObject({ rule: 'R-MIGRATE' })
  expect((await officer.request('POST', `${path}/approval`)).status).toBe(403)
  expect(await approver.json('POST', `${path}/approval`)).toMatchObject({ state: 'approved', counts: { waiting: 3 } })
  expect((await approver.problem(409, 'POST', `${path}/refusal`, { reason: 'x' })).id).toBe('migration.not-proposed')
})

test('each instance goes over in an entry of its own, keeps its limit, and the same person still does not review twice', async () => {
  const [open, reviewing, ended] = instances as [string, string, string]
  const due = stepOf(reviewing).dueAt
  expect(due).not.toBeNull()
  const cancelled = await planner.request('POST', `/process-instances/${ended}/cancellation`, { reason: '重复立案' })
  expect(cancelled.status).toBe(204)
  const done = await approver.json<MigrationDetailJson>('POST', `/migrations/${migration.id}/batches`)
  expect(done.counts).toEqual({ waiting: 0, migrated: 2, failed: 0, skipped: 1, reverted: 0 })
  expect(done.instances.find(({ processInstanceKey }) => processInstanceKey === ended)?.why).toBe('已经办结')
  const entries = office.app.house.journal
    .entries({ limit: 100_000 })
    .filter(({ verb }) => verb === 'process-instance.migrate')
  expect(
    entries.map(({ subject, payload, actor }) => [subject?.processInstanceKey, payload?.reason, actor.id]),
  ).toEqual([open, reviewing].map(key => [key, reason, 'su-wenbo']))
  expect(office.app.house.instances.find(open)).toMatchObject({ version: 2 })
  expect(stepOf(open).elementId).toBe('collect')
  expect(stepOf(reviewing)).toMatchObject({ elementId: 'first', dueAt: due })

  const reviewer = await signIn(office, 'zhou-yanqing')
  expect(await complete(reviewer, reviewing)).toBe(204)
  expect(stepOf(reviewing).elementId).toBe('second')
  expect(await complete(reviewer, reviewing)).toBe(403)
})

test('an instance goes back where the version before has its step; one entry, with its reason', async () => {
  const [open] = instances as [string]
  const path = `/migrations/${migration.id}/reversal`
  const back = { processInstanceKey: open, reason: '当事人已按原程序签收' }
  expect(await planner.json('POST', path, back)).toMatchObject({ counts: { migrated: 1, reverted: 1 } })
  expect(office.app.house.instances.find(open)).toMatchObject({ version: 1 })
  expect(stepOf(open).elementId).toBe('prepare')
  expect((await planner.problem(409, 'POST', path, back)).id).toBe('migration.not-migrated')
  expect(await complete(officer, open)).toBe(204)
})

test('a plan that is not approved touches nothing', async () => {
  const other = await planner.json<MigrationDetailJson>('POST', '/migrations', { ...versions, mappings, reason })
  const refused = { reason: '等本月案件办结再说' }
  expect(await approver.json('POST', `/migrations/${other.id}/refusal`, refused)).toMatchObject({ state: 'refused' })
  expect((await approver.problem(409, 'POST', `/migrations/${other.id}/batches`)).id).toBe('migration.not-approved')
  const { items } = await planner.json<{ items: { state: string }[] }>('GET', '/migrations?processId=moving')
  expect(items.map(({ state }) => state).sort()).toEqual(['approved', 'refused'])
})

test('the tables are what the journal says', () => {
  expect(verify(office.app.house.db.reader, { readings }).differences).toEqual([])
})
