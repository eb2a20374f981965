import { z } from '@hono/zod-openapi'
import { kindIds } from '../notifications/kinds.ts'
import { notificationWords } from '../notifications/words.ts'
import { addWebhook, changeWebhook, renewWebhookSecret, requireWebhook } from './acts/webhooks.ts'
import { admitActor, admitReader } from './admit.ts'
import { routes } from './environment.ts'
import { registerHistory } from './register-history.ts'
import { done, json, jsonBody, route } from './route.ts'
import { paging } from './schemas/page.ts'
import { NamedId, Reason, RegisterHistorySchema } from './schemas/register.ts'

const Param = z.object({ webhookId: NamedId })
const wanted = {
  name: z.string().trim().min(1).max(60),
  url: z.url({ protocol: /^https?$/ }).max(500),
  /** An empty list: everything. */
  kinds: z.array(z.enum(kindIds)).max(kindIds.length),
}
const WebhooksSchema = z
  .object({
    items: z.array(
      z.object({
        webhookId: z.string(),
        name: z.string(),
        url: z.string(),
        kinds: z.array(z.string()),
        state: z.enum(['on', 'off']),
      }),
    ),
    /** What a system may be told of. */
    kinds: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .openapi('Webhooks')
const NewWebhook = z.strictObject(wanted).openapi('NewWebhook')
const WebhookChange = z
  .strictObject({ ...wanted, state: z.enum(['on', 'off']), reason: Reason })
  .openapi('WebhookChange')
const SecretSchema = z.object({ webhookId: z.string(), secret: z.string() }).openapi('WebhookSecret')

/** The systems that are told of what happens: kept by administrators, each with a secret that is told once. */
export const webhookRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/webhooks',
      summary: 'Which systems are told of what; never their secrets',
      responses: { 200: json(WebhooksSchema, 'By name') },
    }),
    c => {
      admitReader(c, ['administrate', 'audit'])
      const kinds = kindIds.map(id => ({ id, name: notificationWords[id].name[c.var.language] }))
      return c.json({ items: c.var.house.webhooks.list(), kinds }, 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/webhooks',
      summary: 'Tell a further system; the answer has the secret its posts are signed with, once',
      request: { body: jsonBody(NewWebhook) },
      responses: { 201: json(SecretSchema, 'Its id and its secret') },
    }),
    async c => {
      const caller = await admitActor(c, 'administrate', 'webhook.add')
      return c.json(await addWebhook(c.var.house, caller, c.req.valid('json')), 201)
    },
  )
  .openapi(
    route({
      method: 'put',
      path: '/webhooks/{webhookId}',
      summary: 'Change where and of what a system is told, or switch it off',
      request: { params: Param, body: jsonBody(WebhookChange) },
      responses: { 204: done },
    }),
    async c => {
      const caller = await admitActor(c, 'administrate', 'webhook.change')
      const { webhookId } = c.req.valid('param')
      await changeWebhook(c.var.house, caller, { webhookId, ...c.req.valid('json') })
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/webhooks/{webhookId}/secret',
      summary: 'Sign with another secret from now on; the answer has it, once',
      request: { params: Param, body: jsonBody(z.strictObject({ reason: Reason })) },
      responses: { 201: json(SecretSchema, 'The new secret') },
    }),
    async c => {
      const caller = await admitActor(c, 'administrate', 'webhook.renew-secret')
      const { webhookId } = c.req.valid('param')
      const secret = await renewWebhookSecret(c.var.house, caller, webhookId, c.req.valid('json').reason)
      return c.json({ webhookId, secret }, 201)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/webhooks/{webhookId}/history',
      summary: 'What was changed of a webhook, newest first',
      request: { params: Param, query: z.strictObject(paging) },
      responses: { 200: json(RegisterHistorySchema, 'The history') },
    }),
    c => {
      admitReader(c, ['administrate', 'audit'])
      const { webhookId } = c.req.valid('param')
      const { limit, after } = c.req.valid('query')
      requireWebhook(c.var.house, webhookId)
      const before = after === undefined ? Number.MAX_SAFE_INTEGER : Number(after) || 0
      return c.json(registerHistory(c.var.house, `webhook/${webhookId}`, { limit, before }, c.var.language), 200)
    },
  )
