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

interface CompletedRow {
  userTaskKey: number
  elementId: string
  kind: string | null
  completedBy: string
  completedFor: string | null
  seq: number
  at: number
}

interface HandlerRow {
  personId: string
  seq: number
  at: number
}

/** The kind of work that makes somebody a handler (承办). */
const HANDLING = 'case-handling'

/** Opened on the writing connection it sees what earlier acts of the same batch did. */
export function openParticipations(db: Database): Participations {
  const instances = db
    .prepare<[string], number>('select process_instance_key from instance_summary where case_no = ?')
    .pluck()
  const completed = db.prepare<[number], CompletedRow>(
    `select user_task_key as userTaskKey, element_id as elementId, kind, completed_by as completedBy,
       completed_for as completedFor, ended_seq as seq, ended_at as at
     from inbox_task where process_instance_key = ? and completed_by is not null`,
  )
  const handlers = db.prepare<[number], HandlerRow>(
    'select person_id as personId, seq, at from case_handler where process_instance_key = ?',
  )

  function ofInstances(columns: number[]): Participation[] {
    const parts = columns.flatMap(column => {
      const processInstanceKey = toKey(column)
      const named = handlers.all(column).map(handler => ({ ...handler, kind: HANDLING, processInstanceKey }))
      return [...named, ...completed.all(column).flatMap(row => participationsOf(row, processInstanceKey))]
    })
    return parts.sort((a, b) => a.seq - b.seq)
  }

  return {
    ofCase: caseNo => ofInstances(instances.all(caseNo)),
    ofInstance: key => ofInstances([toColumn(key)]),
  }
}

/** Whoever completes for somebody else makes both of them part of the case. */
function participationsOf({ completedBy, completedFor, userTaskKey, ...row }: CompletedRow, processInstanceKey: Key) {
  const part = { ...row, userTaskKey: toKey(userTaskKey), processInstanceKey }
  const own = { ...part, personId: completedBy }
  return completedFor === null ? [own] : [own, { ...part, personId: completedFor }]
}
