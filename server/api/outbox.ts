import { z } from '@hono/zod-openapi'
import { kindIds, type NotificationKind } from '../notifications/kinds.ts'
import type { OutboxItem } from '../notifications/outbox.ts'
import { fill } from '../notifications/template.ts'
import { notificationWords, placesOf, placeWords, sampleValues } from '../notifications/words.ts'
import {
  kindOf,
  refuseWrongPlaces,
  retryEverything,
  setNotificationTemplate,
  settleOutboxItem,
} from './acts/notifications.ts'
import { admitReader } from './admit.ts'
import { idempotentCaller, routes } from './environment.ts'
import type { House } from './house.ts'
import type { Language } from './language.ts'
import { done, json, jsonBody, route } from './route.ts'
import { OUTBOX_STATES, OutboxSchema, PreviewSchema, TemplateBody, TemplatesSchema } from './schemas/notification.ts'
import { paging } from './schemas/page.ts'

const OutboxParam = z.object({ outboxId: z.coerce.number().int().positive() })
const KindParam = z.object({ kind: z.string().max(60) })
const LANGUAGES = ['zh', 'en'] as const

/** What leaves the house, for those who operate it; and in which words, for those who administrate it. */
export const outboxRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/outbox',
      summary: 'What was sent, is to be sent, and could not be sent; newest first',
      request: { query: z.strictObject({ ...paging, state: z.enum(OUTBOX_STATES).optional() }) },
      responses: { 200: json(OutboxSchema, 'A page of them') },
    }),
    async c => {
      admitReader(c, ['operate', 'audit'])
      const { house, language } = c.var
      const { limit, after, state } = c.req.valid('query')
      const before = after === undefined ? undefined : Number(after) || 0
      const { outbox, channels } = house.postOffice
      const found = outbox.page({ state, before, limit })
      const items = await Promise.all(found.map(item => itemJson(house, item, language)))
      const last = found.at(-1)
      const counts = { failed: outbox.count('failed'), pending: outbox.count('pending') }
      const page = found.length === limit && last ? { endCursor: String(last.outboxId) } : {}
      return c.json({ channels: channels(), ...counts, items, page }, 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/outbox/retry',
      summary: 'Try everything once more that could not be sent',
      responses: { 200: json(z.object({ count: z.number().int() }), 'How much that is') },
    }),
    async c => c.json({ count: await retryEverything(c.var.house, await idempotentCaller(c)) }, 200),
  )
  .openapi(
    route({
      method: 'post',
      path: '/outbox/{outboxId}/retry',
      summary: 'Try once more what could not be sent',
      request: { params: OutboxParam },
      responses: { 204: done },
    }),
    async c => {
      await settleOutboxItem(c.var.house, await idempotentCaller(c), c.req.valid('param').outboxId, 'retry')
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/outbox/{outboxId}/discard',
      summary: 'Give up what could not be sent',
      request: { params: OutboxParam },
      responses: { 204: done },
    }),
    async c => {
      await settleOutboxItem(c.var.house, await idempotentCaller(c), c.req.valid('param').outboxId, 'discard')
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/notification-templates',
      summary: 'In which words people are told',
      responses: { 200: json(TemplatesSchema, 'Every kind in both languages') },
    }),
    c => {
      admitReader(c, ['administrate', 'audit'])
      const { house, language } = c.var
      const items = kindIds.flatMap(kind => LANGUAGES.map(spoken => templateJson(house, kind, spoken, language)))
      return c.json({ items }, 200)
    },
  )
  .openapi(
    route({
      method: 'put',
      path: '/notification-templates/{kind}',
      summary: 'Set the office’s own words',
      request: { params: KindParam, body: jsonBody(TemplateBody) },
      responses: { 204: done },
    }),
    async c => {
      const { language, ...template } = c.req.valid('json')
      const kind = kindOf(c.req.valid('param').kind)
      await setNotificationTemplate(c.var.house, await idempotentCaller(c), { kind, language, template })
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'delete',
      path: '/notification-templates/{kind}',
      summary: 'Go back to the words that came with the product',
      request: { params: KindParam, query: z.strictObject({ language: z.enum(LANGUAGES) }) },
      responses: { 204: done },
    }),
    async c => {
      const kind = kindOf(c.req.valid('param').kind)
      const { language } = c.req.valid('query')
      await setNotificationTemplate(c.var.house, await idempotentCaller(c), { kind, language, template: null })
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/notification-templates/{kind}/preview',
      summary: 'How words would read, with an invented case; nothing is kept or sent',
      request: { params: KindParam, body: jsonBody(TemplateBody) },
      responses: { 200: json(PreviewSchema, 'As people would read it') },
    }),
    c => {
      admitReader(c, ['administrate', 'audit'])
      const kind = kindOf(c.req.valid('param').kind)
      const { language, ...template } = c.req.valid('json')
      refuseWrongPlaces(kind, template)
      return c.json(fill(template, sampleValues(language)), 200)
    },
  )

async function itemJson(house: House, item: OutboxItem, language: Language) {
  const { outboxId, channel, personId, webhookId, kind, state, isDigest, attempts, error } = item
  const { subject } = await house.postOffice.describe(item, language)
  return {
    ...{ outboxId, channel, kind, subject, state, isDigest, attempts, error },
    to:
      personId !== null
        ? (house.people.nameOf(personId) ?? personId)
        : webhookId && (house.webhooks.find(webhookId)?.name ?? null),
    at: new Date(item.at).toISOString(),
    nextAt: item.nextAt === null ? null : new Date(item.nextAt).toISOString(),
    endedAt: item.endedAt === null ? null : new Date(item.endedAt).toISOString(),
  }
}

function templateJson(house: House, kind: NotificationKind, spoken: Language, language: Language) {
  const own = house.postOffice.settings.template(`${kind}.${spoken}`)
  const { name, ...ours } = notificationWords[kind]
  return {
    ...{ kind, name: name[language], language: spoken, isOwn: own !== undefined },
    ...(own ?? ours[spoken]),
    places: placesOf(kind).map(id => ({ id, name: placeWords[id]?.[language] ?? id })),
  }
}
