import { readFileSync } from 'node:fs'
import { createEngineStore } from '../../db/engine-store.ts'
import { createJournal } from '../../db/journal.ts'
import { journalIndex } from '../../db/journal-index.ts'
import { type OfficeDatabase, openDatabase } from '../../db/open.ts'
import type { Projection } from '../../db/projection.ts'
import { createOfficeClock } from '../../server/clock/office-clock.ts'
import { createEmbeddedEngine } from '../../server/engine/embedded/index.ts'
import type { Command, Outcome, ProcessEngine } from '../../server/engine/index.ts'
import type { Act } from '../../server/journal/act.ts'
import { openInstances, projections } from '../../server/projections/index.ts'
import { limitRegisters, registers } from '../../server/registers/index.ts'

/** Every reading that the journal keeps here; the engine's own tables come on top for a rebuild. */
export const readings: readonly Projection[] = [journalIndex, ...limitRegisters, ...projections, ...registers]

/** One thing a client asks for; sent again under the same name it must not be done again. */
export interface Request {
  name: string
  command: Command
}

/** The real engine and journal on a file, without doors. */
export interface DurableOffice {
  db: OfficeDatabase
  engine: ProcessEngine<Act>
  /** Deploys the procedure; a second time this is no act. */
  deploy(): Promise<Outcome>
  /** Carries out what a client asks for, once. */
  submit(request: Request): Promise<Outcome>
  close(): Promise<void>
}

const CLIENT = { kind: 'person', id: 'lin-shen', role: 'street-officer', org: 'LDJ-CEC', via: 'api' } as const

/** Opens one; used by the tests and by the processes they kill. */
export function openDurableOffice(path: string): DurableOffice {
  const db = openDatabase(path, { preGrowWal: false })
  const clock = createOfficeClock()
  const { caseOf } = openInstances(db.writer)
  const ledger = createJournal(db.writer, { clock, projections: readings, caseOf })
  const engine = createEmbeddedEngine({ store: createEngineStore(db.writer), ledger, clock })
  const xml = readFileSync(new URL('../bench/approval5.bpmn', import.meta.url), 'utf8')
  const submit = ({ name, command }: Request) =>
    engine.submit({
      act: {
        kind: 'engine',
        verb: 'test.request',
        actor: CLIENT,
        at: clock.now(),
        payload: { request: name },
        idempotency: { scope: 'test', key: name, bodyHash: JSON.stringify(command) },
      },
      commands: [command],
    })
  return {
    db,
    engine,
    submit,
    deploy: () =>
      submit({
        name: 'deploy',
        command: { type: 'DEPLOY_RESOURCES', resources: [{ name: 'approval5.bpmn', content: xml }] },
      }),
    async close() {
      await engine.stop()
      db.close()
    },
  }
}

/** A request that starts the procedure. */
export function startRequest(name: string): Request {
  const variables = {
    caseNo: name,
    amount: 5000,
    department: 'IT',
    org: 'LDJ-CEC',
    opinion: 'agree',
    handlerIds: ['lin-shen'],
    due: '2026-12-01T00:00:00Z',
  }
  return { name, command: { type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'approval5', variables } }
}

/** A request that completes a task. */
export function completeRequest(name: string, userTaskKey: string): Request {
  return {
    name,
    command: { type: 'COMPLETE_USER_TASK', userTaskKey, action: 'agree', variables: { opinion: 'agree' } },
  }
}
