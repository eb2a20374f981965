import { z } from '@hono/zod-openapi'
import { closeSession, openSession } from './acts/open-session.ts'
import { clientAddress } from './client-address.ts'
import { routes } from './environment.ts'
import { done, json, jsonBody, route } from './route.ts'
import { PersonSchema, personJson } from './schemas/person.ts'
import { dropToken, endPresentSession, keepToken, signedIn } from './sign-in.ts'

const Credentials = z
  .strictObject({ accountId: z.string().min(1).max(100), password: z.string().min(1).max(200) })
  .openapi('Credentials')

/** Signing in and out. */
export const sessionRoutes = routes()
  .openapi(
    route({
      method: 'post',
      path: '/session',
      summary: 'Sign in',
      request: { body: jsonBody(Credentials) },
      responses: { 201: json(PersonSchema, 'The person; the session is in the cookie') },
    }),
    async c => {
      const { accountId, password } = c.req.valid('json')
      const { person, token } = await openSession(c.var.house, accountId, password, clientAddress(c))
      endPresentSession(c)
      keepToken(c, token)
      return c.json(personJson(c.var.house, person, c.var.language), 201)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/session',
      middleware: signedIn,
      summary: 'Who is signed in',
      responses: { 200: json(PersonSchema, 'The person') },
    }),
    c => c.json(personJson(c.var.house, c.var.caller.person, c.var.language), 200),
  )
  .openapi(
    route({ method: 'delete', path: '/session', middleware: signedIn, summary: 'Sign out', responses: { 204: done } }),
    async c => {
      await closeSession(c.var.house, c.var.caller, c.var.sessionId)
      dropToken(c)
      return c.body(null, 204)
    },
  )
