import { z } from '@hono/zod-openapi'
import { roleName, roles } from '../identity/roles.ts'
import { ORGANISATION_KINDS } from '../registers/organisation-kinds.ts'
import { dissolveOrganisation, putOrganisation, requireOrganisation } from './acts/organisations.ts'
import { admitActor, admitReader } from './admit.ts'
import { dayAsked, OfDay } from './as-of-day.ts'
import { routes } from './environment.ts'
import { registerHistory } from './register-history.ts'
import { done, json, jsonBody, route } from './route.ts'
import { paging } from './schemas/page.ts'
import { NamedSchema } from './schemas/person.ts'
import { Day, NamedId, OrganisationSchema, Reason, RegisterHistorySchema } from './schemas/register.ts'
import { staffingWarnings } from './staffing-warnings.ts'

const OrgParam = z.object({ orgId: NamedId })
const wanted = {
  name: z.string().trim().min(1).max(100),
  kind: z.enum(ORGANISATION_KINDS),
  parent: z.string().max(60).nullable(),
  entity: z.string().max(60).nullable(),
}
const OrgId = z.string().regex(/^[A-Z][A-Z0-9-]{1,30}$/, 'expected capitals, digits and -, beginning with a capital')
const NewOrganisation = z.strictObject({ orgId: OrgId, ...wanted }).openapi('NewOrganisation')
const OrganisationChange = z
  .strictObject({
    ...wanted,
    from: Day.optional().openapi({ description: 'First day; default today' }),
    reason: Reason,
  })
  .openapi('OrganisationChange')
const Dissolution = z
  .strictObject({
    from: Day,
    successor: NamedId.nullable().default(null),
    /** Whether the successor takes its people over. */
    takesOver: z.boolean().default(false),
    reason: Reason,
  })
  .openapi('Dissolution')

/** The tree of organisations; everybody in office may know it, administrators change it. */
export const organisationRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/organisations',
      summary:
        'Every organisation with what lies above it, and the roles somebody may hold there; with a day, as it was then',
      request: { query: z.strictObject({ day: OfDay }) },
      responses: { 200: json(z.object({ items: z.array(OrganisationSchema), roles: z.array(NamedSchema) }), 'By id') },
    }),
    c => {
      const { people } = c.var.house
      const { day: today, isPast } = dayAsked(c.var.house, c.req.valid('query').day)
      const coming = people.comingChanges(today)
      const warningsOf = isPast ? () => [] : staffingWarnings(c.var.house, c.var.language)
      const items = people.listOrganisations(today).map(organisation => ({
        ...organisation,
        state: organisation.state === 'dissolved' ? ('dissolved' as const) : null,
        successor: organisation.successor ?? null,
        coming: coming
          .filter(({ orgId }) => orgId === organisation.orgId)
          .map(({ validFrom, name, state }) => ({ from: validFrom, name, isDissolved: state === 'dissolved' })),
        warnings: organisation.state === 'dissolved' ? [] : warningsOf(organisation),
        kind: organisation.kind as (typeof ORGANISATION_KINDS)[number] | null,
        people: people.countPeople(organisation.orgId, today),
      }))
      const offices = Object.keys(roles).map(id => ({ id, name: roleName(id, c.var.language) }))
      return c.json({ items, roles: offices }, 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/organisations',
      summary: 'Register an organisation',
      request: { body: jsonBody(NewOrganisation) },
      responses: { 201: done },
    }),
    async c => {
      const caller = await admitActor(c, 'administrate', 'organisation.add')
      const { orgId, ...content } = c.req.valid('json')
      requireOrganisation(c.var.house, orgId, false)
      await putOrganisation(c.var.house, caller, orgId, content)
      return c.body(null, 201)
    },
  )
  .openapi(
    route({
      method: 'patch',
      path: '/organisations/{orgId}',
      summary: 'Change name, kind or place of an organisation',
      request: { params: OrgParam, body: jsonBody(OrganisationChange) },
      responses: { 204: done },
    }),
    async c => {
      const caller = await admitActor(c, 'administrate', 'organisation.change')
      const { orgId } = c.req.valid('param')
      requireOrganisation(c.var.house, orgId, true)
      await putOrganisation(c.var.house, caller, orgId, c.req.valid('json'))
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/organisations/{orgId}/dissolution',
      summary: 'Dissolve an organisation from a day on, or merge it into another; appointments there end',
      request: { params: OrgParam, body: jsonBody(Dissolution) },
      responses: { 204: done },
    }),
    async c => {
      const caller = await admitActor(c, 'administrate', 'organisation.dissolve')
      await dissolveOrganisation(c.var.house, caller, c.req.valid('param').orgId, c.req.valid('json'))
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/organisations/{orgId}/history',
      summary: 'What was changed of an organisation, newest first',
      request: { params: OrgParam, query: z.strictObject(paging) },
      responses: { 200: json(RegisterHistorySchema, 'The history') },
    }),
    c => {
      admitReader(c, ['administrate', 'audit'])
      const { orgId } = c.req.valid('param')
      const { limit, after } = c.req.valid('query')
      const before = after === undefined ? Number.MAX_SAFE_INTEGER : Number(after) || 0
      return c.json(registerHistory(c.var.house, `organisation/${orgId}`, { limit, before }, c.var.language), 200)
    },
  )
