import type { Database } from 'better-sqlite3'
import type { CommandResult, InternalCause, Ledger } from '../server/engine/process-engine.ts'
import { CommandRejected } from '../server/engine/protocol/errors.ts'
import type { Json, Key } from '../server/engine/protocol/records.ts'
import type { Act, Entry } from '../server/journal/act.ts'
import { canonicalize, NotCanonical } from '../server/journal/canonical.ts'
import { acceptedEntry, type Place, refusedEntry } from '../server/journal/entry.ts'
import { GENESIS, sealEntry } from '../server/journal/hash.ts'
import { createAnswerStore } from './idempotency.ts'
import { createJournalReader, type JournalReader } from './journal-reader.ts'
import { createPersonalValues } from './personal-values.ts'
import type { Projection } from './projection.ts'
import { sha256 } from './sha256.ts'

export interface JournalOptions {
  /** When an entry was recorded, UTC ms. */
  clock: { now(): number }
  /** Every reading that is kept up to date, in the order they are applied. */
  projections: readonly Projection[]
  /** The case of an instance, so that acts of the clock and of workers carry it too. */
  caseOf?(processInstanceKey: Key): string | undefined
}

/** The book acts are written into, and read back from on the writing connection. */
export interface Journal extends Ledger<Act>, JournalReader {}

interface Head {
  seq: number
  /** Hex. */
  hash: string
}

/** An entry that the readings know and the book does not. */
interface Noted {
  entry: Entry
  act: Act
  results: CommandResult[] | undefined
}

function headIn(row: { seq: number; hash: Buffer } | undefined): Head {
  return row ? { seq: row.seq, hash: row.hash.toString('hex') } : { seq: 0, hash: GENESIS }
}

/**
 * Writes entry after entry: hashed over the one before, with its readings and its answer, all inside the transaction
 * that the caller opened. Prepares its dozen statements once.
 */
export function createJournal(db: Database, { clock, projections, caseOf }: JournalOptions): Journal {
  const readHead = db.prepare<[], { seq: number; hash: Buffer }>(
    'select seq, hash from journal order by seq desc limit 1',
  )
  const insert = db.prepare('insert into journal (seq, body, hash) values (?, cast(? as text), unhex(?))')
  const readings = projections.map(projection => projection.open(db))
  const reader = createJournalReader(db)
  const personal = createPersonalValues(db)
  const answers = createAnswerStore(db)

  // The newest written entry, as long as nothing was taken back; the table refuses a number that is not the next one.
  let head: Head | undefined
  let noted: Noted[] = []
  const headNow = (): Head => (head ??= headIn(readHead.get()))
  const nextSeq = (): number => headNow().seq + noted.length + 1
  /** What was noted is written after its predecessor, whose hash it takes over then. */
  const nextPlace = (): Place => ({ seq: nextSeq(), prev: GENESIS, recordedAt: clock.now() })

  function note(entry: Entry, act: Act, results?: CommandResult[]): number {
    noted.push({ entry, act, results })
    for (const read of readings) read(entry)
    return entry.seq
  }

  function flush(): void {
    if (noted.length === 0) return
    const written = noted
    noted = []
    for (const { entry, act } of written) {
      entry.prev = headNow().hash
      const { body, hash } = sealEntry(personal.hide(entry, act), sha256)
      insert.run(entry.seq, body, hash)
      head = { seq: entry.seq, hash }
    }
    for (const { entry, act, results } of written)
      if (results && act.idempotency) answers.keep(act.idempotency, { seq: entry.seq, results }, entry.recordedAt)
  }

  const noteAct: Journal['note'] = (act, segments, results) =>
    note(acceptedEntry(act, segments, nextPlace()), act, results)

  return {
    ...flushedBefore(reader, flush),
    nextSeq,
    note: noteAct,
    flush: () => asText(flush),

    replay(act) {
      const { idempotency: asked } = act
      if (!asked) return undefined
      if (noted.some(({ act: { idempotency } }) => idempotency?.key === asked.key)) flush()
      const answer = answers.find(asked, clock.now())
      return answer && { ...answer, segments: reader.findEntry(answer.seq)?.segments ?? [], replayed: true }
    },

    forget() {
      head = undefined
      noted = []
    },

    append(act, segments, results) {
      const seq = noteAct(act, segments, results)
      asText(flush)
      return seq
    },

    refuse(act, rejection) {
      const seq = note(legible(refusedEntry(act, rejection, nextPlace())), act)
      flush()
      return seq
    },

    internalAct: cause => internalAct(cause, clock.now(), caseOf),
  }
}

/** Whoever reads the book inside a transaction finds in it what was noted before. */
function flushedBefore(reader: JournalReader, flush: () => void): JournalReader {
  const flushed = <Asked extends unknown[], Answer>(read: (...asked: Asked) => Answer) => {
    return (...asked: Asked): Answer => {
      flush()
      return read(...asked)
    }
  }
  return {
    lastSeq: flushed(reader.lastSeq),
    findEntry: flushed(reader.findEntry),
    entries: flushed(reader.entries),
    entriesOf: flushed(reader.entriesOf),
    entriesOfCase: flushed(reader.entriesOfCase),
  }
}

/** What has no canonical form is the caller's fault. */
function asText(write: () => void): void {
  try {
    write()
  } catch (error) {
    if (!(error instanceof NotCanonical)) throw error
    throw new CommandRejected('INVALID_ARGUMENT', `The act cannot be written down: ${error.message}`, {
      id: 'journal.not-text',
    })
  }
}

/** A refusal is written whatever was asked; text that has no canonical form stays out of the book. */
function legible(entry: Entry): Entry {
  try {
    canonicalize(entry as unknown as Json)
    return entry
  } catch (error) {
    if (!(error instanceof NotCanonical)) throw error
    const { payload: _, ...rest } = entry
    return JSON.parse(JSON.stringify(rest), (_name, value: unknown) =>
      typeof value === 'string' ? Buffer.from(value).toString() : value,
    ) as Entry
  }
}

/** The clock, the workers and the engine itself act too, but never as persons. */
function internalAct(cause: InternalCause, now: number, caseOf: JournalOptions['caseOf']): Act {
  const { kind, id, verb, processInstanceKey } = cause
  const caseNo = processInstanceKey && caseOf?.(processInstanceKey)
  return {
    kind: 'engine',
    verb,
    actor: { kind: kind === 'engine' ? 'system' : kind, id: kind === 'worker' ? id : kind, via: 'engine' },
    at: now,
    ...(caseNo && { caseNo }),
    subject: { id, ...(processInstanceKey && { processInstanceKey }) },
    ...(cause.cause !== undefined && { cause: cause.cause }),
  }
}
