import type { Database } from 'better-sqlite3'
import { toColumn } from '../../db/key.ts'
import { instantOfText } from '../deadlines/instant-text.ts'
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
  org: string | null
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
    org: null,
  }
}

/** Whether a record of the intent says something about a task that goes on. */
export function changesTask(intent: UserTaskIntent): boolean {
  return intent === 'CREATED' || intent === 'ASSIGNED' || intent === 'UPDATED' || intent === 'MIGRATED'
}

/** Writes into a task what such a record says. */
export function changeTask(task: InboxTask, intent: UserTaskIntent, value: UserTaskValue): void {
  if (intent === 'CREATED') task.state = 'CREATED'
  if (intent === 'ASSIGNED') task.assignee = value.assignee || null
  if (intent === 'MIGRATED') task.elementId = value.elementId
  // Listeners may have corrected more than what was asked for.
  if (value.changedAttributes) update(task, value)
}

/** How a task ended: the columns that say so. */
export type TaskEnd = Pick<InboxTask, 'state' | 'endedAt' | 'endedSeq' | 'completedBy' | 'completedFor' | 'action'>

/** The end a record tells of. */
export function endOf(intent: UserTaskIntent, { action }: UserTaskValue, entry: Entry): TaskEnd | undefined {
  const { at, seq, actor } = entry
  const ended = { endedAt: at, endedSeq: seq }
  if (intent === 'CANCELED') return { state: intent, ...ended, completedBy: null, completedFor: null, action: null }
  if (intent !== 'COMPLETED') return undefined
  // The clock and the workers are nobody.
  const isPerson = actor.kind === 'person'
  return {
    state: intent,
    ...ended,
    // Of two signatures the first is the work, the second its witness.
    completedBy: isPerson ? (actor.signer?.id ?? actor.id) : null,
    completedFor: (isPerson && actor.onBehalfOf) || null,
    action: action ?? null,
  }
}

function update(task: InboxTask, value: UserTaskValue): void {
  const changed = new Set(value.changedAttributes)
  if (changed.has('assignee')) task.assignee = value.assignee || null
  if (changed.has('candidateGroupsList')) task.candidateGroups = columnOf(value.candidateGroupsList)
  if (changed.has('candidateUsersList')) task.candidateUsers = columnOf(value.candidateUsersList)
  if (changed.has('dueDate')) task.dueAt = instantOf(value.dueDate)
  if (changed.has('followUpDate')) task.followUpAt = instantOf(value.followUpDate)
  if (changed.has('priority')) task.priority = value.priority ?? 50
}

/** ISO 8601 with offset, and perhaps a zone in brackets behind it. */
function instantOf(text: string | undefined): number | null {
  if (!text) return null
  const instant = instantOfText(text)
  return Number.isNaN(instant) ? null : instant
}

const COLUMNS = `process_instance_key, user_task_key, process_definition_key, element_id, element_instance_key, state, kind,
  assignee, candidate_groups, candidate_users, due_at, follow_up_at, priority, form_key, created_at, created_seq,
  ended_at, ended_seq, completed_by, completed_for, action, org`

/** The columns of `inbox_task` under the names of InboxTask, for a SELECT. */
export const TASK_COLUMNS = COLUMNS.split(/,\s*/)
  .map(column => `inbox_task.${column} as ${column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}`)
  .join(', ')

/** The statements that keep `inbox_task`. */
export interface TaskRows {
  find(processInstanceKey: number, userTaskKey: number): InboxTask | undefined
  insert(task: InboxTask): void
  update(task: InboxTask): void
  /** Ends a task and answers by whom it was held; undefined when there is none. */
  end(processInstanceKey: number, userTaskKey: number, end: TaskEnd): HeldTask | undefined
}

/** What says in which queues a task stands. */
export type HeldTask = Pick<InboxTask, 'assignee' | 'candidateGroups' | 'candidateUsers' | 'dueAt' | 'org'>

/** Prepares them once. */
export function openTaskRows(db: Database): TaskRows {
  const find = db.prepare<[number, number], InboxTask>(
    `select ${TASK_COLUMNS} from inbox_task where process_instance_key = ? and user_task_key = ?`,
  )
  const insert = db.prepare(`insert into inbox_task (${COLUMNS}) values (${COLUMNS.replace(/\w+/g, '?')})`)
  const update = db.prepare(
    `update inbox_task set state = ?, assignee = ?, candidate_groups = ?, candidate_users = ?, due_at = ?,
       follow_up_at = ?, priority = ?, ended_at = ?, ended_seq = ?, completed_by = ?, completed_for = ?, action = ?,
       process_definition_key = ?, element_id = ?
     where process_instance_key = ? and user_task_key = ?`,
  )
  const held = db.prepare<[number, number], HeldTask>(
    `select assignee, candidate_groups as candidateGroups, candidate_users as candidateUsers, due_at as dueAt, org
     from inbox_task where process_instance_key = ? and user_task_key = ?`,
  )
  const end = db.prepare(
    `update inbox_task set state = ?, ended_at = ?, ended_seq = ?, completed_by = ?, completed_for = ?, action = ?
     where process_instance_key = ? and user_task_key = ?`,
  )
  return {
    end(processInstanceKey, userTaskKey, { state, endedAt, endedSeq, completedBy, completedFor, action }) {
      // Two statements, because RETURNING costs a temporary table.
      const holder = held.get(processInstanceKey, userTaskKey)
      end.run(state, endedAt, endedSeq, completedBy, completedFor, action, processInstanceKey, userTaskKey)
      return holder
    },
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
        task.processDefinitionKey,
        task.elementId,
        task.processInstanceKey,
        task.userTaskKey,
      ),
  }
}
