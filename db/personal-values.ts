import { randomBytes } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Json, Segment } from '../server/engine/protocol/records.ts'
import type { Act, Entry } from '../server/journal/act.ts'
import { canonicalize } from '../server/journal/canonical.ts'
import { commitmentOf, hidePersonal } from '../server/journal/personal.ts'
import { sha256 } from './sha256.ts'

const SALT_BYTES = 16

/** Keeps personal values beside the chain. */
export interface PersonalValues {
  /** The entry as it may be written: commitments instead of values, and the values put away. */
  hide(entry: Entry, act: Act): Entry
}

/** What a process once declared personal stays personal in every later entry of it, also in acts of the clock. */
export function createPersonalValues(db: Database): PersonalValues {
  const put = db.prepare('insert into personal_value (seq, commitment, salt, value) values (?, ?, ?, ?)')
  const declare = db.prepare('insert or ignore into personal_name (bpmn_process_id, name) values (?, ?)')
  const declared = new Map<string, Set<string>>()
  for (const row of db.prepare('select bpmn_process_id as id, name from personal_name').all()) {
    const { id, name } = row as { id: string; name: string }
    remember(declared, id, name)
  }

  function namesOf(act: Act, segments: readonly Segment[]): ReadonlySet<string> {
    const names = new Set(act.personal)
    for (const { bpmnProcessId } of segments) {
      if (!bpmnProcessId) continue
      for (const name of act.personal ?? []) {
        declare.run(bpmnProcessId, name)
        remember(declared, bpmnProcessId, name)
      }
      for (const name of declared.get(bpmnProcessId) ?? []) names.add(name)
    }
    return names
  }

  return {
    hide(entry, act) {
      const names = namesOf(act, entry.segments ?? [])
      const known = new Map<string, string>()
      const commit = (value: Json): string => {
        const text = canonicalize(value)
        const before = known.get(text)
        if (before) return before
        const salt = randomBytes(SALT_BYTES).toString('hex')
        const commitment = commitmentOf(value, salt, sha256)
        put.run(entry.seq, commitment, salt, text)
        known.set(text, commitment)
        return commitment
      }
      return hidePersonal(entry, names, commit)
    },
  }
}

function remember(declared: Map<string, Set<string>>, bpmnProcessId: string, name: string): void {
  const names = declared.get(bpmnProcessId)
  if (names) names.add(name)
  else declared.set(bpmnProcessId, new Set([name]))
}
