import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { BoundedPage } from '../../registers/cases/bounded-list.ts'
import type { WhistleQuery, WhistleRow } from '../../registers/whistles/whistle-queries.ts'
import { type Environment, routes } from '../environment.ts'
import { Problem } from '../problem.ts'
import { writeCsv } from '../register-files/csv.ts'
import { json, route } from '../route.ts'
import { PageSchema, pageJson, paging } from '../schemas/page.ts'
import { submit } from '../submit.ts'
import { viewedOrganisations } from '../visibility.ts'
import { EVALUATION_HEADING, evaluationCells, WHISTLE_HEADING, whistleCells } from './cells.ts'
import { WhistleEvaluationSchema, WhistleSchema } from './schemas.ts'
import { evaluationJson, whistleJson } from './whistle-json.ts'

const WhistleFilter = z.strictObject({
  q: z.string().max(100).optional(),
  state: z.string().max(30).optional(),
  level: z.enum(['normal', 'key', 'emergency']).optional(),
  direction: z.enum(['street2dept', 'dept2street']).optional(),
})
const EvaluationFilter = z.strictObject({ q: z.string().max(100).optional(), low: z.literal('true').optional() })
const file = { description: 'UTF-8 with BOM', content: { 'text/csv': { schema: z.string() } } }

/** Rows of one file; more is asked for in parts. */
const MOST_ROWS = 20_000
const PORTION = 200

/** The registers of whistles and of their evaluations: of bodies that whistled or were called. */
export const whistleRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/whistles',
      summary: 'Whistles of my body and of those I supervise, with what every body does about them',
      request: { query: WhistleFilter.extend(paging) },
      responses: { 200: json(z.object({ items: z.array(WhistleSchema), page: PageSchema }), 'Newest first') },
    }),
    c => {
      const { house, language } = c.var
      const { limit, after, ...filter } = c.req.valid('query')
      const { items, ...page } = house.whistles.list({ ...ownWhistles(c), ...filter, limit, after })
      return c.json({ items: items.map(row => whistleJson(house, row, language)), page: pageJson(page) }, 200)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/whistle-evaluations',
      summary: 'How bodies that were called were evaluated',
      request: { query: EvaluationFilter.extend(paging) },
      responses: { 200: json(z.object({ items: z.array(WhistleEvaluationSchema), page: PageSchema }), 'Newest first') },
    }),
    c => {
      const { house, language } = c.var
      const { limit, after, low, q } = c.req.valid('query')
      const { items, ...page } = house.whistles.evaluations({
        ...ownWhistles(c),
        ...{ q, isLow: low === 'true', limit, after },
      })
      return c.json({ items: items.map(row => evaluationJson(house, row, language)), page: pageJson(page) }, 200)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/whistle-files/whistles',
      summary: 'The register of whistles as comma-separated values: a row for each body called',
      request: { query: WhistleFilter },
      responses: { 200: file },
    }),
    async c => {
      const { house, language } = c.var
      const query = { ...ownWhistles(c), ...c.req.valid('query') }
      await note(c, 'whistle.export')
      const rows = allOf(page => house.whistles.list({ ...query, ...page }))
      const cells = rows.flatMap(row => whistleCells(whistleJson(house, row, language)))
      return csv(c, 'whistles', [WHISTLE_HEADING[language], ...cells])
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/whistle-files/evaluations',
      summary: 'The register of evaluations as comma-separated values',
      request: { query: EvaluationFilter },
      responses: { 200: file },
    }),
    async c => {
      const { house, language } = c.var
      const { low, q } = c.req.valid('query')
      const query = { ...ownWhistles(c), q, isLow: low === 'true' }
      await note(c, 'whistle-evaluation.export')
      const rows = allOf(page => house.whistles.evaluations({ ...query, ...page }))
      const cells = rows.map(row => evaluationCells(evaluationJson(house, row, language)))
      return csv(c, 'whistle-evaluations', [EVALUATION_HEADING[language], ...cells])
    },
  )

/** Of which bodies somebody reads whistles: auditors of all, others of their own and of those they supervise. */
function ownWhistles({ var: { house, caller } }: Context<Environment>): Pick<WhistleQuery, 'orgs'> {
  const { person } = caller
  const { permissions, appointments } = person
  if (permissions.includes('audit')) return {}
  if (!permissions.includes('work') && !permissions.includes('supervise'))
    throw new Problem('permission.missing', { permission: 'permission.work' })
  const own = appointments.flatMap(({ org }) => house.people.findOrganisation(org)?.entity ?? [])
  return { orgs: new Set([...own, ...viewedOrganisations(house, person)]) }
}

/** Who took a file is written down. */
async function note(c: Context<Environment>, verb: string): Promise<void> {
  await submit(c.var.house, c.var.caller, { kind: 'access', verb, permit: () => {} })
}

function allOf(ask: (page: { limit: number; after?: string | undefined }) => BoundedPage<WhistleRow>): WhistleRow[] {
  const rows: WhistleRow[] = []
  let after: string | undefined
  do {
    const page = ask({ limit: PORTION, after })
    rows.push(...page.items)
    after = page.endCursor
  } while (after !== undefined && rows.length < MOST_ROWS)
  return rows
}

function csv(c: Context<Environment>, name: string, rows: string[][]) {
  return c.body(writeCsv(rows), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
  })
}
