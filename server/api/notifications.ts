import { z } from '@hono/zod-openapi'
import { pathOf } from '../notifications/describe.ts'
import { choiceOf, kindIds } from '../notifications/kinds.ts'
import type { Notification } from '../notifications/notifications.ts'
import { notificationWords } from '../notifications/words.ts'
import { setNotificationSettings } from './acts/notifications.ts'
import { idempotentCaller, routes } from './environment.ts'
import type { House } from './house.ts'
import type { Language } from './language.ts'
import { done, json, jsonBody, route } from './route.ts'
import { NotificationsSchema, ReadBody, SettingsBody, SettingsSchema } from './schemas/notification.ts'
import { paging } from './schemas/page.ts'

const List = z.strictObject({ ...paging, unread: z.stringbool().default(false) })

/** What somebody was told, and how he wants to be told. His own affair alone. */
export const notificationRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/notifications',
      summary: 'What I was told, newest first',
      request: { query: List },
      responses: { 200: json(NotificationsSchema, 'A page of them') },
    }),
    async c => {
      const { house, caller, language } = c.var
      const { limit, after, unread } = c.req.valid('query')
      const before = after === undefined ? undefined : Number(after) || 0
      const found = house.postOffice.notifications.page(caller.person.personId, { unread, before, limit })
      const items = await Promise.all(found.map(told => notificationJson(house, told, language)))
      const last = found.at(-1)
      return c.json(
        { items, page: found.length === limit && last ? { endCursor: String(last.notificationId) } : {} },
        200,
      )
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/notifications/unread',
      summary: 'How many I have not read, counted up to 100',
      responses: { 200: json(z.object({ count: z.number().int() }), 'The number') },
    }),
    c => {
      const { house, caller } = c.var
      return c.json({ count: house.postOffice.notifications.unread(caller.person.personId) }, 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/notifications/read',
      summary: 'Say what I have read; this is no act and stands in no journal',
      request: { body: jsonBody(ReadBody) },
      responses: { 204: done },
    }),
    c => {
      const { house, caller } = c.var
      house.postOffice.notifications.markRead(caller.person.personId, c.req.valid('json'), house.clock.now())
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/notification-settings',
      summary: 'How I want to be told',
      responses: { 200: json(SettingsSchema, 'Every kind, as chosen or by default') },
    }),
    c => {
      const { house, caller, language } = c.var
      const { mail, choices, language: spoken } = house.postOffice.settings.of(caller.person.personId)
      const items = kindIds.map(kind => ({
        ...{ kind, name: notificationWords[kind].name[language], isDefault: choices[kind] === undefined },
        ...choiceOf(choices, kind),
      }))
      return c.json({ mail, language: spoken, hasMail: house.postOffice.channels().includes('mail'), items }, 200)
    },
  )
  .openapi(
    route({
      method: 'put',
      path: '/notification-settings',
      summary: 'Choose how I want to be told',
      request: { body: jsonBody(SettingsBody) },
      responses: { 204: done },
    }),
    async c => {
      await setNotificationSettings(c.var.house, await idempotentCaller(c), c.req.valid('json'))
      return c.body(null, 204)
    },
  )

async function notificationJson(house: House, told: Notification, language: Language) {
  const { notificationId, kind, about, at, readAt } = told
  const { subject } = await house.postOffice.describe(told, language)
  const instance = about.processInstanceKey === undefined ? undefined : house.instances.find(about.processInstanceKey)
  return {
    ...{ notificationId, kind, text: subject, path: pathOf(about), title: instance?.title ?? null },
    at: new Date(at).toISOString(),
    readAt: readAt === null ? null : new Date(readAt).toISOString(),
  }
}
