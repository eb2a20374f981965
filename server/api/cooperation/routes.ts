import { z } from '@hono/zod-openapi'
import { routes } from '../environment.ts'
import { listOf } from '../listed-registers/listed-register.ts'
import { json, route } from '../route.ts'
import { PageSchema, paging } from '../schemas/page.ts'
import { disputes, transfers } from './listed.ts'
import { DisputeSchema, TransferSchema } from './schemas.ts'

/** The registers of transfers and of disputes. */
export const cooperationRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/transfers',
      summary: 'Transfers of cases from and to my body and those I supervise, a row for each time one was sent',
      request: { query: transfers.filter.extend(paging) },
      responses: { 200: json(z.object({ items: z.array(TransferSchema), page: PageSchema }), 'Newest first') },
    }),
    async c => c.json(await listOf(c, transfers, c.req.valid('query')), 200),
  )
  .openapi(
    route({
      method: 'get',
      path: '/disputes',
      summary: 'Disputes my body and those I supervise take part in',
      request: { query: disputes.filter.extend(paging) },
      responses: { 200: json(z.object({ items: z.array(DisputeSchema), page: PageSchema }), 'Newest first') },
    }),
    async c => c.json(await listOf(c, disputes, c.req.valid('query')), 200),
  )
