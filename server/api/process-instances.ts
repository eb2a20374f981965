import { z } from '@hono/zod-openapi'
import type { Person } from '../identity/person.ts'
import type { InstanceFilter, InstanceSummary } from '../projections/index.ts'
import { cancelProcessInstance } from './acts/operate.ts'
import { startProcess } from './acts/start-process.ts'
import { visibleCase } from './cases/cases.ts'
import { chronicle } from './cases/chronicle.ts'
import { idempotentCaller, routes } from './environment.ts'
import type { House } from './house.ts'
import { Problem } from './problem.ts'
import { entryJson, instanceDetail, instanceJson } from './process-instance-json.ts'
import { relatedInstances } from './related-instances.ts'
import { done, json, jsonBody, Key, route } from './route.ts'
import { CaseNo, ChronicleSchema } from './schemas/case.ts'
import { VariablesSchema } from './schemas/json.ts'
import { LateReason } from './schemas/late.ts'
import { PageSchema, pageJson, paging } from './schemas/page.ts'
import { EntrySchema, ProcessInstanceDetailSchema, ProcessInstanceSchema } from './schemas/process-instance.ts'
import { maySeeInstance, readsEverything, viewedOrganisations } from './visibility.ts'

const params = z.object({ processInstanceKey: Key })
const Creation = z
  .strictObject({
    processDefinitionId: z.string().min(1).max(200),
    variables: VariablesSchema.default({}),
    caseNo: CaseNo.optional().openapi({ description: 'The registered case from whose page it is started' }),
    lateReason: LateReason,
  })
  .openapi('Creation')
const CreatedSchema = z
  .object({
    processInstanceKey: Key,
    processDefinitionKey: Key,
    processDefinitionId: z.string(),
    processDefinitionVersion: z.number().int(),
  })
  .openapi('Created')
const ListQuery = z.strictObject({
  state: z.enum(['ACTIVE', 'COMPLETED', 'TERMINATED', 'INCIDENT']).optional(),
  processDefinitionId: z.string().optional(),
  q: z.string().max(100).optional(),
  ...paging,
})
const ListSchema = z.object({ items: z.array(ProcessInstanceSchema), page: PageSchema }).openapi('ProcessInstances')
const RecordsQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
const RecordsSchema = z.object({ items: z.array(EntrySchema), page: PageSchema }).openapi('Entries')

/** Starting procedures, and what became of each. */
export const processInstanceRoutes = routes()
  .openapi(
    route({
      method: 'post',
      path: '/process-instances',
      summary: 'Start the latest version of a procedure',
      request: { body: jsonBody(Creation) },
      responses: { 200: json(CreatedSchema, 'The instance') },
    }),
    async c => {
      const { processDefinitionId, variables, caseNo: ofCase, lateReason } = c.req.valid('json')
      if (ofCase !== undefined) visibleCase(c, ofCase)
      const caller = await idempotentCaller(c)
      return c.json(
        await startProcess(c.var.house, caller, processDefinitionId, variables, { ofCase, lateReason }),
        200,
      )
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/process-instances',
      summary: 'Instances I have to do with or supervise; auditors and operators see all',
      request: { query: ListQuery },
      responses: { 200: json(ListSchema, 'Newest first') },
    }),
    async c => {
      const { house, caller } = c.var
      const given = Object.entries(c.req.valid('query')).filter(([, value]) => value !== undefined)
      const everything = readsEverything(caller.person)
      const filter = { ...Object.fromEntries(given), ...(!everything && involving(house, caller.person)) }
      const { items, ...page } = house.instances.page(filter)
      const shown = await Promise.all(items.map(instance => instanceJson(house, instance)))
      return c.json({ items: shown, page: pageJson(page) }, 200)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/process-instances/{processInstanceKey}',
      summary: 'One instance with its path, tasks, incidents and variables',
      request: { params },
      responses: { 200: json(ProcessInstanceDetailSchema, 'The instance') },
    }),
    async c => {
      const instance = visibleInstance(c.var.house, c.var.caller.person, c.req.valid('param').processInstanceKey)
      const { person } = c.var.caller
      return c.json(await instanceDetail(c.var.house, instance, { person, language: c.var.language }), 200)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/process-instances/{processInstanceKey}/chronicle',
      summary: 'What was done in an instance and in those that have to do with it, oldest first',
      request: { params, query: z.strictObject({ after: z.coerce.number().int().min(0).default(0) }) },
      responses: { 200: json(ChronicleSchema, 'The chronicle') },
    }),
    async c => {
      const { house, caller, language } = c.var
      const { processInstanceKey: key } = visibleInstance(house, caller.person, c.req.valid('param').processInstanceKey)
      const related = relatedInstances(house, caller.person, key).map(each => each.key)
      const { after } = c.req.valid('query')
      return c.json(await chronicle(house, { instances: [key, ...related] }, after, language), 200)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/process-instances/{processInstanceKey}/records',
      summary: 'The journal of one instance',
      request: { params, query: RecordsQuery },
      responses: { 200: json(RecordsSchema, 'Oldest first') },
    }),
    async c => {
      const { house, caller, language } = c.var
      const { processInstanceKey, processDefinitionKey } = visibleInstance(
        house,
        caller.person,
        c.req.valid('param').processInstanceKey,
      )
      const { after, limit } = c.req.valid('query')
      const diagram = await house.diagrams.get(processDefinitionKey)
      const entries = house.journal.entriesOf(processInstanceKey, { after, limit: limit + 1 })
      const items = entries
        .slice(0, limit)
        .map(entry => entryJson(house, { instance: processInstanceKey, diagram, language }, entry))
      const last = items.at(-1)
      return c.json({ items, page: entries.length > limit && last ? { endCursor: String(last.seq) } : {} }, 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/process-instances/{processInstanceKey}/cancellation',
      summary: 'End an instance before its end',
      request: { params, body: jsonBody(z.strictObject({ reason: z.string().trim().min(1).max(1000) })) },
      responses: { 204: done },
    }),
    async c => {
      const { processInstanceKey } = c.req.valid('param')
      await cancelProcessInstance(
        c.var.house,
        await idempotentCaller(c),
        processInstanceKey,
        c.req.valid('json').reason,
      )
      return c.body(null, 204)
    },
  )

/** What narrows a list to what the person may see. */
function involving(house: House, person: Person): Pick<InstanceFilter, 'involving' | 'orOf'> {
  const orgs = viewedOrganisations(house, person)
  return { involving: person, ...(orgs.length > 0 && { orOf: orgs }) }
}

/** The instance if the person has to do with it. @throws Problem 404 otherwise. */
function visibleInstance(house: House, person: Person, processInstanceKey: string): InstanceSummary {
  const instance = house.instances.find(processInstanceKey)
  if (!instance || !maySeeInstance(house, person, processInstanceKey)) throw new Problem('resource.not-found')
  return instance
}
