import { z } from '@hono/zod-openapi'
import { endOfLastWorkday } from '../deadlines/last-workday.ts'
import type { Person } from '../identity/person.ts'
import type { InboxView, UserTask } from '../projections/index.ts'
import { assignUserTask, releaseUserTask } from './acts/assign-user-task.ts'
import { completeUserTask } from './acts/complete-user-task.ts'
import { teamQueuesOf } from './acts/superior-guard.ts'
import { visibleTask } from './acts/task-guard.ts'
import { barredTasks } from './barred-tasks.ts'
import { idempotentCaller, routes } from './environment.ts'
import type { House } from './house.ts'
import { done, json, jsonBody, Key, route } from './route.ts'
import { VariablesSchema } from './schemas/json.ts'
import { LateReason } from './schemas/late.ts'
import { PageSchema, pageJson, paging } from './schemas/page.ts'
import { NamedSchema } from './schemas/person.ts'
import { UserTaskDetailSchema, UserTaskSchema } from './schemas/user-task.ts'
import { requirePermission } from './submit.ts'
import { userTaskDetail, userTaskJson } from './user-task-json.ts'
import { viewedBelow } from './visibility.ts'

const ListQuery = z.strictObject({
  view: z.enum(['assigned', 'claimable', 'started', 'done', 'supervised', 'cosign', 'team']).default('assigned'),
  processDefinitionId: z.string().optional(),
  q: z.string().max(100).optional(),
  sort: z.enum(['due', 'created']).default('due'),
  /** Of what I supervise only this organisation's. */
  org: z.string().max(60).optional(),
  /** Only what is overdue, or in the last working day of its limit. */
  due: z.enum(['overdue', 'soon']).optional(),
  ...paging,
})

const ListSchema = z
  .object({
    items: z.array(UserTaskSchema),
    page: PageSchema,
    /** Of the view with its filters: how many are overdue, and in their last working day. */
    dues: z.object({ overdue: z.number().int(), soon: z.number().int() }),
    /** Of what is supervised: the bodies it may be narrowed to. */
    organisations: z.array(NamedSchema).optional(),
    counts: z.object({
      assigned: z.number().int(),
      claimable: z.number().int(),
      started: z.number().int(),
      done: z.number().int(),
      /** Open where I supervise. */
      supervised: z.number().int(),
      /** Signed by somebody, and to be signed by me too. */
      cosign: z.number().int(),
      /** Open with those who work under me. */
      team: z.number().int(),
    }),
  })
  .openapi('UserTasks')

/** Views of what the reader himself should do. */
const OWN_VIEWS: ReadonlySet<InboxView> = new Set<InboxView>(['assigned', 'claimable', 'cosign'])

const params = z.object({ userTaskKey: Key })
const Assignment = z
  .strictObject({
    assignee: z.string().min(1).max(100).optional(),
    action: z.enum(['claim', 'assign']).optional(),
    reason: z.string().max(1000).optional(),
  })
  .openapi('Assignment')
const Completion = z
  .strictObject({
    action: z.string().max(100).optional(),
    variables: VariablesSchema.default({}),
    lateReason: LateReason,
  })
  .openapi('Completion')

