import type { Database } from 'better-sqlite3'
import { toKey } from '../../db/key.ts'
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
  kind: string | null
  elementId: string | null
  userTaskKey: number | null
  processInstanceKey: number
  seq: number
  at: number
}

/** The kind of work that makes somebody a handler (承办). */
const HANDLING = 'case-handling'

/** Opened on the writing connection it sees what earlier acts of the same batch did. */
export function openParticipations(db: Database): Participations {
  const question = (instances: string) => {
    const completed = (person: string) => `select task.${person} as personId, task.kind as kind,
      task.element_id as elementId, task.user_task_key as userTaskKey, task.process_instance_key as processInstanceKey,
      task.ended_seq as seq, task.ended_at as at
      from inbox_task as task where task.process_instance_key in (${instances}) and task.${person} is not null`
    return `${completed('completed_by')} union all ${completed('completed_for')} union all
      select person_id, '${HANDLING}', null, null, process_instance_key, seq, at
      from case_handler where process_instance_key in (${instances}) order by seq, userTaskKey, personId`
  }
  const ofCase = db.prepare<{ of: string }, Row>(
    question('select process_instance_key from instance_summary where case_no = @of'),
  )
  const ofInstance = db.prepare<{ of: number }, Row>(question('@of'))
  const participationOf = ({ elementId, userTaskKey, ...row }: Row): Participation => ({
    ...row,
    processInstanceKey: toKey(row.processInstanceKey),
    ...(elementId !== null && { elementId }),
    ...(userTaskKey !== null && { userTaskKey: toKey(userTaskKey) }),
  })
  return {
    ofCase: caseNo => ofCase.all({ of: caseNo }).map(participationOf),
    ofInstance: key => ofInstance.all({ of: Number(key) }).map(participationOf),
  }
}
