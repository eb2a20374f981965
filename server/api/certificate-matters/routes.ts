import { z } from '@hono/zod-openapi'
import { officeDate } from '../../clock/office-date.ts'
import { certificateReport } from '../../registers/certificate-report.ts'
import { NOTICE_KINDS } from '../../registers/public-notices.ts'
import { admitReader } from '../admit.ts'
import { routes } from '../environment.ts'
import { listOf } from '../listed-registers/listed-register.ts'
import { json, route } from '../route.ts'
import { PageSchema, paging } from '../schemas/page.ts'
import { CERTIFICATE_READERS, certificateMatters, officers } from './listed.ts'
import { MatterSchema, NoticeSchema, OfficerSchema, ReportSchema } from './schemas.ts'

const NoticeFilter = z.strictObject({
  refId: z.string().max(60).optional(),
  kind: z.enum(NOTICE_KINDS).optional(),
  limit: paging.limit,
})

/** What was done about certificates, who holds them, what was made known of them. */
export const certificateMatterRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/certificate-matters',
      summary: 'Applications for certificates and disposals of them',
      request: { query: certificateMatters.filter.extend(paging) },
      responses: { 200: json(z.object({ items: z.array(MatterSchema), page: PageSchema }), 'Newest first') },
    }),
    async c => c.json(await listOf(c, certificateMatters, c.req.valid('query')), 200),
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
      admitReader(c, CERTIFICATE_READERS)
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
      request: { query: officers.filter.extend(paging) },
      responses: { 200: json(z.object({ items: z.array(OfficerSchema), page: PageSchema }), 'By id') },
    }),
    async c => c.json(await listOf(c, officers, c.req.valid('query')), 200),
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
      admitReader(c, CERTIFICATE_READERS)
      const { house } = c.var
      const items = house.registers.notices.list(c.req.valid('query')).map(({ publishedAt, org, ...notice }) => ({
        ...notice,
        org: org === null ? null : { id: org, name: house.people.findOrganisation(org)?.name ?? org },
        publishedAt: new Date(publishedAt).toISOString(),
      }))
      return c.json({ items, page: {} }, 200)
    },
  )
