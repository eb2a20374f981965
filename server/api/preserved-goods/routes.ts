import { z } from '@hono/zod-openapi'
import { routes } from '../environment.ts'
import { listOf } from '../listed-registers/listed-register.ts'
import { json, route } from '../route.ts'
import { PageSchema, paging } from '../schemas/page.ts'
import { PreservedGoodSchema, preservedGoods } from './listed.ts'

/** Goods kept as evidence. */
export const preservedGoodRoutes = routes().openapi(
  route({
    method: 'get',
    path: '/preserved-goods',
    summary: 'Goods kept as evidence, thing by thing, and what became of each',
    request: { query: preservedGoods.filter.extend(paging) },
    responses: { 200: json(z.object({ items: z.array(PreservedGoodSchema), page: PageSchema }), 'Newest first') },
  }),
  async c => c.json(await listOf(c, preservedGoods, c.req.valid('query')), 200),
)