/** What people have to do, and doing it. */
export const userTaskRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/user-tasks',
      summary: 'One view of my inbox, a page at a time',
      request: { query: ListQuery },
      responses: { 200: json(ListSchema, 'Tasks, soonest due first, and how many are in each view') },
    }),
    async c => {
      const { house, caller } = c.var
      const { q, after, processDefinitionId, due, org, ...filter } = c.req.valid('query')
      const owner = {
        ...caller.person,
        supervises: viewedBelow(house, caller.person, org),
        teamQueues: teamQueuesOf(house, caller.person),
      }
      requireView(owner, filter.view)
      const asked = {
        ...filter,
        ...(processDefinitionId !== undefined && { processDefinitionId }),
        ...(q !== undefined && { q, elements: await elementsNamed(house, q) }),
      }
      const spans = dueSpans(house)
      const { items, endCursor, ...totals } = house.inbox.page(owner, {
        ...asked,
        ...(due !== undefined && { due: spans[due] }),
        ...(after !== undefined && { after }),
      })
      const dues = {
        overdue: house.inbox.count(owner, { ...asked, due: spans.overdue }),
        soon: house.inbox.count(owner, { ...asked, due: spans.soon }),
      }
      const page = { ...pageJson(endCursor === undefined ? {} : { endCursor }), ...totals }
      const barredBy = OWN_VIEWS.has(filter.view) ? barredTasks(house, caller.person, c.var.language) : undefined
      const isSupervised = filter.view === 'supervised'
      const shown = await Promise.all(
        items.map(async task => {
          const barred = await barredBy?.(task)
          const of = isSupervised && bodyOf(house, task)
          return { ...(await userTaskJson(house, task)), ...(barred && { barred }), ...(of && { org: of }) }
        }),
      )
      const organisations = isSupervised ? viewedBodies(house, caller.person) : undefined
      const told = { items: shown, page, dues, counts: house.inbox.counts(owner) }
      return c.json({ ...told, ...(organisations && { organisations }) }, 200)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/user-tasks/{userTaskKey}',
      summary: 'A task with its form, what may be done, what comes next and what was',
      request: { params },
      responses: { 200: json(UserTaskDetailSchema, 'The task') },
    }),
    async c => {
      const { house, caller, language, requestId } = c.var
      const task = visibleTask(house, caller.person, c.req.valid('param').userTaskKey)
      return c.json(await userTaskDetail(house, { person: caller.person, language, requestId }, task), 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/user-tasks/{userTaskKey}/assignment',
      summary: 'Claim a task, or give it to somebody',
      request: { params, body: jsonBody(Assignment) },
      responses: { 204: done },
    }),
    async c => {
      const assignment = { ...c.req.valid('param'), ...c.req.valid('json') }
      await assignUserTask(c.var.house, await idempotentCaller(c), assignment)
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'delete',
      path: '/user-tasks/{userTaskKey}/assignee',
      summary: 'Put a task back among its candidates',
      request: { params },
      responses: { 204: done },
    }),
    async c => {
      await releaseUserTask(c.var.house, c.var.caller, c.req.valid('param').userTaskKey)
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/user-tasks/{userTaskKey}/completion',
      summary: 'Complete a task',
      request: { params, body: jsonBody(Completion) },
      responses: { 204: done },
    }),
    async c => {
      const completion = { ...c.req.valid('param'), ...c.req.valid('json') }
      await completeUserTask(c.var.house, await idempotentCaller(c), completion)
      return c.body(null, 204)
    },
  )

/** In whose business a task arose. */
function bodyOf({ instances, people }: House, { processInstanceKey }: UserTask) {
  const org = instances.orgOf(processInstanceKey)
  return org === undefined ? undefined : { id: org, name: people.findOrganisation(org)?.name ?? org }
}

/** The bodies in whose name somebody's supervised organisations act. */
function viewedBodies(house: House, person: Person) {
  const bodies = viewedBelow(house, person, undefined).flatMap(org => house.people.findOrganisation(org) ?? [])
  return bodies.filter(({ orgId, entity }) => orgId === entity).map(({ orgId: id, name }) => ({ id, name }))
}

/** Whoever works has an inbox; what is supervised is shown to those who supervise, and to auditors. */
function requireView(owner: Person & { supervises: readonly string[] }, view: InboxView): void {
  if (view === 'supervised' && owner.supervises.length > 0) return
  requirePermission(owner, view === 'supervised' ? 'supervise' : 'work')
}

/** What is overdue, and what is in the last working day of its limit: spans of due dates, UTC ms. */
function dueSpans({ clock, calendars }: House) {
  const now = clock.now()
  const soonBefore = endOfLastWorkday(now, calendars.latest()) + 1
  return { overdue: { from: 0, before: now + 1 }, soon: { from: now + 1, before: soonBefore } }
}

/** The user tasks of published diagrams whose name holds the text. */
async function elementsNamed({ definitions, diagrams }: House, q: string) {
  const versions = definitions.latest().flatMap(({ bpmnProcessId }) => definitions.versionsOf(bpmnProcessId))
  const found = await Promise.all(
    versions.map(async ({ processDefinitionKey }) => {
      const { words } = await diagrams.get(processDefinitionKey)
      const named = words.userTasks.filter(({ name }) => name?.toLowerCase().includes(q.toLowerCase()))
      return named.map(({ id }) => ({ processDefinitionKey, elementId: id }))
    }),
  )
  return found.flat()
}
