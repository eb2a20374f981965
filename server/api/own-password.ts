import { z } from '@hono/zod-openapi'
import { PASSWORD_MAX_LENGTH } from '../identity/password-rules.ts'
import { changePassword, followInvitation } from './acts/accounts.ts'
import { clientAddress } from './client-address.ts'
import { routes } from './environment.ts'
import { Problem } from './problem.ts'
import { done, json, jsonBody, route } from './route.ts'

const Chosen = z.string().min(1).max(PASSWORD_MAX_LENGTH)
const FirstPassword = z.strictObject({ token: z.string().min(1).max(200), password: Chosen }).openapi('FirstPassword')
const NewPassword = z.strictObject({ password: z.string().min(1).max(200), newPassword: Chosen }).openapi('NewPassword')

/** Choosing a password by an administrator's link; anybody may ask, the token decides. */
export const invitationRoutes = routes().openapi(
  route({
    method: 'post',
    path: '/invitation',
    summary: 'Choose the first or a new password by the link an administrator handed over',
    request: { body: jsonBody(FirstPassword) },
    responses: { 201: json(z.object({ accountId: z.string() }), 'The account that can sign in now') },
  }),
  async c => {
    const { house } = c.var
    const { token, password } = c.req.valid('json')
    const address = clientAddress(c)
    const wait = house.signInLimit.waitFor('invitation', address)
    if (wait > 0) throw new Problem('session.too-many', { minutes: Math.ceil(wait / 60_000) })
    house.signInLimit.attempted('invitation', address)
    const accountId = await followInvitation(house, token, password)
    house.signInLimit.succeeded('invitation', address)
    return c.json({ accountId }, 201)
  },
)

/** One's own password. */
export const ownPasswordRoutes = routes().openapi(
  route({
    method: 'put',
    path: '/session/password',
    summary: "Change one's own password; one's other sessions end",
    request: { body: jsonBody(NewPassword) },
    responses: { 204: done },
  }),
  async c => {
    await changePassword(c.var.house, c.var.caller, c.var.sessionId, c.req.valid('json'))
    return c.body(null, 204)
  },
)
