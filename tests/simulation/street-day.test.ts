import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Desk } from '../../db/seed/desk.ts'
import { establishmentOf } from '../../db/seed/district/staff-register.ts'
import { demoPeople } from '../../db/seed/people.ts'
import { isIntact, verify } from '../../db/verify.ts'
import { readings } from '../../server/app.ts'
import { officeDate } from '../../server/clock/office-date.ts'
import type { Json, Variables } from '../../server/engine/index.ts'
import type { Form } from '../../server/forms/index.ts'
import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'
import type { RegisterRecord } from '../../server/journal/act.ts'
import { POWERS } from '../support/case-office.ts'
import { certificatePeople } from '../support/certificate-people.ts'
import { departments, outside } from '../support/departments.ts'
import { filing } from '../support/filing.ts'
import { type Office, openOffice } from '../support/office.ts'
import { tasksWithLimit } from '../support/procedure-diagram.ts'
import { certificateHints, holderRecords, onTheEstablishment, someNumber, train } from './certificate-holders.ts'
import { createChance } from './chance.ts'
import { cooperationStart } from './cooperation-hints.ts'
import { fillForm } from './fill-form.ts'
import { callInReviewers, poolRecords } from './reviewer-pool.ts'
import { openStreet } from './street.ts'

/** How many procedures are under way at once; the flag makes it the whole street: `PROCEDURES=200`. */
const PROCEDURES = Number(process.env.PROCEDURES ?? 12)
const SEED = Number(process.env.SEED ?? 20260706)
const HOUR = 3_600_000
const MORNING = Date.parse('2026-07-06T09:00:00+08:00')
/** Three months. */
const DAYS = 92
/** Afterwards everybody is at his desk, until what is left is done. */
const MOST_AFTERWARDS = 40

/** Those with a valid certificate. */
const OFFICERS = ['lin-shen', 'he-lichuan', 'deng-ziyang']

/** What is begun, and by whom; how often by how often it stands here. */
const STARTS: readonly { process: string; by: readonly string[] }[] = [
  ...Array(4).fill({ process: 'legal-review', by: OFFICERS }),
  ...Array(2).fill({ process: 'whistle-dispatch', by: [outside.streetDesk] }),
  { process: 'coercion-execution', by: OFFICERS },
  { process: 'evidence-preservation', by: OFFICERS },
  { process: 'supervision-copy', by: ['wen-rusong', 'mei-qinghe'] },
  { process: 'reassign-handler', by: ['zheng-huaiyuan'] },
  { process: 'case-transfer', by: [...OFFICERS, outside.deptOfficer] },
  { process: 'jurisdiction-dispute', by: ['zheng-huaiyuan', 'mei-qinghe', outside.deptGuide, outside.cityGuide] },
  { process: 'cert-issue', by: ['zheng-huaiyuan', 'mei-qinghe'] },
  { process: 'cert-revoke', by: ['jian-shuyan', 'pei-xiuwen', 'cen-lianqing'] },
]

let office: Office
beforeAll(async () => {
  office = await openOffice({}, MORNING)
  const onTheStaff = [
    ...demoPeople.flatMap(establishmentOf),
    ...onTheEstablishment([...departments, ...certificatePeople]),
  ]
  await office.app.enter(
    [
      ...departments,
      ...certificatePeople,
      ...holderRecords,
      ...poolRecords,
      ...onTheStaff,
      ...POWERS,
      coercive(POWERS[0]!),
    ],
    DEMO_PASSWORD,
  )
})
afterAll(() => office.close())

test(`a quarter of a street: ${PROCEDURES} procedures, people who work their inboxes by chance (seed ${SEED})`, async () => {
  const chance = createChance(SEED)
  const street = openStreet(office, chance, certificateHints(office))
  // Of each something, the rest by chance.
  const each = STARTS.filter(({ process }, at) => STARTS.findIndex(other => other.process === process) === at)
  for (let n = 0; n < PROCEDURES; n++) await begin(n, each[n] ?? chance.pick(STARTS))
  const { people } = office.app.house
  const everybody = people.listPeople('2026-07-06').map(({ personId }) => personId)
  const staff = everybody.filter(personId => people.findAccount(personId)?.isLocked === false)
  for (let turn = 0; running().length > 0 && turn < DAYS + MOST_AFTERWARDS; turn++) {
    const diligence = turn < DAYS ? 0.5 : 1
    // Who is asked for a second signature has it in the list, though nobody waits for him alone.
    const there = staff.filter(personId => chance.is(diligence) && (turn >= DAYS || hasWork(personId)))
    for (const personId of chance.shuffled(there)) await street.work(personId, 6)
    await train(office, chance, turn)
    await office.until(MORNING + (turn + 1) * 24 * HOUR)
    await office.settled()
    await office.app.tasksSettled()
    await callInReviewers(office)
    expectSound(turn)
  }
  expect([...street.stuck]).toEqual([])
  expect(running()).toEqual([])
  expectAllEnded()
  await expectLimitsOpened()
  expect(street.doneCount()).toBeGreaterThan(PROCEDURES * 3)
  const found = verify(office.app.house.db.reader, { readings })
  expect(isIntact(found), JSON.stringify(found)).toBe(true)
}, 600_000)

