import type { Database } from 'better-sqlite3'
import { toColumn } from '../../db/key.ts'
import type { Instant, Key } from '../engine/protocol/records.ts'
import type { Entry } from '../journal/act.ts'
import { type InboxTask, TASK_COLUMNS } from './inbox-task.ts'

/** When tasks are due by their statutory limits: what the inbox is ordered by. */
export interface LimitDues {
  /** The earliest end of the task's limits that run, null while all of them stand still; of a task without any, what it has. */
  of(userTaskKey: Key, otherwise: Instant | null): Instant | null
  /** The open tasks whose limits an act has changed, with what they are due at from now on. */
  changedBy(entry: Entry): { task: InboxTask; dueAt: Instant | null }[]
}

/** Prepares the questions once; the limits register must have the entry already. */
export function openLimitDues(db: Database): LimitDues {
  const limits = db.prepare<[number], { count: number; dueAt: number | null }>(
    `select count(*) as count, min(case when stopped_at is null then due_at end) as dueAt
     from limit_entry where owner_key = ?`,
  )
  const open = db.prepare<[number], InboxTask>(
    `select ${TASK_COLUMNS} from inbox_task where user_task_key = ? and state in ('CREATING', 'CREATED')`,
  )
  const of = (userTaskKey: Key, otherwise: Instant | null) => {
    const found = limits.get(toColumn(userTaskKey))
    return found && found.count > 0 ? found.dueAt : otherwise
  }
  return {
    of,
    changedBy({ register = [] }) {
      const records = register.filter(({ register: name }) => name === 'limits')
      const owners = new Set(records.map(({ id }) => id.split('/')[0] ?? ''))
      return [...owners].flatMap(owner => {
        const task = open.get(toColumn(owner))
        return task ? [{ task, dueAt: of(owner, task.dueAt) }] : []
      })
    },
  }
}
