import { z } from '@hono/zod-openapi'
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '../identity/password-rules.ts'
import { setUp } from './acts/set-up.ts'
import { routes } from './environment.ts'
import { done, jsonBody, route } from './route.ts'

const SetUp = z
  .strictObject({
    token: z.string().min(1).max(200),
    accountId: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, 'expected a small letter, then small letters, digits and -'),
    name: z.string().trim().min(1).max(50),
    password: z.string().min(PASSWORD_MIN_LENGTH).max(PASSWORD_MAX_LENGTH),
  })
  .openapi('SetUp')

/** The first administrator of an office that has none. */
export const setUpRoutes = routes().openapi(
  route({
    method: 'post',
    path: '/set-up',
    summary: 'Bring in the first administrator by the link printed at start',
    request: { body: jsonBody(SetUp) },
    responses: { 201: done },
  }),
  async c => {
    await setUp(c.var.house, c.req.valid('json'))
    return c.body(null, 201)
  },
)
