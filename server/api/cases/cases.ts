import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Json } from '../../engine/index.ts'
import type { RegisteredCase } from '../../registers/cases/case-queries.ts'
import { type Environment, idempotentCaller, routes } from '../environment.ts'
import { Problem } from '../problem.ts'
import { done, json, jsonBody, route } from '../route.ts'
import { CaseNo, CaseSchema, ChronicleSchema, ListedCaseSchema } from '../schemas/case.ts'
import { JsonSchema, VariablesSchema } from '../schemas/json.ts'
import { LateReason } from '../schemas/late.ts'
import { PageSchema, pageJson, paging } from '../schemas/page.ts'
import { refuseWithout } from '../submit.ts'
import { closingForm, reviewForm } from './case-forms.ts'
import { caseJson, listedCaseJson } from './case-json.ts'
import { officerAt, requireOfficer } from './case-rights.ts'
import { maySeeCase, readsCases, streetsOf } from './case-visibility.ts'
import { changeCase } from './change-case.ts'
import { changeHandlers } from './change-handlers.ts'
import { chronicle } from './chronicle.ts'
import { closeCase } from './close-case.ts'
import { changeFormOf, offeredHandlersForm, offeredRegistrationForm } from './ready-forms.ts'
import { registerCase } from './register-case.ts'
import { startReview } from './start-review.ts'

/** What lists of cases are asked by; also the file of them. */
export const CaseFilter = z.strictObject({
  q: z.string().trim().min(1).max(60).optional(),
  mine: z.enum(['true', 'false']).optional().openapi({ description: 'Only cases I handle' }),
  state: z.enum(['filed', 'reviewing', 'closed']).optional(),
  itemCode: z.string().max(60).optional(),
  org: z.string().max(60).optional(),
  partyId: z.string().max(60).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional().openapi({ description: 'The last day, included' }),
})
const ListQuery = CaseFilter.extend(paging)
const params = z.object({ caseNo: CaseNo })
const FormKind = z.enum(['register', 'change', 'handlers', 'review', 'close'])
const Filled = z.strictObject({ variables: VariablesSchema, lateReason: LateReason }).openapi('FilledForm')
const Registration = Filled.extend({
  caseNo: CaseNo.optional().openapi({ description: 'Of procedures that run for a case nobody registered' }),
}).openapi('Registration')
const RegisteredSchema = z
  .object({
    caseNo: z.string(),
    /** A case of another street that may be about the same conduct. */
    earlier: z.object({ caseNo: z.string(), org: z.string() }).optional(),
  })
  .openapi('RegisteredCase')

