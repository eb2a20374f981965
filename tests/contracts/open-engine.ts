import type { Database } from 'better-sqlite3'
import { createEngineStore } from '../../db/engine-store.ts'
import { createJournal, type Journal } from '../../db/journal.ts'
import { openDatabase } from '../../db/open.ts'
import { createEmbeddedEngine, type EngineStore } from '../../server/engine/embedded/index.ts'
import type { Command, Outcome, ProcessEngine, Submission } from '../../server/engine/index.ts'
import type { Act } from '../../server/journal/act.ts'
import { ManualClock } from '../engine/conformance/manual-clock.ts'

/** Monday 2030-01-07, 08:00 UTC. */
export const MORNING = Date.UTC(2030, 0, 7, 8)

/** A real engine on a real journal and database, with a clock that the test moves. */
export interface TestEngine {
  engine: ProcessEngine<Act>
  db: Database
  store: EngineStore
  journal: Journal
  clock: ManualClock
  faults: unknown[]
  /** One command as an act of its own. */
  submit(command: Command, rest?: Partial<Submission<Act>>): Promise<Outcome>
  deploy(name: string, content: string): Promise<Outcome>
  /** Until nothing follows from what was done. */
  settle(): Promise<void>
  /** Moves the clock by so many milliseconds and lets happen what falls due. */
  advance(milliseconds: number): Promise<void>
  /** Ends the engine as a stopped process does; the file stays. */
  close(): Promise<void>
  /** Lets go of the file as a killed process does: nothing is finished. */
  kill(): void
}

/** Opens an engine on a file (or in memory) and starts it. */
export function openEngine(
  path = ':memory:',
  at = MORNING,
  wrap = (store: EngineStore) => store,
  zone = 'UTC',
): TestEngine {
  const { writer: db, close } = openDatabase(path, { preGrowWal: false })
  const clock = new ManualClock(at)
  const journal = createJournal(db, { clock, projections: [] })
  const store = wrap(createEngineStore(db))
  const faults: unknown[] = []
  const engine = createEmbeddedEngine<Act>({
    store,
    ledger: journal,
    clock,
    zone,
    onError: error => void faults.push(error),
  })
  engine.start()
  const submit: TestEngine['submit'] = (command, rest) =>
    engine.submit({ act: act(command.type), commands: [command], ...rest })
  const settle = async () => {
    for (let seq = 0; seq !== journal.nextSeq(); ) {
      seq = journal.nextSeq()
      for (let turn = 0; turn < 4; turn++) await new Promise(resolve => setImmediate(resolve))
    }
  }
  return {
    ...{ engine, db, store, journal, clock, faults, submit, settle },
    deploy: (name, content) => submit({ type: 'DEPLOY_RESOURCES', resources: [{ name, content }] }),
    async advance(milliseconds) {
      clock.moveTo(clock.now() + milliseconds)
      await settle()
    },
    async close() {
      await engine.stop()
      close()
    },
    kill: close,
  }
}

/** An act of a person, as the gate would make it. */
export function act(verb: string, rest: Partial<Act> = {}): Act {
  return { kind: 'engine', verb, actor: { kind: 'person', id: 'lin' }, at: MORNING, ...rest }
}

/** A diagram around the given elements of one process. Event-based gateways list their flows, as they must. */
export function diagram(process: string, rest = '', id = 'p'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions" targetNamespace="http://example.org">
<bpmn:process id="${id}" isExecutable="true">${withOutgoing(process)}</bpmn:process>${rest}</bpmn:definitions>`
}

function withOutgoing(process: string): string {
  return process.replace(/<bpmn:eventBasedGateway id="(\w+)"\/>/g, (_, gateway) => {
    const flows = process.matchAll(new RegExp(`<bpmn:sequenceFlow id="(\\w+)" sourceRef="${gateway}"`, 'g'))
    const outgoing = [...flows].map(([, flow]) => `<bpmn:outgoing>${flow}</bpmn:outgoing>`)
    return `<bpmn:eventBasedGateway id="${gateway}">${outgoing.join('')}</bpmn:eventBasedGateway>`
  })
}

/** Sequence flows `a-b`, each named after its ends; `a-b:=condition` with a condition, `a-b:default` is only named. */
export function flows(...ways: string[]): string {
  return ways
    .map(way => {
      const [, from, to, condition] = /^(\w+)-(\w+)(?::(=.*))?$/.exec(way)!
      const inner = condition
        ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</bpmn:conditionExpression>`
        : ''
      return `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${inner}</bpmn:sequenceFlow>`
    })
    .join('\n')
}

/** A service task whose jobs are of the type of its id. */
export function serviceTask(id: string, extensions = ''): string {
  return `<bpmn:serviceTask id="${id}"><bpmn:extensionElements><zeebe:taskDefinition type="${id}"/>${extensions}</bpmn:extensionElements></bpmn:serviceTask>`
}

/** A native user task. */
export function userTask(id: string, extensions = ''): string {
  return `<bpmn:userTask id="${id}"><bpmn:extensionElements><zeebe:userTask/>${extensions}</bpmn:extensionElements></bpmn:userTask>`
}

/** A timer that waits for a time. */
export function timer(duration: string): string {
  return `<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${duration}</bpmn:timeDuration></bpmn:timerEventDefinition>`
}

/** The key of the only record of this kind in an outcome. */
export function keyOf({ segments }: Pick<Outcome, 'segments'>, valueType: string, intent: string): string {
  const record = segments
    .flatMap(({ records }) => records)
    .find(each => each.valueType === valueType && each.intent === intent)
  if (!record) throw new Error(`Expected a record ${valueType} ${intent}, but there is none`)
  return record.key
}

/** Everything the journal says of one kind, as `intent elementId`. */
export function told({ journal }: Pick<TestEngine, 'journal'>, valueType: string): string[] {
  return journal
    .entries({ limit: 10_000 })
    .flatMap(({ segments = [] }) => segments.flatMap(({ records }) => records))
    .filter(record => record.valueType === valueType)
    .map(({ intent, value }) => {
      const { elementId, targetElementId, type } = value as unknown as Record<string, unknown>
      return `${intent} ${elementId ?? targetElementId ?? type ?? ''}`.trim()
    })
}
