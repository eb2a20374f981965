import { z } from '@hono/zod-openapi'
import { resolveIncident } from './acts/operate.ts'
import { idempotentCaller, routes } from './environment.ts'
import { Problem } from './problem.ts'
import { incidentJson } from './process-instance-json.ts'
import { done, json, jsonBody, Key, route } from './route.ts'
import { VariablesSchema } from './schemas/json.ts'
import { PageSchema, pageJson, paging } from './schemas/page.ts'
import { IncidentSchema } from './schemas/process-instance.ts'
import { readsEverything } from './visibility.ts'

const ListQuery = z.strictObject({ state: z.enum(['ACTIVE', 'RESOLVED']).optional(), ...paging })
const ListSchema = z.object({ items: z.array(IncidentSchema), page: PageSchema }).openapi('Incidents')
const Resolution = z
  .strictObject({
    reason: z.string().max(1000).optional(),
    variables: VariablesSchema.optional(),
    retries: z.number().int().min(1).max(100).optional(),
  })
  .openapi('Resolution')

/** Where processes could not go on; for those who operate them, and for auditors to read. */
export const incidentRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/incidents',
      summary: 'Incidents, with the variables of the scope each is mended at',
      request: { query: ListQuery },
      responses: { 200: json(ListSchema, 'Newest first') },
    }),
    async c => {
      const { house, caller } = c.var
      if (!readsEverything(caller.person)) throw new Problem('permission.missing', { permission: 'permission.operate' })
      const given = Object.entries(c.req.valid('query')).filter(([, value]) => value !== undefined)
      const { items, ...page } = house.incidents.page(Object.fromEntries(given))
      const shown = await Promise.all(items.map(incident => incidentJson(house, incident, true)))
      return c.json({ items: shown, page: pageJson(page) }, 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/incidents/{incidentKey}/resolution',
      summary: 'Mend what an incident needs and let the process go on',
      request: { params: z.object({ incidentKey: Key }), body: jsonBody(Resolution) },
      responses: { 204: done },
    }),
    async c => {
      const resolution = { ...c.req.valid('param'), ...c.req.valid('json') }
      await resolveIncident(c.var.house, await idempotentCaller(c), resolution)
      return c.body(null, 204)
    },
  )
