import type { Database } from 'better-sqlite3'
import { toKey } from '../../db/key.ts'
import type { Key } from '../engine/protocol/records.ts'
import { assigneeQueue } from './task-queues.ts'

/** A task that somebody completed, or signed second, and the entry that tells it. */
export interface DoneTask {
  userTaskKey: Key
  processInstanceKey: Key
  processDefinitionKey: Key
  elementId: string
  kind: string | null
  caseNo: string | null
  seq: number
  part: 'completed' | 'cosigned'
}

/** What lies on whose desk, and what went over it. */
export interface Desks {
  /** Everybody who holds an open task. */
  holders(): string[]
  /** The open tasks somebody holds. */
  heldBy(personId: string): Key[]
  /** What somebody completed or signed second, oldest first. */
  doneBy(personId: string): DoneTask[]
  /** Running instances that ever named one of these as a handler, with the case they belong to. */
  handledBy(personIds: readonly string[]): { processInstanceKey: Key; caseNo: string; personId: string }[]
}

type Row = Omit<DoneTask, 'userTaskKey' | 'processInstanceKey' | 'processDefinitionKey'> & {
  userTaskKey: number
  processInstanceKey: number
  processDefinitionKey: number
}

const PREFIX = assigneeQueue('')

/** Prepares the questions once. */
export function openDesks(db: Database): Desks {
  // From one holder to the next by the index: it reads as many rows as there are holders, not tasks.
  const next = db
    .prepare<[string, string], string>(
      'select queue from inbox_queue where queue > ? and queue < ? order by queue limit 1',
    )
    .pluck()
  const held = db
    .prepare<[string], number>('select user_task_key from inbox_queue where queue = ? order by user_task_key')
    .pluck()
  const done = db.prepare<{ personId: string }, Row>(
    `select user_task_key as userTaskKey, task.process_instance_key as processInstanceKey,
       task.process_definition_key as processDefinitionKey, task.element_id as elementId, kind, case_no as caseNo,
       ended_seq as seq, 'completed' as part
     from inbox_task as task join instance_summary using (process_instance_key) where completed_by = @personId
     union all
     select user_task_key, task.process_instance_key, task.process_definition_key, task.element_id, kind, case_no,
       own.seq, 'cosigned'
     from task_part as own join inbox_task as task using (process_instance_key, user_task_key)
       join instance_summary using (process_instance_key) where own.person_id = @personId and own.part = 'cosigned'
     order by seq`,
  )
  const handled = db.prepare<[string], { processInstanceKey: number; caseNo: string; personId: string }>(
    `select process_instance_key as processInstanceKey, case_no as caseNo, person_id as personId
     from case_handler join instance_summary using (process_instance_key)
     where state = 'ACTIVE' and case_no is not null and person_id in (select value from json_each(?))`,
  )
  return {
    holders() {
      const found: string[] = []
      const beyond = `${PREFIX.slice(0, -1)};`
      for (let queue = next.get(PREFIX, beyond); queue !== undefined; queue = next.get(queue, beyond))
        found.push(queue.slice(PREFIX.length))
      return found
    },
    heldBy: personId => held.all(assigneeQueue(personId)).map(toKey),
    doneBy: personId =>
      done.all({ personId }).map(row => ({
        ...row,
        userTaskKey: toKey(row.userTaskKey),
        processInstanceKey: toKey(row.processInstanceKey),
        processDefinitionKey: toKey(row.processDefinitionKey),
      })),
    handledBy: personIds =>
      handled
        .all(JSON.stringify(personIds))
        .map(row => ({ ...row, processInstanceKey: toKey(row.processInstanceKey) })),
  }
}