async function begin(n: number, { process, by }: (typeof STARTS)[number]): Promise<void> {
  const chance = createChance(SEED + n)
  const starter = chance.pick(by)
  const desk = await office.desk(starter)
  const { house, clock } = office.app
  const { processDefinitionKey } = house.definitions.findLatest(process)!
  const { startForm } = await desk.get<{ startForm: Form }>(`/process-definitions/${processDefinitionKey}`)
  const { evidence: file } = await office.caseFiles()
  const caseNo = by === OFFICERS ? await registered(desk) : `LDJ-PT-2026-${String(70_000 + n)}`
  const hints = {
    caseNo: () => caseNo,
    certNo: () => someNumber(office, chance),
    handlerIds: () => [chance.pick(OFFICERS.filter(other => other !== starter))],
    linkedCase: () => '',
    ...cooperationStart(starter),
  }
  const filled = fillForm(startForm, {
    variables: {},
    now: clock.now(),
    file: file as Json,
    picture: file as Json,
    chance,
    hints,
  })
  await desk.start(process, filled as Variables)
  await office.settled()
}

/** The item, with what allows coercion. */
const coercive = (item: RegisterRecord): RegisterRecord => ({
  ...item,
  value: { ...item.value, coercionBasis: [{ law: '行政强制法', article: '第四十四条', effectiveFrom: '2012-01-01' }] },
})

/** A case of two officers with valid certificates. */
async function registered(desk: Desk): Promise<string> {
  const handlerIds = ['lin-shen', 'he-lichuan', 'deng-ziyang']
  const made = await desk.send<{ caseNo: string }>('POST', '/cases', { variables: { ...filing, handlerIds } })
  return made!.caseNo
}

/** What has not ended, with the steps it stands at. */
function running(): { process: string; caseNo: string | null; steps: string[] }[] {
  const { items } = office.app.house.instances.page({ state: 'ACTIVE', limit: 300 })
  return items.map(({ bpmnProcessId, caseNo, currentSteps }) => ({
    process: bpmnProcessId,
    caseNo,
    steps: currentSteps.map(({ elementId }) => elementId),
  }))
}

function hasWork(personId: string): boolean {
  const { people, unmannedTasks } = office.app.house
  const { appointments = [] } = people.findPerson(personId, officeDate(office.app.clock.now())) ?? {}
  return (
    unmannedTasks.waitingFor(
      personId,
      appointments.map(({ role, org }) => `${role}@${org}`),
    ).length > 0
  )
}

/** Open rows of limits whose task or procedure is over. */
const FORGOTTEN = `SELECT owner_key, parameter_key FROM limit_entry AS entry WHERE closed_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM inbox_task WHERE user_task_key = entry.owner_key AND state = 'CREATED')
  AND NOT EXISTS (SELECT 1 FROM instance_summary WHERE process_instance_key = entry.owner_key AND state = 'ACTIVE')`

/** Rows that procedures keep in a register and that stand open though the procedure is over. */
const LEFT_OPEN = ['transfer', 'dispute', 'whistle']
  .map(
    table => `SELECT '${table}' AS register, process_instance_key AS instance FROM ${table} WHERE outcome IS NULL
      AND process_instance_key IN (SELECT process_instance_key FROM instance_summary WHERE state <> 'ACTIVE')`,
  )
  .join(' UNION ALL ')

function expectSound(turn: number): void {
  const { incidents, tasks, unmannedTasks, db } = office.app.house
  expect(incidents.page({ state: 'ACTIVE' }).items, `incidents after ${turn} days`).toEqual([])
  expect(
    unmannedTasks.open(5).map(({ userTaskKey, reasons }) => {
      const { bpmnProcessId, elementId, candidateGroups } = tasks.find(userTaskKey) ?? {}
      return JSON.stringify({ bpmnProcessId, elementId, candidateGroups, reasons })
    }),
    `tasks that nobody can do after ${turn} days`,
  ).toEqual([])
  expect(db.writer.prepare(FORGOTTEN).all(), `limits that nobody closed after ${turn} days`).toEqual([])
  expect(db.writer.prepare(LEFT_OPEN).all(), `registers that were left open after ${turn} days`).toEqual([])
}

/** Tasks for which no limit was ever opened, as `<process>/<task>`. */
const WITHOUT_LIMIT = `SELECT DISTINCT bpmn_process_id || '/' || element_id FROM inbox_task JOIN instance_summary USING (process_instance_key)
  WHERE inbox_task.state <> 'CREATING' AND user_task_key NOT IN (SELECT owner_key FROM limit_entry)`

/** Whatever has a limit in its diagram had one here. */
async function expectLimitsOpened(): Promise<void> {
  const { db } = office.app.house
  const procedures = db.writer
    .prepare('SELECT DISTINCT bpmn_process_id FROM instance_summary')
    .pluck()
    .all() as string[]
  const limited = new Set((await Promise.all(procedures.map(tasksWithLimit))).flat())
  const without = db.writer.prepare(WITHOUT_LIMIT).pluck().all() as string[]
  expect(without.filter(task => limited.has(task))).toEqual([])
}

/** What somebody called may be ended from above; whatever began by itself comes to an end of its own. */
function expectAllEnded(): void {
  const states = office.app.house.db.writer
    .prepare(
      `SELECT bpmn_process_id AS process, state, parent_process_instance_key IS NOT NULL AS isCalled, count(*) AS n
       FROM instance_summary GROUP BY 1, 2, 3`,
    )
    .all() as { process: string; state: string; isCalled: number; n: number }[]
  expect(states.filter(({ state, isCalled }) => state === 'TERMINATED' && isCalled === 0)).toEqual([])
  expect(states.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThanOrEqual(PROCEDURES)
}
