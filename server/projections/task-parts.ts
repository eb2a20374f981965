import type { Database } from 'better-sqlite3'
import { toColumn, toKey } from '../../db/key.ts'
import type { Projection } from '../../db/projection.ts'
import type { Instant, Key } from '../engine/protocol/records.ts'
import type { Entry } from '../journal/act.ts'
import { deletedInstances } from './deleted-instances.ts'

/** How somebody had a hand in a task that somebody else completed, or nobody yet. */
export type Part = 'signed' | 'cosigned' | 'returned' | 'handed-back' | 'taken-from' | 'given-up' | 'received'

/**
 * Who had a hand in a task without completing it: what separation of duty must know beside the completions, and both
 * sides of every change of hands.
 */
export const taskParts: Projection = {
  name: 'task-parts',
  tables: ['task_part'],
  open(db) {
    const insert = db.prepare(
      `insert or ignore into task_part (process_instance_key, seq, person_id, part, user_task_key, element_id, at)
       values (?, ?, ?, ?, ?, ?, ?)`,
    )
    const forget = db.prepare('delete from task_part where process_instance_key = ?')
    return entry => {
      for (const key of deletedInstances(entry)) forget.run(toColumn(key))
      const { userTaskKey, processInstanceKey, elementId } = entry.subject ?? {}
      if (entry.kind === 'refused' || !userTaskKey || !processInstanceKey || !elementId) return
      for (const [personId, part] of partsIn(entry))
        insert.run(toColumn(processInstanceKey), entry.seq, personId, part, toColumn(userTaskKey), elementId, entry.at)
    }
  },
}

/** What an act on a task makes of whom; a completion is the inbox's to tell, unless two signed. */
function partsIn({ verb, actor, payload = {} }: Entry): [personId: string, part: Part][] {
  const named = (name: string, part: Part): [string, Part][] => {
    const personId = payload[name]
    return typeof personId === 'string' ? [[personId, part]] : []
  }
  switch (verb) {
    case 'sheet.sign':
      return [[actor.id, 'signed']]
    case 'sheet.return':
      return [[actor.id, 'returned']]
    case 'user-task.complete':
      return actor.signer ? [[actor.id, 'cosigned']] : []
    case 'user-task.hand-back':
      return named('from', 'handed-back')
    case 'user-task.take-back':
      return named('from', 'taken-from')
    case 'user-task.assign':
    case 'user-task.reassign':
    case 'user-task.substitute':
      return [...named('from', 'given-up'), ...named('assignee', 'received')]
    default:
      return []
  }
}

/** A part in a task. */
export interface TaskPart {
  personId: string
  part: Part
  seq: number
  at: Instant
  userTaskKey: Key
  processInstanceKey: Key
  elementId: string
}

/** Questions to the parts; on the writing connection also inside a transaction. */
export interface TaskParts {
  /** In a task, in order of time. */
  ofTask(processInstanceKey: Key, userTaskKey: Key): TaskPart[]
  /** Of a person since an instant, in order of time. */
  ofPerson(personId: string, since: Instant): TaskPart[]
}

type Row = Omit<TaskPart, 'userTaskKey' | 'processInstanceKey'> & { userTaskKey: number; processInstanceKey: number }

/** Prepares the questions once. */
export function openTaskParts(db: Database): TaskParts {
  const SELECT = `select person_id as personId, part, seq, at, user_task_key as userTaskKey,
    process_instance_key as processInstanceKey, element_id as elementId from task_part`
  const ofTask = db.prepare<[number, number], Row>(
    `${SELECT} where process_instance_key = ? and user_task_key = ? order by seq`,
  )
  const ofPerson = db.prepare<[string, number], Row>(`${SELECT} where person_id = ? and at >= ? order by at, seq`)
  const partOf = (row: Row): TaskPart => ({
    ...row,
    userTaskKey: toKey(row.userTaskKey),
    processInstanceKey: toKey(row.processInstanceKey),
  })
  return {
    ofTask: (instance, task) => ofTask.all(toColumn(instance), toColumn(task)).map(partOf),
    ofPerson: (personId, since) => ofPerson.all(personId, since).map(partOf),
  }
}
