import { z } from '@hono/zod-openapi'
import { routes } from '../environment.ts'
import { listOf } from '../listed-registers/listed-register.ts'
import { json, route } from '../route.ts'
import { PageSchema, paging } from '../schemas/page.ts'
import { lawfulnessJson } from './lawfulness-json.ts'
import { guardedActsList } from './listed.ts'
import { GuardedActSchema, LawfulnessSchema } from './schemas.ts'

/** The table of lawful verbs, and where they were used. */
export const guardedActRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/guarded-acts',
      summary: 'Every act in which a guarded verb was used',
      request: { query: guardedActsList.filter.extend(paging) },
      responses: {
        200: json(z.object({ items: z.array(GuardedActSchema), page: PageSchema }), 'The latest act first'),
      },
    }),
    async c => c.json(await listOf(c, guardedActsList, c.req.valid('query')), 200),
  )
  .openapi(
    route({
      method: 'get',
      path: '/lawfulness',
      summary: 'What the law makes of each verb on each kind of task',
      responses: { 200: json(LawfulnessSchema, 'The table by which the designer, the linter and the gate judge') },
    }),
    c => c.json(lawfulnessJson(c.var.language), 200),
  )
