import { z } from '@hono/zod-openapi'
import type { ListedAccount } from '../identity/accounts.ts'
import type { Invitation } from '../identity/invitations.ts'
import { endSessions, openAccount, resetAccount, setAccountState } from './acts/accounts.ts'
import { admitActor, admitReader } from './admit.ts'
import { routes } from './environment.ts'
import { Problem } from './problem.ts'
import { done, json, jsonBody, route } from './route.ts'
import { PageSchema, paging } from './schemas/page.ts'
import { AccountSchema, InvitationSchema, NamedId, PersonId, Reason } from './schemas/register.ts'

const Query = z.strictObject({
  ...paging,
  q: z.string().max(50).optional(),
  state: z.enum(['locked', 'invited', 'active']).optional(),
})
const AccountParam = z.object({ accountId: NamedId })
const NewAccount = z.strictObject({ accountId: PersonId, personId: NamedId }).openapi('NewAccount')
const AccountStateChange = z
  .strictObject({ state: z.enum(['locked', 'active']), reason: Reason })
  .openapi('AccountStateChange')
const Reset = z.strictObject({ reason: Reason }).openapi('AccountReset')
const SessionSchema = z.object({
  sessionId: z.string(),
  openedAt: z.string(),
  seenAt: z.string(),
  isOwn: z.boolean().openapi({ description: 'The session that asks' }),
})

/** Accounts for their administrator: who can sign in, links to a first password, locks, sessions. */
export const accountRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/accounts',
      summary: 'Accounts',
      request: { query: Query },
      responses: { 200: json(z.object({ items: z.array(AccountSchema), page: PageSchema }), 'By id') },
    }),
    c => {
      admitReader(c, ['administrate', 'audit'])
      const { limit, ...query } = c.req.valid('query')
      const rows = c.var.house.accounts.list({ ...query, limit: limit + 1 })
      const items = rows.slice(0, limit).map(accountJson)
      const end = rows.length > limit ? items.at(-1)?.accountId : undefined
      return c.json({ items, page: end === undefined ? {} : { endCursor: end } }, 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/accounts',
      summary: 'Open an account; the answer holds the link to its first password, once',
      request: { body: jsonBody(NewAccount) },
      responses: { 201: json(InvitationSchema, 'The link') },
    }),
    async c => {
      const caller = await admitActor(c, 'administrate', 'account.open')
      const wanted = c.req.valid('json')
      return c.json(invitationJson(wanted.accountId, await openAccount(c.var.house, caller, wanted)), 201)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/accounts/{accountId}/invitation',
      summary: 'Take the password away and make a new link; every session ends',
      request: { params: AccountParam, body: jsonBody(Reset) },
      responses: { 201: json(InvitationSchema, 'The link') },
    }),
    async c => {
      const caller = await admitActor(c, 'administrate', 'account.reset')
      const { accountId } = c.req.valid('param')
      const invitation = await resetAccount(c.var.house, caller, accountId, c.req.valid('json').reason)
      return c.json(invitationJson(accountId, invitation), 201)
    },
  )
  .openapi(
    route({
      method: 'put',
      path: '/accounts/{accountId}/state',
      summary: 'Lock or unlock',
      request: { params: AccountParam, body: jsonBody(AccountStateChange) },
      responses: { 204: done },
    }),
    async c => {
      const caller = await admitActor(c, 'administrate', 'account.lock')
      await setAccountState(c.var.house, caller, c.req.valid('param').accountId, c.req.valid('json'))
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/accounts/{accountId}/sessions',
      summary: 'Open sessions of an account',
      request: { params: AccountParam },
      responses: { 200: json(z.object({ items: z.array(SessionSchema) }), 'The latest first') },
    }),
    c => {
      admitReader(c, ['administrate', 'audit'])
      const { accountId } = c.req.valid('param')
      if (!c.var.house.people.findAccount(accountId)) throw new Problem('resource.not-found')
      const items = c.var.house.sessions.list(accountId).map(({ sessionId, openedAt, seenAt }) => ({
        sessionId,
        openedAt: new Date(openedAt).toISOString(),
        seenAt: new Date(seenAt).toISOString(),
        isOwn: sessionId === c.var.sessionId,
      }))
      return c.json({ items }, 200)
    },
  )
  .openapi(
    route({
      method: 'delete',
      path: '/accounts/{accountId}/sessions',
      summary: 'End every session of an account',
      request: { params: AccountParam },
      responses: { 204: done },
    }),
    async c => {
      const caller = await admitActor(c, 'administrate', 'account.end-sessions')
      await endSessions(c.var.house, caller, c.req.valid('param').accountId)
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'delete',
      path: '/accounts/{accountId}/sessions/{sessionId}',
      summary: 'End a session',
      request: { params: AccountParam.extend({ sessionId: NamedId }) },
      responses: { 204: done },
    }),
    async c => {
      const caller = await admitActor(c, 'administrate', 'account.end-sessions')
      const { accountId, sessionId } = c.req.valid('param')
      await endSessions(c.var.house, caller, accountId, sessionId)
      return c.body(null, 204)
    },
  )

function accountJson({ accountId, personId, name, state, invitedUntil, openSessions, seenAt }: ListedAccount) {
  const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())
  return {
    ...{ accountId, person: { id: personId, name }, state, openSessions },
    ...{ invitedUntil: instant(invitedUntil), seenAt: instant(seenAt) },
  }
}

function invitationJson(accountId: string, { token, expiresAt }: Invitation): z.infer<typeof InvitationSchema> {
  return { accountId, token, expiresAt: new Date(expiresAt).toISOString() }
}
