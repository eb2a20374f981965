import { z } from '@hono/zod-openapi'
import { handBack, reassign } from './acts/change-hands.ts'
import { countersign, sendBack, withdrawSignature } from './acts/countersign.ts'
import { receiversOf } from './acts/receivers.ts'
import { visibleTask } from './acts/task-guard.ts'
import { idempotentCaller, routes } from './environment.ts'
import { done, json, jsonBody, Key, route } from './route.ts'
import { Reason } from './schemas/register.ts'
import { ReceiversSchema } from './schemas/sheet.ts'

const params = z.object({ userTaskKey: Key })
const Content = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'expected the hash of what was signed')
  .openapi({ description: 'Hash of the entry that holds what was signed first' })
const Countersignature = z.strictObject({ content: Content }).openapi('Countersignature')
const SendingBack = z.strictObject({ content: Content, reason: Reason }).openapi('SendingBack')
const HandingBack = z.strictObject({ reason: Reason }).openapi('HandingBack')
const Reassignment = z.strictObject({ assignee: z.string().min(1).max(100), reason: Reason }).openapi('Reassignment')

/** What people do around a task besides completing it. */
export const sheetRoutes = routes()
  .openapi(
    route({
      method: 'post',
      path: '/user-tasks/{userTaskKey}/countersignature',
      summary: 'Sign second; the task is completed with what was signed first',
      request: { params, body: jsonBody(Countersignature) },
      responses: { 204: done },
    }),
    async c => {
      await countersign(c.var.house, await idempotentCaller(c), { ...c.req.valid('param'), ...c.req.valid('json') })
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/user-tasks/{userTaskKey}/countersignature/refusal',
      summary: 'Send what was signed first back to whoever signed it',
      request: { params, body: jsonBody(SendingBack) },
      responses: { 204: done },
    }),
    async c => {
      await sendBack(c.var.house, await idempotentCaller(c), { ...c.req.valid('param'), ...c.req.valid('json') })
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'delete',
      path: '/user-tasks/{userTaskKey}/signature',
      summary: 'Take my first signature back before the second is given',
      request: { params },
      responses: { 204: done },
    }),
    async c => {
      await withdrawSignature(c.var.house, c.var.caller, c.req.valid('param').userTaskKey)
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/user-tasks/{userTaskKey}/hand-back',
      summary: 'Give a task I hold back to its candidates, with a reason',
      request: { params, body: jsonBody(HandingBack) },
      responses: { 204: done },
    }),
    async c => {
      await handBack(c.var.house, await idempotentCaller(c), { ...c.req.valid('param'), ...c.req.valid('json') })
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/user-tasks/{userTaskKey}/receivers',
      summary: 'To whom a superior may give the task, and why not to others',
      request: { params },
      responses: { 200: json(ReceiversSchema, 'Those the task is for') },
    }),
    async c => {
      const { house, caller, language } = c.var
      const task = visibleTask(house, caller.person, c.req.valid('param').userTaskKey)
      return c.json({ items: await receiversOf(house, caller.person, task, language) }, 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/user-tasks/{userTaskKey}/reassignment',
      summary: 'As a superior, give the task to somebody else it is for',
      request: { params, body: jsonBody(Reassignment) },
      responses: { 204: done },
    }),
    async c => {
      await reassign(c.var.house, await idempotentCaller(c), { ...c.req.valid('param'), ...c.req.valid('json') })
      return c.body(null, 204)
    },
  )
