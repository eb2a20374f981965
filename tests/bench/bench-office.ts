import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createEngineStore } from '../../db/engine-store.ts'
import { createJournal } from '../../db/journal.ts'
import { journalIndex } from '../../db/journal-index.ts'
import { openDatabase } from '../../db/open.ts'
import { createOfficeClock } from '../../server/clock/office-clock.ts'
import { createEmbeddedEngine } from '../../server/engine/embedded/index.ts'
import type { Key, Outcome, ProcessEngine } from '../../server/engine/index.ts'
import type { Act } from '../../server/journal/act.ts'
import { openInstances, openParticipations, openUserTasks, projections } from '../../server/projections/index.ts'
import { limitRegisters, registers } from '../../server/registers/index.ts'
import { createRandom } from './random.ts'

/** A real office without its doors: engine, journal and every reading on one file. */
export interface BenchOffice {
  /** Starts instances, a hundred per commit, until so many are open. */
  fill(instances: number): Promise<void>
  /** Completes open tasks taken at random, all of them in one tick. */
  complete(tasks: number): Promise<void>
  /** Frames that the commits since the last call wrote into the WAL; empties it into the file. */
  walFrames(): number
  close(): Promise<void>
}

interface OpenTask {
  userTaskKey: Key
  processInstanceKey: Key
}

const DUE_RANGE_MS = 30 * 24 * 60 * 60 * 1000

/** About 0.6 KB, as a case has when it starts. */
const VARIABLES = {
  amount: 5000,
  department: 'IT',
  org: 'LDJ-CEC',
  opinion: 'agree',
  caseTitle: '占用人行道堆放物料案',
  partyName: '某某建材经营部',
  address: '某区某街道某某路 128 号门前人行道',
  facts: '当事人在门前人行道堆放木材与钢管约六平方米，妨碍行人通行，经责令改正后逾期未改。'.repeat(2),
  handlerIds: ['lin-shen', 'zhou-ke'],
}

/** The procedure a bench works: five steps with a condition, a reminder and a fork. */
export interface BenchProcedure {
  id: string
  xml: string
}

export const approval5: BenchProcedure = {
  id: 'approval5',
  xml: readFileSync(new URL('./approval5.bpmn', import.meta.url), 'utf8'),
}

/** Opens one in `folder` with the procedure deployed. On a clock that stands, the same is written each time. */
export async function openBenchOffice(
  folder: string,
  procedure = approval5,
  clock = createOfficeClock(),
): Promise<BenchOffice> {
  const db = openDatabase(join(folder, `${procedure.id}.db`))
  const { caseOf } = openInstances(db.writer)
  const readings = [journalIndex, ...limitRegisters, ...projections, ...registers]
  const ledger = createJournal(db.writer, { clock, projections: readings, caseOf })
  const engine = createEmbeddedEngine({ store: createEngineStore(db.writer), ledger, clock })
  const act = actsOf(() => clock.now())
  const resources = [{ name: `${procedure.id}.bpmn`, content: procedure.xml }]
  await engine.submit({ act: act('deployment.create'), commands: [{ type: 'DEPLOY_RESOURCES', resources }] })
  const tasks = openUserTasks(db.writer)
  const participations = openParticipations(db.writer)

  /** What the gate asks before a completion: the task as it is now, and who did what in its case. */
  const guard = (userTaskKey: Key) => () => {
    const task = tasks.findNow(userTaskKey)
    if (task?.state !== 'CREATED') throw new Error(`Expected the open task ${userTaskKey}`)
    participations.ofCase(task.caseNo!)
  }
  const pool = createPool({ engine, act, guard, now: () => clock.now(), bpmnProcessId: procedure.id })
  return {
    ...pool,
    walFrames: () => (db.writer.pragma('wal_checkpoint(PASSIVE)') as { log: number }[])[0]!.log,
    async close() {
      await engine.stop()
      db.close()
    },
  }
}

type MakeAct = (verb: string, more?: Partial<Act>) => Act

function actsOf(now: () => number): MakeAct {
  let count = 0
  return (verb, more) => ({
    kind: 'engine',
    verb,
    actor: { kind: 'person', id: `person-${count++ % 40}`, role: 'street-officer', org: 'LDJ-CEC', via: 'web' },
    at: now(),
    idempotency: { scope: `bench POST ${verb}`, key: `00000000-0000-4000-8000-${count}`, bodyHash: 'b'.repeat(64) },
    ...more,
  })
}

interface PoolParts {
  engine: ProcessEngine<Act>
  act: MakeAct
  guard: (userTaskKey: Key) => () => void
  now: () => number
  bpmnProcessId: string
}

function createPool({ engine, act, guard, now, bpmnProcessId }: PoolParts): Pick<BenchOffice, 'fill' | 'complete'> {
  const random = createRandom(11)
  const open: OpenTask[] = []
  let instances = 0
  let started = 0

  function note({ segments }: Outcome): void {
    for (const { processInstanceKey, records } of segments) {
      for (const { valueType, intent, key } of records) {
        if (valueType === 'USER_TASK' && intent === 'CREATED')
          open.push({ userTaskKey: key, processInstanceKey: processInstanceKey! })
        if (valueType === 'PROCESS_INSTANCE' && intent === 'ELEMENT_COMPLETED' && key === processInstanceKey)
          instances--
      }
    }
  }

  function start(): Promise<Outcome> {
    const caseNo = `LDJ-PT-2026-${String(++started).padStart(5, '0')}`
    const variables = { ...VARIABLES, caseNo, due: new Date(now() + random() * DUE_RANGE_MS).toISOString() }
    instances++
    return engine.submit({
      act: act('process-instance.create', { caseNo }),
      commands: [{ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId, variables }],
    })
  }

  function completeOne(): Promise<Outcome> {
    const at = Math.floor(random() * open.length)
    const { userTaskKey, processInstanceKey } = open[at]!
    open[at] = open.at(-1)!
    open.pop()
    return engine.submit({
      act: act('user-task.complete', { subject: { userTaskKey, processInstanceKey }, payload: { action: 'agree' } }),
      commands: [
        {
          type: 'COMPLETE_USER_TASK',
          userTaskKey,
          processInstanceKey,
          action: 'agree',
          variables: { opinion: 'agree' },
        },
      ],
      guard: guard(userTaskKey),
    })
  }

  return {
    async fill(wanted) {
      while (instances < wanted) {
        const batch = Array.from({ length: Math.min(100, wanted - instances) }, start)
        for (const outcome of await Promise.all(batch)) note(outcome)
      }
    },
    async complete(tasks) {
      for (const outcome of await Promise.all(Array.from({ length: tasks }, completeOne))) note(outcome)
    },
  }
}
