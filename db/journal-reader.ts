import type { Database } from 'better-sqlite3'
import type { Json, Key } from '../server/engine/protocol/records.ts'
import type { Entry } from '../server/journal/act.ts'
import { unsealEntry } from '../server/journal/hash.ts'
import { PERSONAL, revealPersonal } from '../server/journal/personal.ts'
import { toColumn } from './key.ts'

/** An entry as it is read: with personal values in their place, and its own hash in hex. */
export interface JournaledEntry extends Entry {
  hash: string
}

/** Keyset paging: entries after `after` (exclusive), oldest first. */
export interface EntryRange {
  after?: number
  limit?: number
}

/** The journal as a book to look things up in. */
export interface JournalReader {
  /** The number of the newest entry; 0 for an empty journal. */
  lastSeq(): number
  findEntry(seq: number): JournaledEntry | undefined
  /** All entries in order, a page at a time. */
  entries(range?: EntryRange): JournaledEntry[]
  /** What tells of one process instance. */
  entriesOf(processInstanceKey: Key, range?: EntryRange): JournaledEntry[]
  /** What belongs to a case: entries of its instances and those of the case alone. */
  entriesOfCase(caseNo: string, instances: readonly Key[], range?: EntryRange): JournaledEntry[]
}

interface Row {
  seq: number
  body: string
  hash: Buffer
}

/** Reads on any connection; the writer's also sees what its open transaction wrote. */
export function createJournalReader(db: Database): JournalReader {
  const last = db.prepare<[], number | null>('select max(seq) from journal').pluck()
  const one = db.prepare<[number], Row>('select seq, body, hash from journal where seq = ?')
  const page = db.prepare<[number, number], Row>(
    'select seq, body, hash from journal where seq > ? order by seq limit ?',
  )
  const ofInstance = db.prepare<{ of: number; after: number; limit: number }, Row>(
    `select seq, body, hash from journal where seq in (${seqsOf('= @of')})
     and seq > @after order by seq limit @limit`,
  )
  const ofCase = db.prepare<{ caseNo: string; instances: string; after: number; limit: number }, Row>(
    `select seq, body, hash from journal where seq in (
       select seq from journal_case where case_no = @caseNo
       union ${seqsOf('in (select value from json_each(@instances))')}
     ) and seq > @after order by seq limit @limit`,
  )
  const read = entryReader(db)
  return {
    lastSeq: () => last.get() ?? 0,
    findEntry(seq) {
      const row = one.get(seq)
      return row && read(row)
    },
    entries: ({ after = 0, limit = 100 } = {}) => page.all(after, limit).map(read),
    entriesOf: (key, { after = 0, limit = -1 } = {}) => ofInstance.all({ of: toColumn(key), after, limit }).map(read),
    entriesOfCase: (caseNo, instances, { after = 0, limit = -1 } = {}) =>
      ofCase.all({ caseNo, instances: JSON.stringify(instances.map(toColumn)), after, limit }).map(read),
  }
}

/** The numbers of the entries that tell of instances: noted ones, and those that began or ended their user tasks. */
function seqsOf(instances: string): string {
  return `select seq from journal_instance where process_instance_key ${instances}
    union select created_seq from inbox_task where process_instance_key ${instances}
    union select ended_seq from inbox_task where process_instance_key ${instances} and ended_seq is not null`
}

/** Turns stored rows into entries with their personal values, as far as these still exist. */
function entryReader(db: Database): (row: Row) => JournaledEntry {
  const value = db
    .prepare<[number, string], string>('select value from personal_value where seq = ? and commitment = ?')
    .pluck()
  return ({ seq, body, hash }) => {
    const entry = unsealEntry(body)
    // Only commitments made for this very entry: nobody reads a value by quoting its commitment elsewhere.
    const open = (commitment: string): Json | undefined => {
      const text = value.get(seq, commitment)
      return text === undefined ? undefined : (JSON.parse(text) as Json)
    }
    const revealed = body.includes(`"${PERSONAL}"`) ? revealPersonal(entry, open) : entry
    return { ...revealed, hash: hash.toString('hex') }
  }
}
