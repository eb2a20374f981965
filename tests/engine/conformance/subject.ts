import type { Database } from 'better-sqlite3'
import { createEngineStore } from '../../../db/engine-store.ts'
import { openDatabase } from '../../../db/open.ts'
import { createEmbeddedEngine, type EntrySegments } from '../../../server/engine/embedded/index.ts'
import type { Ledger, Outcome, Segment } from '../../../server/engine/index.ts'
import { ManualClock } from './manual-clock.ts'
import { EPOCH } from './notebook.ts'
import type { Subject } from './play.ts'

export interface TestSubject extends Subject {
  db: Database
  /** Every entry so far. */
  entries: EntrySegments[]
  close(): Promise<void>
}

/** The embedded engine on a fresh database, without a journal: what is judged here is the engine alone. */
export function createSubject(path = ':memory:'): TestSubject {
  const { writer, close } = openDatabase(path, { preGrowWal: false })
  const clock = new ManualClock(EPOCH)
  const entries: EntrySegments[] = []
  let faults: unknown[] = []
  const onError = (error: unknown) => void faults.push(error)
  const engine = createEmbeddedEngine({
    store: createEngineStore(writer),
    ledger: listingLedger(entries),
    clock,
    onError,
  })
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
    db: writer,
    entries,
    async submit(command) {
      const { results } = await engine.submit({ act: undefined, commands: [command] })
      return { segments: await settle(), results }
    },
    async advance(milliseconds) {
      clock.moveTo(clock.now() + milliseconds)
      return settle()
    },
    settle,
    async close() {
      await engine.stop()
      close()
    },
  }
}

/** Keeps the entries' segments in a list; what a batch only noted is taken out again when the batch is taken back. */
function listingLedger(entries: EntrySegments[]): Ledger<undefined> {
  let seq = 0
  let kept = { seq, entries: 0 }
  const write = (segments: Segment[]) => {
    entries.push({ seq: ++seq, segments })
    return seq
  }
  const keep = () => {
    kept = { seq, entries: entries.length }
    return seq
  }
  return {
    replay: () => undefined,
    nextSeq: () => seq + 1,
    append: (_act, segments) => write(segments) && keep(),
    note: (_act, segments) => write(segments),
    refuse: () => ++seq && keep(),
    flush: () => void keep(),
    forget() {
      seq = kept.seq
      entries.length = kept.entries
    },
    internalAct: () => undefined,
  }
}
