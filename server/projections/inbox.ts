import type { Database } from 'better-sqlite3'
import { toColumn, toKey } from '../../db/key.ts'
import type { Projection } from '../../db/projection.ts'
import type { EngineRecord, Key, Segment } from '../engine/protocol/records.ts'
import type { Entry } from '../journal/act.ts'
import { deletedInstances } from './deleted-instances.ts'
import {
  changesTask,
  changeTask,
  endOf,
  type HeldTask,
  type InboxTask,
  listOf,
  newTask,
  openTaskRows,
  type TaskEnd,
  type TaskRows,
} from './inbox-task.ts'
import { type LimitDues, openLimitDues } from './limit-dues.ts'
import { NO_DUE_DATE, queuesOf } from './task-queues.ts'

/** User tasks, open and done, and in whose inbox each open one stands. */
export const inbox: Projection = {
  name: 'inbox',
  tables: ['inbox_queue', 'inbox_task'],
  open(db) {
    const rows = openTaskRows(db)
    const queues = openQueues(db)
    const dues = openLimitDues(db)
    // The one look at another reading: `instances` has applied the entry before.
    const orgOf = db
      .prepare<[number], string | null>('select org from instance_summary where process_instance_key = ?')
      .pluck()
    const forget = db.prepare('delete from inbox_task where process_instance_key = ?')
    return entry => {
      for (const key of deletedInstances(entry)) forget.run(toColumn(key))
      const { changed, ended } = changesOf(entry, rows, dues)
      const orgs = new Map<number, string | null>()
      for (const { key, segment, end } of ended) {
        const held = rows.end(toColumn(segment.processInstanceKey!), toColumn(key), end)
        if (!held) throw missing(key, entry)
        queues.leave(held, toColumn(key))
        // What follows a task belongs where it belonged: no question before the next one.
        orgs.set(toColumn(segment.processInstanceKey!), held.org)
      }
      for (const { before, after } of changed) {
        const { processInstanceKey: instance } = after
        if (before) rows.update(after)
        else {
          if (!orgs.has(instance)) orgs.set(instance, orgOf.get(instance) ?? null)
          after.org = orgs.get(instance) ?? null
          rows.insert(after)
        }
        queues.move(before, after)
      }
    }
  },
}

interface Change {
  before: InboxTask | undefined
  after: InboxTask
}

/** The end of a task to which nothing else happens in the entry: it is written without being read first. */
interface Ending {
  key: Key
  segment: Segment
  end: TaskEnd
}

/** All records of an entry first, so that a task which is created, assigned and listed is written once. */
function changesOf(
  entry: Entry,
  rows: TaskRows,
  dues: LimitDues,
): { changed: Iterable<Change>; ended: readonly Ending[] } {
  const changes = new Map<Key, Change>()
  const ended: Ending[] = []
  for (const segment of entry.segments ?? []) {
    for (const record of segment.records) if (record.valueType === 'USER_TASK') fold(record, segment)
  }
  for (const { task, dueAt } of dues.changedBy(entry)) {
    const key = toKey(task.userTaskKey)
    // What was over may have ended the task with the same entry.
    if (ended.some(ending => ending.key === key)) continue
    const change = changes.get(key) ?? { before: task, after: { ...task } }
    change.after.dueAt = dueAt
    changes.set(key, change)
  }
  return { changed: changes.values(), ended }

  function fold({ key, intent, value }: EngineRecord<'USER_TASK'>, segment: Segment): void {
    if (intent === 'CREATING') {
      const after = newTask(key, value, segment, entry)
      if (value.customHeaders?.limit !== undefined) after.dueAt = dues.of(key, after.dueAt)
      changes.set(key, { before: undefined, after })
      return
    }
    const end = endOf(intent, value, entry)
    const change = changes.get(key)
    if (end && !change) ended.push({ key, segment, end })
    else if (end) Object.assign(change!.after, end)
    else if (changesTask(intent)) {
      const { after } = change ?? read(key, segment)
      if (intent === 'MIGRATED') after.processDefinitionKey = toColumn(segment.processDefinitionKey!)
      changeTask(after, intent, value)
      // The due date of a limit is changed by acts on the limit alone.
      if (intent === 'UPDATED') after.dueAt = dues.of(key, after.dueAt)
    }
  }

  function read(key: Key, segment: Segment): Change {
    const before = rows.find(toColumn(segment.processInstanceKey!), toColumn(key))
    if (!before) throw missing(key, entry)
    const change = { before, after: { ...before } }
    changes.set(key, change)
    return change
  }
}

function missing(key: Key, { seq }: Entry): Error {
  return new Error(`Expected user task ${key} in the inbox, found none in entry ${seq}`)
}

interface Queues {
  /** Takes the task out of the queues it stood in and puts it where it belongs now. */
  move(before: InboxTask | undefined, after: InboxTask): void
  /** Takes an ended task out of every queue. */
  leave(held: HeldTask, userTaskKey: number): void
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
    leave(held, userTaskKey) {
      for (const queue of queuesHolding(held)) leave.run(queue, held.dueAt ?? NO_DUE_DATE, userTaskKey)
    },
  }
}

function openQueuesOf(task: InboxTask): string[] {
  return task.state === 'CREATED' ? queuesHolding(task) : []
}

function queuesHolding({ assignee, candidateGroups, candidateUsers, org }: HeldTask): string[] {
  return queuesOf({ assignee, groups: listOf(candidateGroups), users: listOf(candidateUsers), org })
}
