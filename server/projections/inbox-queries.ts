import type { Database } from 'better-sqlite3'
import { toColumn } from '../../db/key.ts'
import type { Key } from '../engine/protocol/records.ts'
import { fromCursor, type Page, pageOf } from './cursor.ts'
import { createStatements } from './statements.ts'
import { type Narrowing, openSupervised } from './supervised-queries.ts'
import { assigneeQueue, claimableQueues, NO_DUE_DATE } from './task-queues.ts'
import { TASK_CONTEXT, TASK_SELECT, type TaskRow, type UserTask, userTaskOf } from './user-tasks.ts'

/** Whose inbox it is. */
export interface InboxOwner {
  personId: string
  /** `role@org` of each current appointment. */
  groups: readonly string[]
  /** Organisations whose business the person supervises. */
  supervises?: readonly string[]
  /** Queues of those who work under the person. */
  teamQueues?: readonly string[]
}

/** `assigned` to me · `claimable` by me · open in what I `started` · `done` by me · open where I supervise
 * · signed by somebody and waiting to be signed by me too (`cosign`) · open with those who work under me (`team`). */
export type InboxView = 'assigned' | 'claimable' | 'started' | 'done' | 'supervised' | 'cosign' | 'team'

export interface InboxFilter {
  view: InboxView
  /** Id of a process, whichever version. */
  processDefinitionId?: string
  /** Text in the case's number, title or party … */
  q?: string
  /** … or a task of one of these elements: those whose name holds the text. */
  elements?: readonly { processDefinitionKey: Key; elementId: string }[]
  /** Only what is due before an instant, and not before another; UTC ms. */
  due?: { from: number; before: number }
  /** Default `due`: soonest first. `created`: newest first. Done tasks always come latest first. */
  sort?: 'due' | 'created'
  limit?: number
  after?: string
}

/** How far totals are counted; more is said as "more". */
const MOST_COUNTED = 1000

export interface InboxPage extends Page<UserTask> {
  /** At most MOST_COUNTED. */
  totalItems: number
  hasMoreTotalItems: boolean
}

/** What a person has to do, could do and has done; sees commits only when opened on the reader. */
export interface Inbox {
  page(owner: InboxOwner, filter: InboxFilter): InboxPage
  /** How many there are, at most MOST_COUNTED. */
  count(owner: InboxOwner, filter: InboxFilter): number
  /** Totals of the views, each at most MOST_COUNTED. */
  counts(owner: InboxOwner): Record<InboxView, number>
}

type Values = Record<string, string | number>

/** A view as SQL: a compound of ranges, each already in order, over columns (user_task_key, process_instance_key, a, b). */
interface Source {
  ranges: string[]
  values: Values
  /** Whether the sort runs backwards. */
  backwards: boolean
}

/** Prepares each shape of question once. */
export function openInbox(db: Database): Inbox {
  const statement = createStatements(db)
  const supervised = openSupervised(db)

  function total(source: Source): number {
    const counted = source.ranges.map(range => `select user_task_key from (${range} limit ${MOST_COUNTED + 1})`)
    const sql = `select count(*) as total from (${counted.join(' union ')} limit ${MOST_COUNTED + 1})`
    return statement<{ total: number }>(sql).get(source.values)!.total
  }

  function supervisedPage({ supervises = [] }: InboxOwner, filter: InboxFilter): InboxPage {
    const narrowed = narrowing(filter)
    const counted = supervised.count(supervises, narrowed, MOST_COUNTED + 1)
    return {
      ...supervised.page(supervises, narrowed, filter.limit ?? 50, filter.after),
      totalItems: Math.min(counted, MOST_COUNTED),
      hasMoreTotalItems: counted > MOST_COUNTED,
    }
  }

  function page(owner: InboxOwner, filter: InboxFilter): InboxPage {
    if (filter.view === 'supervised') return supervisedPage(owner, filter)
    const limit = filter.limit ?? 50
    const source = sourceOf(owner, filter)
    const [comparison, direction] = source.backwards ? ['<', 'desc'] : ['>', 'asc']
    const after = filter.after ? `where (a, b) ${comparison} (@afterA, @afterB)` : ''
    const [afterA, afterB] = filter.after ? fromCursor(filter.after, 2) : []
    const order = `order by a ${direction}, b ${direction} limit ${limit + 1}`
    const heads = source.ranges.map(range => `select * from (select * from (${range}) ${after} ${order})`)
    const rows = statement<TaskRow & { a: number; b: number }>(
      `with head as materialized (${heads.join(' union ')} ${order})
       ${TASK_SELECT}, head.a, head.b from head
       join inbox_task using (process_instance_key, user_task_key) ${TASK_CONTEXT} order by a ${direction}, b ${direction}`,
    ).all({ ...source.values, ...(filter.after && { afterA, afterB }) })
    const counted = total(source)
    return {
      ...pageOf(
        rows,
        limit,
        ({ a: _a, b: _b, ...row }) => userTaskOf(row),
        ({ a, b }) => [a, b],
      ),
      totalItems: Math.min(counted, MOST_COUNTED),
      hasMoreTotalItems: counted > MOST_COUNTED,
    }
  }

  return {
    page,
    count: (owner, filter) =>
      filter.view === 'supervised'
        ? supervised.count(owner.supervises ?? [], narrowing(filter), MOST_COUNTED)
        : Math.min(total(sourceOf(owner, filter)), MOST_COUNTED),
    counts(owner) {
      const count = (view: InboxView) => Math.min(total(sourceOf(owner, { view })), MOST_COUNTED)
      return {
        assigned: count('assigned'),
        claimable: count('claimable'),
        started: count('started'),
        done: count('done'),
        cosign: count('cosign'),
        team: owner.teamQueues?.length ? count('team') : 0,
        supervised: supervised.count(owner.supervises ?? [], narrowing({}), MOST_COUNTED),
      }
    },
  }
}

