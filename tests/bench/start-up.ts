import { join } from 'node:path'
import { createEngineStore } from '../../db/engine-store.ts'
import { createJournal } from '../../db/journal.ts'
import { openDatabase } from '../../db/open.ts'
import { createOfficeClock } from '../../server/clock/office-clock.ts'
import { createEmbeddedEngine } from '../../server/engine/embedded/index.ts'
import type { Act } from '../../server/journal/act.ts'
import { median } from './blocks.ts'
import type { Figure } from './figures.ts'

const FIRST_KEY = 2 ** 51 + 1000
const ROUNDS = 7
const DAY_MS = 24 * 60 * 60 * 1000

/** From opening the file to the first durable act, on an empty database and on one with so many open instances and armed timers. */
export async function measureStartUp(folder: string, instances: number): Promise<Figure[]> {
  const [empty, full] = [join(folder, 'empty.db'), join(folder, 'full.db')]
  openDatabase(empty).close()
  fill(full, instances)
  const times: Record<string, number[]> = { [empty]: [], [full]: [] }
  for (let round = -1; round < ROUNDS; round++)
    for (const path of [empty, full]) {
      const ms = await startUp(path)
      if (round >= 0) times[path]!.push(ms)
    }
  const [fast, slow] = [median(times[empty]!), median(times[full]!)]
  return [
    { metric: 'start to first act, empty', value: fast, unit: 'ms' },
    { metric: `start to first act, ${instances} instances and timers`, value: slow, unit: 'ms', atMost: 500 },
    { metric: 'start, full ÷ empty', value: slow / fast, unit: '', atMost: 2 },
  ]
}

async function startUp(path: string): Promise<number> {
  const begun = performance.now()
  const db = openDatabase(path)
  const clock = createOfficeClock()
  const ledger = createJournal(db.writer, { clock, projections: [] })
  const engine = createEmbeddedEngine<Act>({ store: createEngineStore(db.writer), ledger, clock })
  engine.start()
  const act: Act = {
    kind: 'access',
    verb: 'session.create',
    actor: { kind: 'person', id: 'lin-shen' },
    at: clock.now(),
  }
  await engine.submit({ act, commands: [] })
  const ms = performance.now() - begun
  await engine.stop()
  db.close()
  return ms
}

/** Rows as the engine leaves them: a document per instance, a timer that is due some day. */
function fill(path: string, instances: number): void {
  const db = openDatabase(path)
  const store = createEngineStore(db.writer)
  const document = JSON.stringify({ variables: { text: 'x'.repeat(900) } })
  const now = Date.now()
  for (let from = 0; from < instances; from += 10_000)
    db.writer.transaction(() => {
      for (let i = from; i < Math.min(from + 10_000, instances); i++) {
        const processInstanceKey = String(FIRST_KEY + i * 2)
        store.put('instance', { processInstanceKey, bpmnProcessId: 'approval5', isPaused: 0, document })
        store.put('timer', {
          timerKey: String(FIRST_KEY + i * 2 + 1),
          processInstanceKey,
          waiterKey: null,
          due: now + DAY_MS + i,
        })
      }
    })()
  db.close()
}
