import { createEngineStore } from '../../../db/engine-store.ts'
import { openDatabase } from '../../../db/open.ts'
import { createEmbeddedEngine } from '../../../server/engine/embedded/index.ts'
import type { Ledger, Outcome } from '../../../server/engine/index.ts'
import { ManualClock } from './manual-clock.ts'
import { EPOCH } from './notebook.ts'
import type { Subject } from './play.ts'

/** The embedded engine on a fresh database, without a journal: what is judged here is the engine alone. */
export function createSubject(path = ':memory:'): Subject & { close(): Promise<void> } {
  const { writer, close } = openDatabase(path, { preGrowWal: false })
  const clock = new ManualClock(EPOCH)
  let faults: unknown[] = []
  const onError = (error: unknown) => void faults.push(error)
  const engine = createEmbeddedEngine({ store: createEngineStore(writer), ledger: countingLedger(), clock, onError })
  const noted: Outcome[] = []
  engine.onCommit(outcomes => noted.push(...outcomes))
  engine.start()

  /** Until no act follows from an act any more. */
  const settle = async () => {
    for (let seen = -1; seen !== noted.length; ) {
      seen = noted.length
      await new Promise(resolve => setImmediate(resolve))
      await new Promise(resolve => setImmediate(resolve))
    }
    const [fault] = faults
    faults = []
    if (fault !== undefined) throw fault
    return noted.splice(0).flatMap(({ segments }) => segments)
  }

  return {
    async submit(command) {
      const { results } = await engine.submit({ act: undefined, commands: [command] })
      return { segments: await settle(), results }
    },
    async advance(milliseconds) {
      clock.moveTo(clock.now() + milliseconds)
      return settle()
    },
    async close() {
      await engine.stop()
      close()
    },
  }
}

/** Counts entries and keeps none. */
export function countingLedger(): Ledger<undefined> {
  let seq = 0
  return {
    replay: () => undefined,
    nextSeq: () => seq + 1,
    append: () => ++seq,
    refuse: () => ++seq,
    internalAct: () => undefined,
  }
}