/** The register of cases: found, seen, entered and changed. */
export const caseRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/cases',
      summary: 'Cases of my streets',
      request: { query: ListQuery },
      responses: { 200: json(z.object({ items: z.array(ListedCaseSchema), page: PageSchema }), 'Newest first') },
    }),
    c => {
      const { house, language } = c.var
      const { limit, after, ...filter } = c.req.valid('query')
      const { items, ...page } = house.caseLists.cases({ ...caseQuery(c, filter), limit, after })
      return c.json({ items: items.map(found => listedCaseJson(house, found, language)), page: pageJson(page) }, 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/cases',
      summary: 'Register a case',
      request: { body: jsonBody(Registration) },
      responses: { 201: json(RegisteredSchema, 'Its number') },
    }),
    async c => {
      const { house } = c.var
      await refuseWithout('work', house, c.var.caller, { kind: 'register', verb: 'case.register' })
      const caller = await idempotentCaller(c)
      const { variables, ...registering } = c.req.valid('json')
      return c.json(await registerCase(house, caller, variables, registering), 201)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/cases/{caseNo}',
      summary: 'Everything of a case',
      request: { params },
      responses: { 200: json(CaseSchema, 'The case') },
    }),
    async c => c.json(await caseJson(c.var.house, visibleCase(c, c.req.valid('param').caseNo), readerOf(c)), 200),
  )
  .openapi(
    route({
      method: 'get',
      path: '/cases/{caseNo}/chronicle',
      summary: 'What was done in a case, oldest first',
      request: { params, query: z.strictObject({ after: z.coerce.number().int().min(0).default(0) }) },
      responses: { 200: json(ChronicleSchema, 'The chronicle') },
    }),
    async c => {
      const { caseNo } = visibleCase(c, c.req.valid('param').caseNo)
      const { house, language } = c.var
      const told = { caseNo, instances: house.instances.keysOfCase(caseNo) }
      return c.json(await chronicle(house, told, c.req.valid('query').after, language), 200)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/case-forms/{form}',
      summary: 'The form of an act on a case, with what may be chosen now',
      request: { params: z.object({ form: FormKind }), query: z.strictObject({ caseNo: CaseNo.optional() }) },
      responses: { 200: json(z.object({ form: JsonSchema }).openapi('CaseForm'), 'The form') },
    }),
    c => c.json({ form: formOf(c, c.req.valid('param').form, c.req.valid('query').caseNo) as unknown as Json }, 200),
  )
  .openapi(
    route({
      method: 'post',
      path: '/cases/{caseNo}/changes',
      summary: 'Change something of a case, for a reason',
      request: { params, body: jsonBody(Filled) },
      responses: { 204: done },
    }),
    async c => {
      const { caseNo } = visibleCase(c, c.req.valid('param').caseNo)
      const { variables, lateReason } = c.req.valid('json')
      await changeCase(c.var.house, await idempotentCaller(c), caseNo, variables, lateReason)
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'put',
      path: '/cases/{caseNo}/handlers',
      summary: 'Name the handlers of a case anew',
      request: { params, body: jsonBody(Filled) },
      responses: { 204: done },
    }),
    async c => {
      const { caseNo } = visibleCase(c, c.req.valid('param').caseNo)
      const { variables, lateReason } = c.req.valid('json')
      await changeHandlers(c.var.house, c.var.caller, caseNo, variables, lateReason)
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/cases/{caseNo}/closing',
      summary: 'Close a case',
      request: { params, body: jsonBody(Filled) },
      responses: { 204: done },
    }),
    async c => {
      const { caseNo } = visibleCase(c, c.req.valid('param').caseNo)
      const { variables, lateReason } = c.req.valid('json')
      await closeCase(c.var.house, await idempotentCaller(c), caseNo, variables, lateReason)
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/cases/{caseNo}/reviews',
      summary: 'Send a case to legal review',
      request: { params, body: jsonBody(Filled) },
      responses: { 201: json(z.object({ processInstanceKey: z.string() }), 'The review') },
    }),
    async c => {
      const { caseNo } = visibleCase(c, c.req.valid('param').caseNo)
      const { variables } = c.req.valid('json')
      const { processInstanceKey } = await startReview(c.var.house, await idempotentCaller(c), caseNo, variables)
      return c.json({ processInstanceKey }, 201)
    },
  )

type Filter = z.infer<typeof CaseFilter>
const DAY_MS = 24 * 60 * 60 * 1000
const officeMidnight = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)

/** What somebody may look through, narrowed by what was asked. @throws Problem 403 when no office of his reads cases */
export function caseQuery({ var: { house, caller } }: Context<Environment>, filter: Filter) {
  if (!readsCases(house, caller.person)) throw new Problem('case.readers-only')
  const { mine, org, from, to, ...plain } = filter
  const streets = streetsOf(house, caller.person)
  return {
    ...plain,
    orgs: org === undefined ? streets : streets.filter(each => each === org),
    ...(mine === 'true' && { handler: caller.person.personId }),
    ...(from !== undefined && { from: officeMidnight(from) }),
    ...(to !== undefined && { to: officeMidnight(to) + DAY_MS }),
  }
}

/** @throws Problem 404: whether a case exists is nobody else's business */
export function visibleCase({ var: { house, caller } }: Context<Environment>, caseNo: string): RegisteredCase {
  const found = house.cases.find(caseNo)
  if (!found || !maySeeCase(house, caller.person, found)) throw new Problem('resource.not-found')
  return found
}

function readerOf({ var: { caller, language, requestId } }: Context<Environment>) {
  return { person: caller.person, language, requestId }
}

function formOf(c: Context<Environment>, form: z.infer<typeof FormKind>, caseNo: string | undefined) {
  const { house, caller } = c.var
  if (form === 'register')
    return offeredRegistrationForm(house, requireOfficer(house, caller.person, officerAt(caller.person)))
  const found = visibleCase(c, caseNo ?? '')
  if (form === 'change') return changeFormOf(house, found)
  if (form === 'handlers') return offeredHandlersForm(house, found)
  return form === 'close' ? closingForm : reviewForm
}
