import type { Database } from 'better-sqlite3'
import { toColumn, toKey } from '../../db/key.ts'
import type { Instant, Key } from '../engine/protocol/records.ts'
import { fromCursor, type Page, pageOf } from './cursor.ts'
import type { InboxOwner } from './inbox-queries.ts'
import { createStatements } from './statements.ts'
import { assigneeQueue, claimableQueues } from './task-queues.ts'

/** A process instance as lists show it. Instants are UTC ms. */
export interface InstanceSummary {
  processInstanceKey: Key
  processDefinitionKey: Key
  bpmnProcessId: string
  version: number
  processName: string | null
  state: 'ACTIVE' | 'COMPLETED' | 'TERMINATED'
  /** Why it stands still. */
  hold: 'SUSPENDED' | 'BANNED' | null
  hasIncident: boolean
  startedBy: string | null
  startedAt: Instant
  endedAt: Instant | null
  caseNo: string | null
  title: string | null
  party: string | null
  round: number | null
  /** The instance that called it. */
  parentProcessInstanceKey: Key | null
  /** A name that a client gave the case. */
  businessId: string | null
  /** Open user tasks, oldest first. */
  currentSteps: { userTaskKey: Key; elementId: string; assignee: string | null }[]
}

export interface InstanceFilter {
  /** `INCIDENT`: active ones with an open incident. */
  state?: InstanceSummary['state'] | 'INCIDENT'
  processDefinitionId?: string
  /** Text in the case's number, title or party. */
  q?: string
  /** Only instances this person started, handles, worked on or may work on. */
  involving?: InboxOwner
  /** … or which belong to these organisations. */
  orOf?: readonly string[]
  limit?: number
  after?: string
}

export interface Instances {
  find(processInstanceKey: Key): InstanceSummary | undefined
  /** Newest first. */
  page(filter: InstanceFilter): Page<InstanceSummary>
  /** Whether the person started it, handles its case, worked on it or may work on it. */
  isInvolved(processInstanceKey: Key, person: InboxOwner): boolean
  caseOf(processInstanceKey: Key): string | undefined
  /** The organisation whose business it is. */
  orgOf(processInstanceKey: Key): string | undefined
  /** Every instance of a case, oldest first. */
  keysOfCase(caseNo: string): Key[]
}

interface Row
  extends Omit<
    InstanceSummary,
    'processInstanceKey' | 'processDefinitionKey' | 'parentProcessInstanceKey' | 'hasIncident' | 'currentSteps'
  > {
  processInstanceKey: number
  parentProcessInstanceKey: number | null
  processDefinitionKey: number
  incidents: number
}

interface StepRow {
  userTaskKey: number
  elementId: string
  assignee: string | null
}

const SELECT = `select instance.process_instance_key as processInstanceKey,
  instance.process_definition_key as processDefinitionKey, instance.bpmn_process_id as bpmnProcessId, instance.version,
  definition.name as processName, instance.state, instance.hold, instance.incidents, instance.started_by as startedBy,
  instance.started_at as startedAt, instance.ended_at as endedAt, instance.case_no as caseNo, instance.title,
  instance.party, instance.round, instance.parent_process_instance_key as parentProcessInstanceKey,
  instance.business_id as businessId
  from instance_summary as instance left join definition_summary as definition using (process_definition_key)`

const INVOLVED = `(instance.started_by = @personId
  or exists (select 1 from case_handler as handler
    where handler.process_instance_key = instance.process_instance_key and handler.person_id = @personId)
  or exists (select 1 from inbox_task as task where task.process_instance_key = instance.process_instance_key and (
    task.completed_by = @personId or task.assignee = @personId
    or exists (select 1 from task_part as part where part.process_instance_key = instance.process_instance_key
      and part.user_task_key = task.user_task_key and part.person_id = @personId)
    or exists (select 1 from inbox_queue as queue
      where queue.queue in (select value from json_each(@queues)) and queue.user_task_key = task.user_task_key
        and queue.due_at = coalesce(task.due_at, ${Number.MAX_SAFE_INTEGER})))))`

