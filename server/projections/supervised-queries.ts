import type { Database } from 'better-sqlite3'
import { fromCursor, type Page, pageOf } from './cursor.ts'
import { createStatements } from './statements.ts'
import { orgQueue } from './task-queues.ts'
import { TASK_CONTEXT, TASK_SELECT, type TaskRow, type UserTask, userTaskOf } from './user-tasks.ts'

/** What narrows a list of tasks: joins and conditions on `task`, with their values. */
export interface Narrowing {
  joins: string
  conditions: string
  values: Record<string, string | number>
}

/** What is open in the business of organisations, whoever holds it. */
export interface Supervised {
  /** Soonest due first. */
  page(orgs: readonly string[], narrowing: Narrowing, limit: number, after?: string): Page<UserTask>
  /** At most `most`. */
  count(orgs: readonly string[], narrowing: Narrowing, most: number): number
}

interface Head {
  userTaskKey: number
  processInstanceKey: number
  dueAt: number
}

/**
 * Prepares each shape of question once. A task stands in the queue of one organisation only, so the heads of the queues are
 * merged here, one short range each: SQL would have to sort them all, and allows five hundred at most.
 */
export function openSupervised(db: Database): Supervised {
  const statement = createStatements(db)
  const rows = db.prepare<[string], TaskRow & { dueAt: number; sortAt: number }>(
    `select ${TASK_SELECT.replace(/^select /, '')}, head.value ->> 2 as sortAt from json_each(?) as head
     join inbox_task on inbox_task.process_instance_key = head.value ->> 0 and inbox_task.user_task_key = head.value ->> 1
     ${TASK_CONTEXT} order by sortAt, inbox_task.user_task_key`,
  )

  function headsOf(orgs: readonly string[], { joins, conditions, values }: Narrowing, limit: number, after?: string) {
    const [dueAt = -1, key = -1] = after === undefined ? [] : fromCursor(after, 2)
    const head = statement<Head>(
      `select task.user_task_key as userTaskKey, task.process_instance_key as processInstanceKey, task.due_at as dueAt
       from inbox_queue as task ${joins} where task.queue = @queue and (task.due_at, task.user_task_key) > (@dueAt, @key)
       ${conditions} order by task.due_at, task.user_task_key limit @limit`,
    )
    return orgs
      .flatMap(org => head.all({ ...values, queue: orgQueue(org), dueAt, key, limit }))
      .sort((a, b) => a.dueAt - b.dueAt || a.userTaskKey - b.userTaskKey)
      .slice(0, limit)
  }

  return {
    page(orgs, narrowing, limit, after) {
      const heads = headsOf(orgs, narrowing, limit + 1, after)
      const keys = heads.map(({ processInstanceKey, userTaskKey, dueAt }) => [processInstanceKey, userTaskKey, dueAt])
      return pageOf(
        rows.all(JSON.stringify(keys)),
        limit,
        ({ sortAt: _sortAt, ...row }) => userTaskOf(row),
        ({ sortAt, userTaskKey }) => [sortAt, userTaskKey],
      )
    },
    count(orgs, { joins, conditions, values }, most) {
      const count = statement<{ total: number }>(
        `select count(*) as total from (select 1 from inbox_queue as task ${joins} where task.queue = @queue ${conditions} limit @left)`,
      )
      let total = 0
      for (const org of orgs) {
        if (total >= most) break
        total += count.get({ ...values, queue: orgQueue(org), left: most - total })!.total
      }
      return total
    },
  }
}
