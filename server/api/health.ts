import { z } from '@hono/zod-openapi'
import { routes } from './environment.ts'
import { json, route } from './route.ts'
import { version } from './version.ts'

const Health = z
  .object({
    status: z.literal('ok'),
    version: z.string(),
    journal: z.object({ seq: z.number().int() }),
    engine: z.string(),
  })
  .openapi('Health')

/** Whether the house stands; asked by machines, without a session. */
export const healthRoutes = routes().openapi(
  route({
    method: 'get',
    path: '/health',
    summary: 'Whether the server works',
    responses: { 200: json(Health, 'It does') },
  }),
  c =>
    c.json(
      { status: 'ok' as const, version, journal: { seq: c.var.house.journal.lastSeq() }, engine: 'embedded' },
      200,
    ),
)
