import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Json } from '../../engine/index.ts'
import { personalFields } from '../../forms/index.ts'
import type { Party } from '../../registers/cases/party-queries.ts'
import { type Environment, routes } from '../environment.ts'
import { Problem } from '../problem.ts'
import { done, json, jsonBody, route } from '../route.ts'
import { PartySchema } from '../schemas/case.ts'
import { JsonSchema, VariablesSchema } from '../schemas/json.ts'
import { PageSchema, pageJson, paging } from '../schemas/page.ts'
import { Reason } from '../schemas/register.ts'
import { submit } from '../submit.ts'
import { readsCases, streetsOf } from './case-visibility.ts'
import { changeParty, partyForm, partyValues } from './change-party.ts'
import { partyJson } from './party-json.ts'

/** What lists of parties are asked by; also the file of them. */
export const PartyFilter = z.strictObject({
  q: z.string().trim().min(1).max(60).optional(),
  partyType: z.string().max(30).optional(),
  org: z.string().max(60).optional(),
})
const params = z.object({ partyId: z.string().min(1).max(60) })

/** The register of parties: numbers, telephones and addresses are masked until somebody says why he needs them. */
export const partyRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/parties',
      summary: 'Parties of cases of my streets, masked',
      request: { query: PartyFilter.extend(paging) },
      responses: { 200: json(z.object({ items: z.array(PartySchema), page: PageSchema }), 'Newest first') },
    }),
    c => {
      const { house, language } = c.var
      const { limit, after, ...filter } = c.req.valid('query')
      const { items, ...page } = house.caseLists.parties({ ...partyQuery(c, filter), limit, after })
      return c.json({ items: items.map(party => partyJson(house, party, language)), page: pageJson(page) }, 200)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/parties/{partyId}',
      summary: 'A party, masked',
      request: { params },
      responses: { 200: json(PartySchema, 'The party') },
    }),
    c => c.json(partyJson(c.var.house, visibleParty(c, c.req.valid('param').partyId), c.var.language), 200),
  )
  .openapi(
    route({
      method: 'post',
      path: '/parties/{partyId}/disclosure',
      summary: 'See all of a party; who and why is written down',
      request: { params, body: jsonBody(z.strictObject({ reason: Reason }).openapi('Disclosure')) },
      responses: {
        200: json(
          z.object({ party: PartySchema, form: JsonSchema, values: VariablesSchema }).openapi('WholeParty'),
          'The party, and the form to correct it with',
        ),
      },
    }),
    async c => {
      const { house, caller, language } = c.var
      const { partyId } = visibleParty(c, c.req.valid('param').partyId)
      const { reason } = c.req.valid('json')
      await submit(house, caller, {
        ...{ kind: 'access', verb: 'party.disclose', subject: { partyId }, payload: { reason } },
        permit: () => void visibleParty(c, partyId),
      })
      const party = visibleParty(c, partyId)
      const whole = partyJson(house, party, language, { isWhole: true })
      return c.json({ party: whole, form: partyForm as unknown as Json, values: partyValues(party) }, 200)
    },
  )
  .openapi(
    route({
      method: 'put',
      path: '/parties/{partyId}',
      summary: 'Correct a party',
      request: { params, body: jsonBody(z.strictObject({ variables: VariablesSchema }).openapi('CorrectedParty')) },
      responses: { 204: done },
    }),
    async c => {
      const { partyId } = visibleParty(c, c.req.valid('param').partyId)
      await changeParty(c.var.house, c.var.caller, partyId, c.req.valid('json').variables, personalFields(partyForm))
      return c.body(null, 204)
    },
  )

/** @throws Problem 403 when no office of his reads cases */
export function partyQuery({ var: { house, caller } }: Context<Environment>, filter: z.infer<typeof PartyFilter>) {
  if (!readsCases(house, caller.person)) throw new Problem('case.readers-only')
  const { org, ...plain } = filter
  const streets = streetsOf(house, caller.person)
  return { ...plain, orgs: org === undefined ? streets : streets.filter(each => each === org) }
}

function visibleParty({ var: { house, caller } }: Context<Environment>, partyId: string): Party {
  const party = house.parties.find(partyId)
  if (!party || !streetsOf(house, caller.person).includes(party.orgCode)) throw new Problem('resource.not-found')
  return party
}
