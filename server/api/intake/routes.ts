import type { Person } from '../../identity/person.ts'
import type { IntakeClient } from '../../registers/intake-clients.ts'
import type { KeptMatter } from '../../registers/intake-matters.ts'
import { admitActor, admitReader } from '../admit.ts'
import { idempotentCaller, routes } from '../environment.ts'
import type { House } from '../house.ts'
import type { Language } from '../language.ts'
import { Problem } from '../problem.ts'
import { done, json, jsonBody, route } from '../route.ts'
import { isoDate, named } from '../user-task-json.ts'
import { viewedOrganisations } from '../visibility.ts'
import { registerClient, revokeClient } from './change-clients.ts'
import { receiveMatter } from './receive-matter.ts'
import {
  ClientParam,
  ClientsSchema,
  MatterBody,
  MattersQuery,
  MattersSchema,
  NewClientBody,
  ReceiptSchema,
  RevocationBody,
  SecretSchema,
} from './schemas.ts'
import { sourceWords } from './words.ts'

/** Offices at a street that see what is handed in for it. */
const READERS: ReadonlySet<string> = new Set([
  ...['street-dispatcher', 'center-director', 'subdistrict-deputy', 'subdistrict-head'],
])

/** Matters from outside: programs hand them in, streets see them, administrators say which programs may. */
export const intakeRoutes = routes()
  .openapi(
    route({
      method: 'post',
      path: '/intake',
      summary: 'Hand a matter in; signed by a registered program, each number of its source once',
      request: { body: jsonBody(MatterBody) },
      responses: {
        200: json(ReceiptSchema, 'It was taken before'),
        201: json(ReceiptSchema, 'It is taken'),
      },
    }),
    async c => {
      const { matter, isNew } = await receiveMatter(c.var.house, c.var.caller, c.req.valid('json'))
      return c.json(receiptJson(matter), isNew ? 201 : 200)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/intake-matters',
      summary: 'What was handed in for my streets',
      request: { query: MattersQuery },
      responses: { 200: json(MattersSchema, 'Newest first') },
    }),
    async c => {
      const { house, caller, language } = c.var
      const { limit, after } = c.req.valid('query')
      const orgs = streetsOf(house, caller.person)
      if (orgs.length === 0) throw new Problem('permission.missing', { permission: 'permission.work' })
      const found = house.intakeMatters.page({
        orgs,
        before: after === undefined ? undefined : Number(after) || 0,
        limit,
      })
      const last = found.at(-1)
      const items = found.map(each => matterJson(house, caller.person, each, language))
      return c.json({ items, page: found.length === limit && last ? { endCursor: String(last.seq) } : {} }, 200)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/intake-clients',
      summary: 'Programs that may hand matters in, and those that might once',
      responses: { 200: json(ClientsSchema, 'Newest first') },
    }),
    c => {
      admitReader(c, ['administrate', 'audit'])
      const { house, language } = c.var
      return c.json({ items: house.intakeClients.list().map(each => clientJson(house, each, language)) }, 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/intake-clients',
      summary: 'Let a program hand matters in',
      request: { body: jsonBody(NewClientBody) },
      responses: { 201: json(SecretSchema, 'What it signs with') },
    }),
    async c => {
      await admitActor(c, 'administrate', 'intake-client.register')
      const asked = c.req.valid('json')
      // Without an idempotency key: the answer is a secret, and is stored nowhere.
      return c.json({ clientId: asked.clientId, secret: await registerClient(c.var.house, c.var.caller, asked) }, 201)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/intake-clients/{clientId}/revocation',
      summary: 'Take nothing from a program any more',
      request: { params: ClientParam, body: jsonBody(RevocationBody) },
      responses: { 204: done },
    }),
    async c => {
      await admitActor(c, 'administrate', 'intake-client.revoke')
      const { clientId } = c.req.valid('param')
      await revokeClient(c.var.house, await idempotentCaller(c), clientId, c.req.valid('json').reason)
      return c.body(null, 204)
    },
  )

/** Streets whose matters somebody sees: by an office there, or from above. */
function streetsOf(house: House, person: Person): string[] {
  const own = ownStreets(house, person)
  const viewed = viewedOrganisations(house, person).filter(
    org => house.people.findOrganisation(org)?.kind === 'subdistrict',
  )
  return [...new Set([...own, ...viewed])]
}

function ownStreets({ people }: House, { appointments }: Person): string[] {
  return appointments
    .filter(({ role }) => READERS.has(role))
    .flatMap(({ org }) => people.findOrganisation(org)?.entity ?? [])
}

function receiptJson({ ticketNo, at, processInstanceKey }: KeptMatter) {
  return { ticketNo, receivedAt: isoDate(at), processInstanceKey }
}

/** Who reported it is told to those who answer him; others see that there is somebody. */
function matterJson(house: House, person: Person, matter: KeptMatter, language: Language) {
  const { seq, source, sourceId, title, problem, place, level, reporter, phone, happenedAt, orgCode } = matter
  const isOwn = ownStreets(house, person).includes(orgCode)
  const masked = (text: string | null) => (text === null || isOwn ? text : '*'.repeat(3))
  const instance = matter.processInstanceKey === null ? undefined : house.instances.find(matter.processInstanceKey)
  return {
    ...receiptJson(matter),
    ...{ seq, sourceId, title, problem, place, level },
    source: { id: source, name: sourceWords[source][language] },
    org: { id: orgCode, name: house.people.findOrganisation(orgCode)?.name ?? orgCode },
    reporter: masked(reporter),
    phone: masked(phone),
    happenedAt: isoDate(happenedAt),
    process: instance ? { name: instance.processName ?? instance.bpmnProcessId, state: instance.state } : null,
  }
}

function clientJson(house: House, client: IntakeClient, language: Language) {
  const { clientId, name, source, registeredBy, registeredAt, revokedBy, revokedAt, revokedReason } = client
  return {
    ...{ clientId, name, source: { id: source, name: sourceWords[source][language] } },
    registeredBy: named(house, registeredBy),
    registeredAt: isoDate(registeredAt),
    revoked:
      revokedBy === null || revokedAt === null
        ? null
        : { by: named(house, revokedBy), at: isoDate(revokedAt), reason: revokedReason ?? '' },
  }
}
