import type { Database } from 'better-sqlite3'
import { toColumn } from '../../db/key.ts'
import type { Key, Segment, UserTaskIntent, UserTaskValue } from '../engine/protocol/records.ts'
import type { Entry } from '../journal/act.ts'

/** A row of `inbox_task`, columns in their order. */
export interface InboxTask {
  processInstanceKey: number
  userTaskKey: number
  processDefinitionKey: number
  elementId: string
  elementInstanceKey: number
  state: 'CREATING' | 'CREATED' | 'COMPLETED' | 'CANCELED'
  kind: string | null
  assignee: string | null
  candidateGroups: string | null
  candidateUsers: string | null
  dueAt: number | null
  followUpAt: number | null
  priority: number
  formKey: number | null
  createdAt: number
  createdSeq: number
  endedAt: number | null
  endedSeq: number | null
  completedBy: string | null
  completedFor: string | null
  action: string | null
}

/** A JSON list of a column, absent when empty. */
export const listOf = (column: string | null): string[] => (column ? (JSON.parse(column) as string[]) : [])
const columnOf = (list: readonly string[] | undefined): string | null => (list?.length ? JSON.stringify(list) : null)

/** The task as its first record (CREATING) describes it; nobody sees it before CREATED. */
export function newTask(
  key: Key,
  value: UserTaskValue,
  { processInstanceKey, processDefinitionKey }: Segment,
  entry: Entry,
): InboxTask {
  return {
    processInstanceKey: toColumn(processInstanceKey!),
    userTaskKey: toColumn(key),
    processDefinitionKey: toColumn(processDefinitionKey!),
    elementId: value.elementId,
    elementInstanceKey: toColumn(value.elementInstanceKey),
    state: 'CREATING',
    kind: value.customHeaders?.kind ?? null,
    assignee: null,
    candidateGroups: columnOf(value.candidateGroupsList),
    candidateUsers: columnOf(value.candidateUsersList),
    dueAt: instantOf(value.dueDate),
    followUpAt: instantOf(value.followUpDate),
    priority: value.priority ?? 50,
    formKey: value.formKey ? toColumn(value.formKey) : null,
    createdAt: entry.at,
    createdSeq: entry.seq,
    endedAt: null,
    endedSeq: null,
    completedBy: null,
    completedFor: null,
    action: null,
  }
}

/** Writes into a task what a later record says. */
export function changeTask(task: InboxTask, intent: UserTaskIntent, value: UserTaskValue, entry: Entry): void {
  switch (intent) {
    case 'CREATED':
      task.state = 'CREATED'
      return
    case 'ASSIGNED':
      task.assignee = value.assignee || null
      return
    case 'UPDATED':
      update(task, value)
      return
    case 'COMPLETED':
      end(task, 'COMPLETED', entry)
      task.action = value.action ?? null
      // The clock and the workers are nobody.
      if (entry.actor.kind !== 'person') return
      task.completedBy = entry.actor.id
      task.completedFor = entry.actor.onBehalfOf ?? null
      return
    case 'CANCELED':
      end(task, 'CANCELED', entry)
  }
}

function end(task: InboxTask, state: InboxTask['state'], { at, seq }: Entry): void {
  task.state = state
  task.endedAt = at
  task.endedSeq = seq
}

function update(task: InboxTask, value: UserTaskValue): void {
  const changed = new Set(value.changedAttributes)
  if (changed.has('candidateGroupsList')) task.candidateGroups = columnOf(value.candidateGroupsList)
  if (changed.has('candidateUsersList')) task.candidateUsers = columnOf(value.candidateUsersList)
  if (changed.has('dueDate')) task.dueAt = instantOf(value.dueDate)
  if (changed.has('followUpDate')) task.followUpAt = instantOf(value.followUpDate)
  if (changed.has('priority')) task.priority = value.priority ?? 50
}

/** ISO 8601 with offset, and perhaps a zone in brackets behind it. */
function instantOf(text: string | undefined): number | null {
  if (!text) return null
  const instant = Date.parse(text.replace(/\[.*\]$/, ''))
  return Number.isNaN(instant) ? null : instant
}

const COLUMNS = `process_instance_key, user_task_key, process_definition_key, element_id, element_instance_key, state, kind,
  assignee, candidate_groups, candidate_users, due_at, follow_up_at, priority, form_key, created_at, created_seq,
  ended_at, ended_seq, completed_by, completed_for, action`

/** The columns of `inbox_task` under the names of InboxTask, for a SELECT. */
export const TASK_COLUMNS = COLUMNS.split(/,\s*/)
  .map(column => `inbox_task.${column} as ${column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}`)
  .join(', ')

/** The statements that keep `inbox_task`. */
export interface TaskRows {
  find(processInstanceKey: number, userTaskKey: number): InboxTask | undefined
  insert(task: InboxTask): void
  update(task: InboxTask): void
}

/** Prepares them once. */
export function openTaskRows(db: Database): TaskRows {
  const find = db.prepare<[number, number], InboxTask>(
    `select ${TASK_COLUMNS} from inbox_task where process_instance_key = ? and user_task_key = ?`,
  )
  const insert = db.prepare(`insert into inbox_task (${COLUMNS}) values (${COLUMNS.replace(/\w+/g, '?')})`)
  const update = db.prepare(
    `update inbox_task set state = ?, assignee = ?, candidate_groups = ?, candidate_users = ?, due_at = ?,
       follow_up_at = ?, priority = ?, ended_at = ?, ended_seq = ?, completed_by = ?, completed_for = ?, action = ?
     where process_instance_key = ? and user_task_key = ?`,
  )
  return {
    find: (processInstanceKey, userTaskKey) => find.get(processInstanceKey, userTaskKey),
    insert: task => void insert.run(Object.values(task)),
    update: task =>
      void update.run(
        task.state,
        task.assignee,
        task.candidateGroups,
        task.candidateUsers,
        task.dueAt,
        task.followUpAt,
        task.priority,
        task.endedAt,
        task.endedSeq,
        task.completedBy,
        task.completedFor,
        task.action,
        task.processInstanceKey,
        task.userTaskKey,
      ),
  }
}
