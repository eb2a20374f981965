import { z } from '@hono/zod-openapi'
import { dayOf } from '../deadlines/office-day.ts'
import type { LimitParameter } from '../deadlines/parameters/limit-parameter.ts'
import { startEvents } from '../deadlines/parameters/start-events.ts'
import type { LimitParameterVersion } from '../registers/limit-parameters.ts'
import { importCalendarYear } from './acts/import-calendar-year.ts'
import { setLimitParameter } from './acts/set-limit-parameter.ts'
import { citationJson } from './citations.ts'
import { idempotentCaller, routes } from './environment.ts'
import type { House } from './house.ts'
import type { Language } from './language.ts'
import { extensionJson } from './limit-json.ts'
import { Problem } from './problem.ts'
import { done, json, jsonBody, route } from './route.ts'
import { basedOn, IfMatch } from './schemas/if-match.ts'
import {
  CalendarSchema,
  CalendarYearBody,
  type LimitParameterJson,
  LimitParameterSchema,
  ParameterChangeBody,
} from './schemas/limit-parameter.ts'
import { named } from './user-task-json.ts'
import { readsEverything } from './visibility.ts'

const params = z.object({ key: z.string().max(60) })
const ListSchema = z.object({ items: z.array(LimitParameterSchema) }).openapi('LimitParameters')

/** The office's limits and its calendar: read by those who answer for the office, set by administrators. */
export const limitParameterRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/limit-parameters',
      summary: 'Every limit as it holds today',
      responses: { 200: json(ListSchema, 'By key') },
    }),
    c => {
      const { house, language, caller } = c.var
      if (!readsEverything(caller.person)) throw new Problem('permission.missing', MISSING)
      const items = house.limitParameters.list(today(house))
      return c.json({ items: items.map(version => parameterJson(house, version, language)) }, 200)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/limit-parameters/{key}',
      summary: 'Every version of a limit',
      request: { params },
      responses: { 200: json(ListSchema, 'Newest first') },
    }),
    c => {
      const { house, language, caller } = c.var
      if (!readsEverything(caller.person)) throw new Problem('permission.missing', MISSING)
      const items = house.limitParameters.history(c.req.valid('param').key)
      if (items.length === 0) throw new Problem('resource.not-found')
      return c.json({ items: items.map(version => parameterJson(house, version, language)) }, 200)
    },
  )
  .openapi(
    route({
      method: 'put',
      path: '/limit-parameters/{key}',
      summary: 'Set a limit from a day on',
      request: { params, headers: IfMatch, body: jsonBody(ParameterChangeBody) },
      responses: { 204: done },
    }),
    async c => {
      const { key } = c.req.valid('param')
      await setLimitParameter(c.var.house, c.var.caller, key, c.req.valid('json'), basedOn(c.req.valid('header')))
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/calendar',
      summary: 'The announced years, and the version of the calendar',
      responses: { 200: json(CalendarSchema, 'In the order they were brought in') },
    }),
    c => {
      const { calendars } = c.var.house
      return c.json({ version: calendars.latest().version, years: calendars.years() }, 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/calendar/years',
      summary: 'Bring in the announced working days of a year; open limits are counted again',
      request: { body: jsonBody(CalendarYearBody) },
      responses: { 201: json(z.object({ version: z.number().int() }), 'The new version of the calendar') },
    }),
    async c => {
      const version = await importCalendarYear(c.var.house, await idempotentCaller(c), c.req.valid('json'))
      return c.json({ version }, 201)
    },
  )

const MISSING = { permission: 'permission.administrate' }

const today = ({ clock }: House) => dayOf(clock.now())

function extensionRuleJson(house: House, parameter: LimitParameter, language: Language) {
  const told = extensionJson(house, parameter, language)
  return told && { ...told, by: parameter.extension!.by, roles: [...parameter.extension!.approvers] }
}

function parameterJson(house: House, version: LimitParameterVersion, language: Language): LimitParameterJson {
  const { parameter, seq, effectiveFrom, isShipped, changedBy, changedAt, reason } = version
  const { key, name, amount, mode, start, basis, marks, consequence, isLead = false } = parameter
  return {
    ...{ key, amount, mode, consequence, isLead, seq, effectiveFrom, isShipped, reason, marks: [...marks] },
    name: name[language],
    start: startEvents[start]?.[language] ?? start,
    extension: extensionRuleJson(house, parameter, language),
    exclusions: (parameter.exclusions ?? []).map(policy => ({
      ...{ field: policy.field, suspension: policy.suspension, kinds: [...policy.kinds], marks: [...policy.marks] },
      basis: policy.basis.map(ref => citationJson(house, ref, today(house), language)),
    })),
    basis: basis.map(ref => citationJson(house, ref, today(house), language)),
    changedBy: isShipped ? null : named(house, changedBy),
    changedAt: new Date(changedAt).toISOString(),
  }
}
