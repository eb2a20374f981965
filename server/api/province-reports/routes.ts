import { z } from '@hono/zod-openapi'
import { admitActor } from '../admit.ts'
import { routes } from '../environment.ts'
import { listOf } from '../listed-registers/listed-register.ts'
import { json, jsonBody, route } from '../route.ts'
import { PageSchema, paging } from '../schemas/page.ts'
import { answerReport, requireReport, sendReport } from './acts.ts'
import { ProvinceReportSchema, provinceReports, reportJson } from './listed.ts'

const params = z.object({ reportId: z.string().max(40) })
const Answer = z
  .strictObject({
    isAccepted: z.boolean(),
    receiptNo: z.string().trim().min(1).max(100).optional(),
    note: z.string().trim().min(1).max(500).optional(),
  })
  .openapi('ProvinceAnswer')

/** What the province's platform is told of certificates: the list, another attempt, its answer entered by hand. */
export const provinceReportRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/province-reports',
      summary: 'What the province is told of certificates: sent, answered, failed',
      request: { query: provinceReports.filter.extend(paging) },
      responses: {
        200: json(
          z.object({ items: z.array(ProvinceReportSchema), page: PageSchema, isOpen: z.boolean() }),
          'Newest first; isOpen: an address is set, so that a report can be sent from here',
        ),
      },
    }),
    async c => {
      const found = await listOf(c, provinceReports, c.req.valid('query'))
      return c.json({ ...found, isOpen: c.var.house.province.isOpen }, 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/province-reports/{reportId}/attempts',
      summary: 'Send a report once more',
      request: { params },
      responses: { 200: json(ProvinceReportSchema, 'As it stands after the attempt') },
    }),
    async c => {
      const caller = await admitActor(c, 'certify', 'certificate.report-sent')
      const { house } = c.var
      const { reportId } = c.req.valid('param')
      await sendReport(house, caller, reportId)
      return c.json(reportJson(house, requireReport(house, reportId)), 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/province-reports/{reportId}/answer',
      summary: "Enter the province's answer to a report",
      request: { params, body: jsonBody(Answer) },
      responses: { 200: json(ProvinceReportSchema, 'As it stands now') },
    }),
    async c => {
      const caller = await admitActor(c, 'certify', 'certificate.report-answered')
      const { house } = c.var
      const { reportId } = c.req.valid('param')
      await answerReport(house, caller, reportId, c.req.valid('json'))
      return c.json(reportJson(house, requireReport(house, reportId)), 200)
    },
  )