/** Prepares each shape of question once. */
export function openInstances(db: Database): Instances {
  const statement = createStatements(db)
  const steps = db.prepare<[number], StepRow>(
    `select user_task_key as userTaskKey, element_id as elementId, assignee from inbox_task
     where process_instance_key = ? and state = 'CREATED' order by user_task_key`,
  )
  const caseOf = db
    .prepare<[number], string | null>('select case_no from instance_summary where process_instance_key = ?')
    .pluck()
  const orgOf = db
    .prepare<[number], string | null>('select org from instance_summary where process_instance_key = ?')
    .pluck()
  const ofCase = db
    .prepare<[string], number>(
      'select process_instance_key from instance_summary where case_no = ? order by process_instance_key',
    )
    .pluck()

  const summaryOf = ({ incidents, ...row }: Row): InstanceSummary => ({
    ...row,
    processInstanceKey: toKey(row.processInstanceKey),
    processDefinitionKey: toKey(row.processDefinitionKey),
    parentProcessInstanceKey: row.parentProcessInstanceKey === null ? null : toKey(row.parentProcessInstanceKey),
    hasIncident: incidents > 0,
    currentSteps: steps
      .all(row.processInstanceKey)
      .map(({ userTaskKey, ...step }) => ({ userTaskKey: toKey(userTaskKey), ...step })),
  })

  return {
    find(processInstanceKey) {
      const key = Number(processInstanceKey)
      const row = Number.isSafeInteger(key)
        ? statement<Row>(`${SELECT} where instance.process_instance_key = ?`).get(key)
        : undefined
      return row && summaryOf(row)
    },
    page(filter) {
      const limit = filter.limit ?? 50
      const { conditions, values } = conditionsOf(filter)
      const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''
      const sql = `${SELECT} ${where} order by instance.process_instance_key desc limit ${limit + 1}`
      return pageOf(statement<Row>(sql).all(values), limit, summaryOf, row => [row.processInstanceKey])
    },
    isInvolved(processInstanceKey, person) {
      const sql = `select 1 from instance_summary as instance where instance.process_instance_key = @key and ${INVOLVED}`
      return statement(sql).get({ key: toColumn(processInstanceKey), ...ownerValues(person) }) !== undefined
    },
    caseOf: key => caseOf.get(toColumn(key)) ?? undefined,
    orgOf: key => orgOf.get(toColumn(key)) ?? undefined,
    keysOfCase: caseNo => ofCase.all(caseNo).map(toKey),
  }
}

function ownerValues({ personId, groups }: InboxOwner): { personId: string; queues: string } {
  return { personId, queues: JSON.stringify([assigneeQueue(personId), ...claimableQueues(personId, groups)]) }
}

function conditionsOf(filter: InstanceFilter): { conditions: string[]; values: Record<string, string | number> } {
  const conditions: string[] = []
  const values: Record<string, string | number> = {}
  if (filter.state === 'INCIDENT') conditions.push("instance.incidents > 0 and instance.state = 'ACTIVE'")
  else if (filter.state) {
    conditions.push('instance.state = @state')
    values.state = filter.state
  }
  if (filter.processDefinitionId !== undefined) {
    conditions.push('instance.bpmn_process_id = @process')
    values.process = filter.processDefinitionId
  }
  if (filter.q) {
    const text = ['case_no', 'title', 'party'].map(column => `coalesce(instance.${column}, '')`)
    const byDocument = 'select process_instance_key from document where instr(lower(doc_no), @q) > 0'
    conditions.push(
      `(instr(lower(${text.join(' || char(10) || ')}), @q) > 0 or instance.process_instance_key in (${byDocument}))`,
    )
    values.q = filter.q.toLowerCase()
  }
  if (filter.involving) {
    conditions.push(filter.orOf ? `(${INVOLVED} or instance.org in (select value from json_each(@orgs)))` : INVOLVED)
    Object.assign(values, ownerValues(filter.involving), filter.orOf && { orgs: JSON.stringify(filter.orOf) })
  }
  if (filter.after) {
    conditions.push('instance.process_instance_key < @after')
    values.after = fromCursor(filter.after, 1)[0]!
  }
  return { conditions, values }
}
