import { z } from '@hono/zod-openapi'
import { endAbsence, enterAbsence } from '../acts/absences.ts'
import { takeOver } from '../acts/substitute.ts'
import { idempotentCaller, routes } from '../environment.ts'
import { listOf } from '../listed-registers/listed-register.ts'
import { done, json, jsonBody, Key, route } from '../route.ts'
import { PageSchema, paging } from '../schemas/page.ts'
import { NamedId } from '../schemas/register.ts'
import { absentTasks } from './absent-tasks.ts'
import { absencesList } from './listed.ts'
import { AbsenceSchema, AbsentTaskSchema, NewAbsence } from './schemas.ts'

/** Who is away, what he holds meanwhile, and who takes it over. */
export const absenceRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/absences',
      summary: 'Who is away from when to when, and who acts for him',
      request: { query: absencesList.filter.extend(paging) },
      responses: { 200: json(z.object({ items: z.array(AbsenceSchema), page: PageSchema }), 'The longest first') },
    }),
    async c => c.json(await listOf(c, absencesList, c.req.valid('query')), 200),
  )
  .openapi(
    route({
      method: 'post',
      path: '/absences',
      summary: 'Enter that I am away, or as an administrator that somebody is',
      request: { body: jsonBody(NewAbsence) },
      responses: { 201: json(z.object({ absenceId: z.string() }), 'Entered') },
    }),
    async c => {
      const caller = await idempotentCaller(c)
      const { personId = caller.person.personId, ...entry } = c.req.valid('json')
      const note = entry.note === '' ? null : entry.note
      return c.json({ absenceId: await enterAbsence(c.var.house, caller, { ...entry, note, personId }) }, 201)
    },
  )
  .openapi(
    route({
      method: 'delete',
      path: '/absences/{absenceId}',
      summary: 'Enter that he is back, or never went',
      request: { params: z.object({ absenceId: NamedId }) },
      responses: { 204: done },
    }),
    async c => {
      await endAbsence(c.var.house, c.var.caller, c.req.valid('param').absenceId)
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/absent-tasks',
      summary: 'Open tasks of people who are away: those I may take over, reassign or read',
      responses: { 200: json(z.object({ items: z.array(AbsentTaskSchema) }), 'Soonest due first') },
    }),
    async c => c.json({ items: await absentTasks(c.var.house, c.var.caller.person) }, 200),
  )
  .openapi(
    route({
      method: 'post',
      path: '/user-tasks/{userTaskKey}/substitution',
      summary: 'As the registered substitute, take over a task of somebody who is away',
      request: { params: z.object({ userTaskKey: Key }) },
      responses: { 204: done },
    }),
    async c => {
      await takeOver(c.var.house, await idempotentCaller(c), c.req.valid('param').userTaskKey)
      return c.body(null, 204)
    },
  )
