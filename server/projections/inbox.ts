import type { Database } from 'better-sqlite3'
import { toColumn } from '../../db/key.ts'
import type { Projection } from '../../db/projection.ts'
import type { EngineRecord, Segment } from '../engine/protocol/records.ts'
import type { Entry } from '../journal/act.ts'
import { changeTask, type InboxTask, listOf, newTask, openTaskRows, type TaskRows } from './inbox-task.ts'
import { NO_DUE_DATE, queuesOf } from './task-queues.ts'

/** User tasks, open and done, and in whose inbox each open one stands. */
export const inbox: Projection = {
  name: 'inbox',
  tables: ['inbox_queue', 'inbox_task'],
  open(db) {
    const rows = openTaskRows(db)
    const queues = openQueues(db)
    return entry => {
      for (const { before, after } of changesOf(entry, rows)) {
        if (before) rows.update(after)
        else rows.insert(after)
        queues.move(before, after)
      }
    }
  },
}

interface Change {
  before: InboxTask | undefined
  after: InboxTask
}

/** All records of an entry first, so that a task which is created, assigned and listed is written once. */
function changesOf(entry: Entry, rows: TaskRows): Iterable<Change> {
  const changes = new Map<string, Change>()
  for (const segment of entry.segments ?? []) {
    for (const record of segment.records) if (record.valueType === 'USER_TASK') fold(record, segment)
  }
  return changes.values()

  function fold({ key, intent, value }: EngineRecord<'USER_TASK'>, segment: Segment): void {
    if (intent === 'CREATING') {
      changes.set(key, { before: undefined, after: newTask(key, value, segment, entry) })
      return
    }
    let change = changes.get(key)
    if (!change) {
      const before = rows.find(toColumn(segment.processInstanceKey!), toColumn(key))
      if (!before)
        throw new Error(`Expected user task ${key} in the inbox, found none for ${intent} of entry ${entry.seq}`)
      change = { before, after: { ...before } }
      changes.set(key, change)
    }
    changeTask(change.after, intent, value, entry)
  }
}

interface Queues {
  /** Takes the task out of the queues it stood in and puts it where it belongs now. */
  move(before: InboxTask | undefined, after: InboxTask): void
}

function openQueues(db: Database): Queues {
  const leave = db.prepare('delete from inbox_queue where queue = ? and due_at = ? and user_task_key = ?')
  const join = db.prepare(
    'insert into inbox_queue (queue, due_at, user_task_key, process_instance_key, process_definition_key) values (?, ?, ?, ?, ?)',
  )
  return {
    move(before, after) {
      const left = before ? openQueuesOf(before) : []
      const joined = openQueuesOf(after)
      const stays = before?.dueAt === after.dueAt
      const due = after.dueAt ?? NO_DUE_DATE
      for (const queue of left) {
        if (!stays || !joined.includes(queue)) leave.run(queue, before?.dueAt ?? NO_DUE_DATE, after.userTaskKey)
      }
      for (const queue of joined) {
        if (stays && left.includes(queue)) continue
        join.run(queue, due, after.userTaskKey, after.processInstanceKey, after.processDefinitionKey)
      }
    },
  }
}

function openQueuesOf({ state, assignee, candidateGroups, candidateUsers }: InboxTask): string[] {
  if (state !== 'CREATED') return []
  return queuesOf({ assignee, groups: listOf(candidateGroups), users: listOf(candidateUsers) })
}
