import { z } from '@hono/zod-openapi'
import { routes } from '../environment.ts'
import { listOf } from '../listed-registers/listed-register.ts'
import { json, route } from '../route.ts'
import { PageSchema, paging } from '../schemas/page.ts'
import { whistleEvaluations, whistles } from './listed.ts'
import { WhistleEvaluationSchema, WhistleSchema } from './schemas.ts'

/** The registers of whistles and of their evaluations. */
export const whistleRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/whistles',
      summary: 'Whistles of my body and of those I supervise, with what every body does about them',
      request: { query: whistles.filter.extend(paging) },
      responses: { 200: json(z.object({ items: z.array(WhistleSchema), page: PageSchema }), 'Newest first') },
    }),
    async c => c.json(await listOf(c, whistles, c.req.valid('query')), 200),
  )
  .openapi(
    route({
      method: 'get',
      path: '/whistle-evaluations',
      summary: 'How bodies that were called were evaluated',
      request: { query: whistleEvaluations.filter.extend(paging) },
      responses: { 200: json(z.object({ items: z.array(WhistleEvaluationSchema), page: PageSchema }), 'Newest first') },
    }),
    async c => c.json(await listOf(c, whistleEvaluations, c.req.valid('query')), 200),
  )
