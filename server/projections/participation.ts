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

interface Row {
  personId: string
  /** Both null for a named handler. */
  userTaskKey: number | null
  elementId: string | null
  kind: string | null
  completedFor: string | null
  processInstanceKey: number
  seq: number
  at: number
}

/** The kind of work that makes somebody a handler (承办). */
const HANDLING = 'case-handling'

/** Opened on the writing connection it sees what earlier acts of the same batch did. */
export function openParticipations(db: Database): Participations {
  // One statement and no sort in it: this is asked before every completion.
  const question = (instances: string) => `
    select completed_by as personId, user_task_key as userTaskKey, element_id as elementId, kind,
      completed_for as completedFor, process_instance_key as processInstanceKey, ended_seq as seq, ended_at as at
    from ${instances} join inbox_task using (process_instance_key) where completed_by is not null
    union all
    select person_id, null, null, '${HANDLING}', null, process_instance_key, seq, at
    from ${instances} join case_handler using (process_instance_key)`
  const ofCase = db.prepare<{ of: string }, Row>(
    question('(select process_instance_key from instance_summary where case_no = @of)'),
  )
  const ofInstance = db.prepare<{ of: number }, Row>(question('(select @of as process_instance_key)'))
  const inOrder = (rows: Row[]) => rows.flatMap(participationsOf).sort((a, b) => a.seq - b.seq)
  return {
    ofCase: caseNo => inOrder(ofCase.all({ of: caseNo })),
    ofInstance: key => inOrder(ofInstance.all({ of: toColumn(key) })),
  }
}

/** Whoever completes for somebody else makes both of them part of the case. */
function participationsOf({ personId, completedFor, userTaskKey, elementId, ...row }: Row): Participation[] {
  const own: Participation = {
    personId,
    kind: row.kind,
    processInstanceKey: toKey(row.processInstanceKey),
    seq: row.seq,
    at: row.at,
    ...(userTaskKey !== null && elementId !== null && { userTaskKey: toKey(userTaskKey), elementId }),
  }
  return completedFor === null ? [own] : [own, { ...own, personId: completedFor }]
}
