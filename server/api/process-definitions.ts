import { z } from '@hono/zod-openapi'
import { askedFor } from '../forms/index.ts'
import { roleName } from '../identity/roles.ts'
import { objectionToStart } from '../policies/index.ts'
import type { Definition } from '../projections/index.ts'
import type { RegisteredCase } from '../registers/cases/case-queries.ts'
import { startForm, startingAs } from './acts/start-process.ts'
import { policyPerson } from './caller.ts'
import { visibleCase } from './cases/cases.ts'
import { startValues } from './cases/start-values.ts'
import { withCitations } from './citations.ts'
import { type Environment, routes } from './environment.ts'
import { describeObjection, describeProblem, Problem } from './problem.ts'
import { retirementOf } from './process-drafts/retire-procedure.ts'
import { json, Key, route } from './route.ts'
import { CaseNo } from './schemas/case.ts'
import {
  type ProcessDefinitionDetailJson,
  ProcessDefinitionDetailSchema,
  type ProcessDefinitionJson,
  ProcessDefinitionSchema,
} from './schemas/process-definition.ts'
import { isoDate, named } from './user-task-json.ts'

const params = z.object({ processDefinitionKey: Key })
const OfCase = z.strictObject({ caseNo: CaseNo.optional().openapi({ description: 'The case it would be started on' }) })
const ListSchema = z.object({ items: z.array(ProcessDefinitionSchema) }).openapi('ProcessDefinitions')

/** The published procedures; everybody who is signed in may read them. */
export const processDefinitionRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/process-definitions',
      summary: 'The latest version of every procedure, and whether I may start it',
      responses: { 200: json(ListSchema, 'By name') },
    }),
    async c => {
      const latest = c.var.house.definitions.latest()
      const items = await Promise.all(latest.map(definition => definitionJson(c.var, definition)))
      return c.json({ items }, 200)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/process-definitions/{processDefinitionKey}',
      summary: 'One version of a procedure, its user tasks and its start form',
      request: { params, query: OfCase },
      responses: { 200: json(ProcessDefinitionDetailSchema, 'The version') },
    }),
    async c => {
      const { house } = c.var
      const definition = house.definitions.find(c.req.valid('param').processDefinitionKey)
      if (!definition) throw new Problem('resource.not-found')
      const { caseNo } = c.req.valid('query')
      const found = caseNo === undefined ? undefined : visibleCase(c, caseNo)
      return c.json(await definitionDetail(c.var, definition, found), 200)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/process-definitions/{processDefinitionKey}/xml',
      summary: 'The diagram',
      request: { params },
      responses: { 200: { description: 'BPMN 2.0', content: { 'text/xml': { schema: z.string() } } } },
    }),
    async c => {
      const { house } = c.var
      const definition = house.definitions.find(c.req.valid('param').processDefinitionKey)
      if (!definition) throw new Problem('resource.not-found')
      const { xml } = await house.diagrams.get(definition.processDefinitionKey)
      return c.body(xml, 200, { 'content-type': 'text/xml; charset=utf-8' })
    },
  )

type Reading = Pick<Environment['Variables'], 'house' | 'caller' | 'language' | 'requestId'>

async function definitionJson(
  { house, caller, language, requestId }: Reading,
  definition: Definition,
): Promise<ProcessDefinitionJson> {
  const { words } = await house.diagrams.get(definition.processDefinitionKey)
  const { startRoles } = words.properties
  const objection = objectionToStart(policyPerson(caller.person), startRoles)
  const retired = retirementOf(house, house.definitions.findLatest(definition.bpmnProcessId) ?? definition)
  const refusal = objection
    ? withCitations(house, describeObjection(objection, language, requestId), language)
    : retired && describeProblem(new Problem('procedure.retired'), language, requestId)
  return {
    processDefinitionKey: definition.processDefinitionKey,
    processDefinitionId: definition.bpmnProcessId,
    name: definition.name ?? definition.bpmnProcessId,
    version: definition.version,
    versions: definition.versions,
    resourceName: definition.resourceName,
    deploymentDate: isoDate(definition.deployedAt),
    startable: refusal ? { permitted: false, refusal } : { permitted: true },
    startRoles,
    startRoleNames: startRoles.map(role => roleName(role, language)),
    startNeeds: askedFor(startForm(house, definition.bpmnProcessId, ''), language),
    startFrom: words.properties.startFrom ?? null,
    runningInstances: definition.runningInstances,
    incidents: definition.incidents,
    retired: retired
      ? { by: named(house, retired.retiredBy), reason: retired.reason, at: isoDate(retired.retiredAt) }
      : null,
  }
}

async function definitionDetail(
  reading: Reading,
  definition: Definition,
  found: RegisteredCase | undefined,
): Promise<ProcessDefinitionDetailJson> {
  const { house, caller } = reading
  const { words, nameOf } = await house.diagrams.get(definition.processDefinitionKey)
  const appointment = startingAs(caller.person, words.properties.startRoles)
  const entity = (appointment && house.people.findOrganisation(appointment.org)?.entity) ?? ''
  const form = startForm(house, definition.bpmnProcessId, entity)
  return {
    ...(await definitionJson(reading, definition)),
    userTasks: words.userTasks.map(({ id, kind, candidateGroups }) => ({
      id,
      name: nameOf(id),
      kind: kind ?? null,
      role: /([a-z][a-z-]+)@/.exec(candidateGroups ?? '')?.[1] ?? null,
    })),
    startForm: { ...form },
    startValues: found ? startValues(house, form, found) : {},
  }
}
