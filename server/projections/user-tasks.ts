import type { Database } from 'better-sqlite3'
import { toColumn, toKey } from '../../db/key.ts'
import type { Instant, Key } from '../engine/protocol/records.ts'
import { type InboxTask, listOf, TASK_COLUMNS } from './inbox-task.ts'

/** A user task with the context of its case, as inbox, task page and policies see it. Instants are UTC ms. */
export interface UserTask {
  userTaskKey: Key
  elementId: string
  elementInstanceKey: Key
  state: 'CREATING' | 'CREATED' | 'COMPLETED' | 'CANCELED'
  kind: string | null
  assignee: string | null
  candidateGroups: string[]
  candidateUsers: string[]
  dueAt: Instant | null
  followUpAt: Instant | null
  priority: number
  formKey: Key | null
  createdAt: Instant
  endedAt: Instant | null
  endedSeq: number | null
  completedBy: string | null
  completedFor: string | null
  action: string | null
  processInstanceKey: Key
  processDefinitionKey: Key
  bpmnProcessId: string
  version: number
  processName: string | null
  startedBy: string | null
  caseNo: string | null
  title: string | null
  party: string | null
  round: number | null
}

/** A row of TASK_SELECT. */
export type TaskRow = InboxTask &
  Pick<UserTask, 'bpmnProcessId' | 'version' | 'processName' | 'startedBy' | 'caseNo' | 'title' | 'party' | 'round'>

/** Columns and joins that make a TaskRow; the caller says where `inbox_task` comes from. */
export const TASK_SELECT = `select ${TASK_COLUMNS}, instance.bpmn_process_id as bpmnProcessId, instance.version,
  definition.name as processName, instance.started_by as startedBy, instance.case_no as caseNo, instance.title,
  instance.party, instance.round`

/** The joins of TASK_SELECT. */
export const TASK_CONTEXT = `join instance_summary as instance using (process_instance_key)
  left join definition_summary as definition on definition.process_definition_key = inbox_task.process_definition_key`

/** A row as everybody else sees it. */
export function userTaskOf(row: TaskRow): UserTask {
  // Member by member: this is asked before every act, and copying rests of rows takes five times as long.
  return {
    userTaskKey: toKey(row.userTaskKey),
    elementId: row.elementId,
    elementInstanceKey: toKey(row.elementInstanceKey),
    state: row.state,
    kind: row.kind,
    assignee: row.assignee,
    candidateGroups: listOf(row.candidateGroups),
    candidateUsers: listOf(row.candidateUsers),
    dueAt: row.dueAt,
    followUpAt: row.followUpAt,
    priority: row.priority,
    formKey: row.formKey === null ? null : toKey(row.formKey),
    createdAt: row.createdAt,
    endedAt: row.endedAt,
    endedSeq: row.endedSeq,
    completedBy: row.completedBy,
    completedFor: row.completedFor,
    action: row.action,
    processInstanceKey: toKey(row.processInstanceKey),
    processDefinitionKey: toKey(row.processDefinitionKey),
    bpmnProcessId: row.bpmnProcessId,
    version: row.version,
    processName: row.processName,
    startedBy: row.startedBy,
    caseNo: row.caseNo,
    title: row.title,
    party: row.party,
    round: row.round,
  }
}

/** What the rules ask of a task. */
export type TaskNow = Pick<
  UserTask,
  | 'userTaskKey'
  | 'processInstanceKey'
  | 'elementId'
  | 'elementInstanceKey'
  | 'state'
  | 'kind'
  | 'assignee'
  | 'candidateGroups'
  | 'candidateUsers'
  | 'completedBy'
  | 'endedAt'
  | 'caseNo'
>

type NowRow = [
  processInstanceKey: number,
  elementId: string,
  elementInstanceKey: number,
  state: UserTask['state'],
  kind: string | null,
  assignee: string | null,
  candidateGroups: string | null,
  candidateUsers: string | null,
  completedBy: string | null,
  endedAt: number | null,
  caseNo: string | null,
]

/** Single tasks, open or ended. On the writing connection it also sees what the open transaction wrote. */
export interface UserTasks {
  find(userTaskKey: Key): UserTask | undefined
  /** The same for the rules, who ask before every act: no more than they need. */
  findNow(userTaskKey: Key): TaskNow | undefined
  /** The open ones of an instance, oldest first. */
  openOf(processInstanceKey: Key): UserTask[]
  /** All of an instance, oldest first. */
  allOf(processInstanceKey: Key): UserTask[]
}

/** Prepares the questions once. */
export function openUserTasks(db: Database): UserTasks {
  const one = db.prepare<[number], TaskRow>(
    `${TASK_SELECT} from inbox_task ${TASK_CONTEXT} where inbox_task.user_task_key = ?`,
  )
  const now = db
    .prepare<[number], NowRow>(
      `select process_instance_key, element_id, element_instance_key, inbox_task.state, kind, assignee, candidate_groups, candidate_users,
         completed_by, inbox_task.ended_at, case_no
       from inbox_task join instance_summary using (process_instance_key) where user_task_key = ?`,
    )
    .raw()
  const ofInstance = (condition: string) =>
    db.prepare<[number], TaskRow>(
      `${TASK_SELECT} from inbox_task ${TASK_CONTEXT}
       where inbox_task.process_instance_key = ? ${condition} order by inbox_task.user_task_key`,
    )
  const open = ofInstance("and inbox_task.state = 'CREATED'")
  const all = ofInstance('')
  return {
    find(userTaskKey) {
      const key = Number(userTaskKey)
      const row = Number.isSafeInteger(key) ? one.get(key) : undefined
      return row && userTaskOf(row)
    },
    findNow(userTaskKey) {
      const key = Number(userTaskKey)
      const row = Number.isSafeInteger(key) ? now.get(key) : undefined
      return row && taskNow(userTaskKey, row)
    },
    openOf: key => open.all(toColumn(key)).map(userTaskOf),
    allOf: key => all.all(toColumn(key)).map(userTaskOf),
  }
}

function taskNow(userTaskKey: Key, row: NowRow): TaskNow {
  const [
    processInstanceKey,
    elementId,
    elementInstanceKey,
    state,
    kind,
    assignee,
    groups,
    users,
    completedBy,
    endedAt,
    caseNo,
  ] = row
  return {
    userTaskKey,
    processInstanceKey: toKey(processInstanceKey),
    elementId,
    elementInstanceKey: toKey(elementInstanceKey),
    state,
    kind,
    assignee,
    candidateGroups: listOf(groups),
    candidateUsers: listOf(users),
    completedBy,
    endedAt,
    caseNo,
  }
}