function sourceOf(owner: InboxOwner, filter: InboxFilter): Source {
  const { personId } = owner
  const newestFirst = filter.view === 'done' || filter.sort === 'created'
  const { joins, conditions, values } = narrowing(filter)
  if (filter.view === 'done' || filter.view === 'started') {
    return {
      ranges: (filter.view === 'done' ? [doneRange, cosignedRange] : [startedRange]).map(
        range => `${range(newestFirst, joins)} ${conditions}`,
      ),
      values: { ...values, personId },
      backwards: newestFirst,
    }
  }
  const queues = queuesFor(filter.view, owner)
  const rangeOf = filter.view === 'cosign' ? cosignRange : queueRange
  return {
    ranges: queues.map((_, index) => `${rangeOf(index, newestFirst, joins)} ${conditions}`),
    values: {
      ...values,
      ...(filter.view === 'cosign' && { personId }),
      ...Object.fromEntries(queues.map((queue, index) => [`queue${index}`, queue])),
    },
    backwards: newestFirst,
  }
}

function queuesFor(view: InboxView, { personId, groups, teamQueues = [] }: InboxOwner): readonly string[] {
  if (view === 'assigned') return [assigneeQueue(personId)]
  // Nobody's queue, so that who has no team sees an empty list.
  return view === 'team' ? (teamQueues.length > 0 ? teamQueues : ['']) : claimableQueues(personId, groups)
}

/** What waits for a second signature is little, so it may be sorted. */
function cosignRange(index: number, newestFirst: boolean, joins: string): string {
  const order = newestFirst
    ? 'task.user_task_key as a, 0 as b'
    : `coalesce(task.due_at, ${NO_DUE_DATE}) as a, task.user_task_key as b`
  return `select task.user_task_key, task.process_instance_key, ${order}
    from sheet_queue as waiting join sheet using (user_task_key)
    join inbox_task as task on task.process_instance_key = waiting.process_instance_key
      and task.user_task_key = waiting.user_task_key ${joins}
    where waiting.queue = @queue${index} and sheet.signed_by <> @personId`
}

/** One range per queue, written out: from `queue in (…)` the planner would sort everything the person may see. */
function queueRange(index: number, newestFirst: boolean, joins: string): string {
  const order = newestFirst ? 'task.user_task_key as a, 0 as b' : 'task.due_at as a, task.user_task_key as b'
  return `select task.user_task_key, task.process_instance_key, ${order} from inbox_queue as task ${joins}
    where task.queue = @queue${index}`
}

function startedRange(newestFirst: boolean, joins: string): string {
  const order = newestFirst
    ? 'task.user_task_key as a, 0 as b'
    : `coalesce(task.due_at, ${NO_DUE_DATE}) as a, task.user_task_key as b`
  return `select task.user_task_key, task.process_instance_key, ${order}
    from instance_summary as own join inbox_task as task using (process_instance_key) ${joins}
    where own.started_by = @personId and own.state = 'ACTIVE' and task.state = 'CREATED'`
}

function doneRange(_newestFirst: boolean, joins: string): string {
  return `select task.user_task_key, task.process_instance_key, task.ended_seq as a, task.user_task_key as b
    from inbox_task as task ${joins} where task.completed_by = @personId`
}

/** What somebody signed second is his work too. */
function cosignedRange(_newestFirst: boolean, joins: string): string {
  return `select task.user_task_key, task.process_instance_key, task.ended_seq as a, task.user_task_key as b
    from task_part as own join inbox_task as task using (process_instance_key, user_task_key) ${joins}
    where own.person_id = @personId and own.part = 'cosigned' and task.ended_seq is not null`
}

/** Joins and conditions that both filters need; nothing when nothing is filtered. */
function narrowing({ processDefinitionId, q, elements = [], due }: Omit<InboxFilter, 'view'>): Narrowing {
  const conditions: string[] = []
  const values: Values = {}
  if (processDefinitionId !== undefined) {
    values.process = processDefinitionId
    conditions.push(
      'and task.process_definition_key in (select process_definition_key from definition_summary where bpmn_process_id = @process)',
    )
  }
  if (due) {
    Object.assign(values, { dueFrom: due.from, dueBefore: due.before })
    conditions.push('and task.due_at >= @dueFrom and task.due_at < @dueBefore')
  }
  if (!q) return { joins: '', conditions: conditions.join(' '), values }
  values.q = q.toLowerCase()
  values.elements = JSON.stringify(elements.map(one => `${toColumn(one.processDefinitionKey)} ${one.elementId}`))
  const text =
    "lower(coalesce(sought.case_no, '') || char(10) || coalesce(sought.title, '') || char(10) || coalesce(sought.party, ''))"
  const named = `exists (select 1 from inbox_task as named where named.process_instance_key = task.process_instance_key
    and named.user_task_key = task.user_task_key
    and named.process_definition_key || ' ' || named.element_id in (select value from json_each(@elements)))`
  conditions.push(`and (instr(${text}, @q) > 0${elements.length > 0 ? ` or ${named}` : ''})`)
  const joins = 'join instance_summary as sought on sought.process_instance_key = task.process_instance_key'
  if (elements.length === 0) delete values.elements
  return { joins, conditions: conditions.join(' '), values }
}
