import type { Database } from 'better-sqlite3'
import { toColumn, toKey } from '../../db/key.ts'
import type { Instant, Key } from '../engine/protocol/records.ts'

/** That a person had a hand in a case: completed one of its tasks, or was named as its handler. */
export interface Participation {
  personId: string
  /** The task's `kind`; `case-handling` for a named handler. */
  kind: string | null
  /** Absent for a named handler. */
  elementId?: string
  userTaskKey?: Key
  processInstanceKey: Key
  seq: number
  at: Instant
}

/** The history of a case as policies need it. */
export interface Participations {
  /** Everybody's part in any instance of the case, in order of time; both sides of a substitution. */
  ofCase(caseNo: string): Participation[]
  /** The same for one instance that has no case number. */
  ofInstance(processInstanceKey: Key): Participation[]
}

/** Columns in their order; the task's own are null for a named handler. */
type Row = [
  personId: string,
  completedFor: string | null,
  kind: string | null,
  elementId: string | null,
  userTaskKey: number | null,
  processInstanceKey: number,
  seq: number,
  at: number,
]

/** The kind of work that makes somebody a handler (承办). */
const HANDLING = 'case-handling'

/** Opened on the writing connection it sees what earlier acts of the same batch did. */
export function openParticipations(db: Database): Participations {
  // One statement, no sort in it, and rows without names: this is asked before every completion.
  const question = (instances: string) => `
    select completed_by, completed_for, kind, element_id, user_task_key, process_instance_key, ended_seq, ended_at
    from ${instances} join inbox_task using (process_instance_key) where completed_by is not null
    union all
    select person_id, null, '${HANDLING}', null, null, process_instance_key, seq, at
    from ${instances} join case_handler using (process_instance_key)`
  const ofCase = db
    .prepare<{ of: string }, Row>(
      `${question('(select process_instance_key from instance_summary where case_no = @of)')}
       union all
       select person_id, completed_for, kind, element_id, nullif(user_task_key, 0), process_instance_key, seq, at
       from former_participation where case_no = @of`,
    )
    .raw()
  const ofInstance = db.prepare<{ of: number }, Row>(question('(select @of as process_instance_key)')).raw()
  const inOrder = (rows: Row[]) => rows.flatMap(participationsOf).sort((a, b) => a.seq - b.seq)
  return {
    ofCase: caseNo => inOrder(ofCase.all({ of: caseNo })),
    ofInstance: key => inOrder(ofInstance.all({ of: toColumn(key) })),
  }
}

/** Whoever completes for somebody else makes both of them part of the case. */
function participationsOf(row: Row): Participation[] {
  const [personId, completedFor] = row
  return completedFor === null ? [partOf(personId, row)] : [partOf(personId, row), partOf(completedFor, row)]
}

function partOf(personId: string, [, , kind, elementId, userTaskKey, processInstanceKey, seq, at]: Row): Participation {
  const part: Participation = { personId, kind, processInstanceKey: toKey(processInstanceKey), seq, at }
  if (userTaskKey !== null && elementId !== null) {
    part.elementId = elementId
    part.userTaskKey = toKey(userTaskKey)
  }
  return part
}
