import type { Database } from 'better-sqlite3'
import { toColumn } from '../../db/key.ts'
import type { Key } from '../engine/protocol/records.ts'

/** That a person had a hand in a case: completed one of its tasks, had a part in one, or was named as its handler. */
export interface Participation {
  personId: string
  /** The task's `kind`; `case-handling` for a handler who was named or registered. */
  kind: string | null
}

/** The history of a case as policies need it. */
export interface Participations {
  /** Everybody's part in any instance of the case, in order of time; both sides of a substitution. */
  ofCase(caseNo: string): Participation[]
  /** The same for one instance that has no case number. */
  ofInstance(processInstanceKey: Key): Participation[]
}

type Row = [personId: string, completedFor: string | null, kind: string | null, seq: number]

/** The kind of work that makes somebody a handler (承办). */
const HANDLING = 'case-handling'

/** Opened on the writing connection it sees what earlier acts of the same batch did. */
export function openParticipations(db: Database): Participations {
  // One statement, no sort in it, and rows without names: this is asked before every completion.
  const question = (instances: string) => `
    select completed_by, completed_for, kind, ended_seq
    from ${instances} join inbox_task using (process_instance_key) where completed_by is not null
    union all
    select person_id, null, '${HANDLING}', seq from ${instances} join case_handler using (process_instance_key)
    union all
    select person_id, null, kind, seq from ${instances} join task_part using (process_instance_key)
      join inbox_task using (process_instance_key, user_task_key)`
  const ofCase = db
    .prepare<[string, string, string, string, string], Row>(
      `${question('(select process_instance_key from instance_summary where case_no = ?)')}
       union all select person_id, completed_for, kind, seq from former_participation where case_no = ?
       union all select person_id, null, '${HANDLING}', case_seq from case_officer where case_no = ?`,
    )
    .raw()
  const ofInstance = db.prepare<[number, number, number], Row>(question('(select ? as process_instance_key)')).raw()
  return {
    ofCase: caseNo => inOrder(ofCase.all(caseNo, caseNo, caseNo, caseNo, caseNo)),
    ofInstance(processInstanceKey) {
      const key = toColumn(processInstanceKey)
      return inOrder(ofInstance.all(key, key, key))
    },
  }
}

/** Whoever completes for somebody else makes both of them part of the case. */
function inOrder(rows: Row[]): Participation[] {
  const parts: Participation[] = []
  for (const [personId, completedFor, kind] of rows.sort((a, b) => a[3] - b[3])) {
    parts.push({ personId, kind })
    if (completedFor !== null) parts.push({ personId: completedFor, kind })
  }
  return parts
}
