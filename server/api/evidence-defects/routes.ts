import { z } from '@hono/zod-openapi'
import { assessDefect } from '../acts/assess-defect.ts'
import { idempotentCaller, routes } from '../environment.ts'
import { listOf } from '../listed-registers/listed-register.ts'
import { done, json, jsonBody, route } from '../route.ts'
import { PageSchema, paging } from '../schemas/page.ts'
import { Reason } from '../schemas/register.ts'
import { evidenceDefects } from './listed.ts'
import { DefectSchema } from './schemas.ts'

const Assessment = z
  .strictObject({ state: z.enum(['harmless', 'remedied', 'excluded']), note: Reason })
  .openapi('DefectAssessment')

/** Acts done while there was no valid certificate. */
export const evidenceDefectRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/evidence-defects',
      summary: 'Acts done while the certificate was not valid',
      request: { query: evidenceDefects.filter.extend(paging) },
      responses: {
        200: json(z.object({ items: z.array(DefectSchema), page: PageSchema }), 'The latest act first'),
      },
    }),
    async c => c.json(await listOf(c, evidenceDefects, c.req.valid('query')), 200),
  )
  .openapi(
    route({
      method: 'post',
      path: '/evidence-defects/{defectId}/assessment',
      summary: 'Say what a defect means for the case',
      request: { params: z.object({ defectId: z.string().min(1).max(120) }), body: jsonBody(Assessment) },
      responses: { 204: done },
    }),
    async c => {
      await assessDefect(c.var.house, await idempotentCaller(c), { ...c.req.valid('param'), ...c.req.valid('json') })
      return c.body(null, 204)
    },
  )
