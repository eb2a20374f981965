import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { officeDate } from '../../clock/office-date.ts'
import { MATTER_KINDS, MATTER_OUTCOMES } from '../../registers/certificate-matters.ts'
import { certificateReport } from '../../registers/certificate-report.ts'
import { NOTICE_KINDS } from '../../registers/public-notices.ts'
import { admitReader } from '../admit.ts'
import { type Environment, routes } from '../environment.ts'
import { writeCsv } from '../register-files/csv.ts'
import { json, route } from '../route.ts'
import { PageSchema, paging } from '../schemas/page.ts'
import { submit } from '../submit.ts'
import { MATTER_HEADING, matterCells, matterJson, OFFICER_HEADING, officerCells, officerJson } from './rows.ts'
import { MatterSchema, NoticeSchema, OfficerSchema, ReportSchema } from './schemas.ts'

const READERS = ['certify', 'administrate', 'audit'] as const
const MOST_ROWS = 20_000
const file = { description: 'UTF-8 with BOM', content: { 'text/csv': { schema: z.string() } } }

const MatterFilter = z.strictObject({
  q: z.string().max(50).optional(),
  kind: z.enum(MATTER_KINDS).optional(),
  outcome: z.enum([...MATTER_OUTCOMES, 'open']).optional(),
  batchId: z.string().max(20).optional(),
})
const OfficerFilter = z.strictObject({ q: z.string().max(50).optional(), org: z.string().max(60).optional() })
const NoticeFilter = z.strictObject({
  refId: z.string().max(60).optional(),
  kind: z.enum(NOTICE_KINDS).optional(),
  limit: paging.limit,
})

const pageOf = <Row>(rows: Row[], limit: number, idOf: (row: Row) => string) => {
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, page: last === undefined ? {} : { endCursor: idOf(last) } }
}

/** What was done about certificates, who holds them, what was made known of them. */
export const certificateMatterRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/certificate-matters',
      summary: 'Applications for certificates and disposals of them',
      request: { query: MatterFilter.extend(paging) },
      responses: { 200: json(z.object({ items: z.array(MatterSchema), page: PageSchema }), 'Newest first') },
    }),
    c => {
      admitReader(c, READERS)
      const { house } = c.var
      const { limit, ...query } = c.req.valid('query')
      const found = house.registers.matters.list({ ...query, limit: limit + 1 })
      const { items, page } = pageOf(found, limit, each => each.matterId)
      return c.json({ items: items.map(each => matterJson(house, each)), page }, 200)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/certificate-files/matters',
      summary: 'The matters as comma-separated values, as they are reported to the province',
      request: { query: MatterFilter },
      responses: { 200: file },
    }),
    async c => {
      const { house, language } = c.var
      const filter = c.req.valid('query')
      await note(c, 'certificate-matter.export')
      const found = house.registers.matters.list({ ...filter, limit: MOST_ROWS })
      return csv(c, 'certificate-matters', [
        MATTER_HEADING[language],
        ...found.map(each => matterCells(house, each, language)),
      ])
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/certificate-report',
      summary: 'Certificates issued, cancelled and reissued by month, and how many are in service',
      request: {
        query: z.strictObject({
          year: z
            .string()
            .regex(/^20\d{2}$/)
            .optional(),
        }),
      },
      responses: { 200: json(ReportSchema, 'The figures') },
    }),
    c => {
      admitReader(c, READERS)
      const { registers, people, clock } = c.var.house
      const day = officeDate(clock.now())
      const year = c.req.valid('query').year ?? day.slice(0, 4)
      const counts = registers.matters.counts()
      const months = [...new Set(counts.flatMap(({ month }) => (month.startsWith(year) ? [month] : [])))]
      const holders = registers.service.inService(day, new Date(clock.now()).toISOString())
      const ofStreets = holders.filter(({ entity }) => people.findOrganisation(entity ?? '')?.kind === 'subdistrict')
      return c.json(
        {
          year,
          months: months.map(month => ({ month, ...certificateReport(counts, month) })),
          total: certificateReport(counts, year),
          // Of streets only: what departments hold is no part of it, and neither follows from what was issued and cancelled.
          inService: { all: holders.length, streets: ofStreets.length },
        },
        200,
      )
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/officers',
      summary: 'Officers with their papers',
      request: { query: OfficerFilter.extend(paging) },
      responses: { 200: json(z.object({ items: z.array(OfficerSchema), page: PageSchema }), 'By id') },
    }),
    c => {
      admitReader(c, READERS)
      const { house } = c.var
      const { limit, ...query } = c.req.valid('query')
      const { items, page } = pageOf(officersOf(c, { ...query, limit: limit + 1 }), limit, each => each.personId)
      return c.json({ items: items.map(each => officerJson(house, each)), page }, 200)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/certificate-files/officers',
      summary: 'The officers as comma-separated values',
      request: { query: OfficerFilter },
      responses: { 200: file },
    }),
    async c => {
      const { house, language } = c.var
      await note(c, 'officer.export')
      const found = officersOf(c, { ...c.req.valid('query'), limit: MOST_ROWS })
      return csv(c, 'officers', [OFFICER_HEADING[language], ...found.map(each => officerCells(house, each, language))])
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/public-notices',
      summary: 'Circulars, certificates declared invalid, results of clean-ups, what holders were told',
      request: { query: NoticeFilter },
      responses: { 200: json(z.object({ items: z.array(NoticeSchema), page: PageSchema }), 'Newest first') },
    }),
    c => {
      admitReader(c, READERS)
      const { house } = c.var
      const items = house.registers.notices.list(c.req.valid('query')).map(({ publishedAt, org, ...notice }) => ({
        ...notice,
        org: org === null ? null : { id: org, name: house.people.findOrganisation(org)?.name ?? org },
        publishedAt: new Date(publishedAt).toISOString(),
      }))
      return c.json({ items, page: {} }, 200)
    },
  )

function officersOf(c: Context<Environment>, query: Parameters<House['registers']['officers']>[0]) {
  const { registers, clock } = c.var.house
  const now = clock.now()
  return registers.officers(query, officeDate(now), new Date(now).toISOString())
}

type House = Environment['Variables']['house']

/** Who takes a register of people out is written down, after it was asked whether he may. */
async function note(c: Context<Environment>, verb: string): Promise<void> {
  admitReader(c, READERS)
  await submit(c.var.house, c.var.caller, { kind: 'access', verb, permit: () => {} })
}

function csv(c: Context<Environment>, name: string, rows: string[][]) {
  return c.body(writeCsv(rows), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
  })
}
