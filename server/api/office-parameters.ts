import { z } from '@hono/zod-openapi'
import { dayOf } from '../deadlines/office-day.ts'
import { type OfficeParameterVersion, PARAMETER_TYPES } from '../registers/office-parameters.ts'
import { setOfficeParameter } from './acts/set-office-parameter.ts'
import { admitReader } from './admit.ts'
import { citationJson } from './citations.ts'
import { routes } from './environment.ts'
import type { House } from './house.ts'
import type { Language } from './language.ts'
import { Problem } from './problem.ts'
import { done, json, jsonBody, route } from './route.ts'
import { basedOn, IfMatch } from './schemas/if-match.ts'
import { CitationSchema } from './schemas/limit.ts'
import { LimitParameterSchema } from './schemas/limit-parameter.ts'
import { NamedSchema } from './schemas/person.ts'
import { Day, Reason } from './schemas/register.ts'
import { named } from './user-task-json.ts'

const params = z.object({ key: z.string().max(60) })
const Value = z.union([z.string().max(200), z.number(), z.boolean()])
const ParameterSchema = z
  .object({
    key: z.string(),
    name: z.string(),
    type: z.enum(PARAMETER_TYPES),
    value: Value,
    unit: z.string().nullable(),
    min: z.number().nullable(),
    max: z.number().nullable(),
    marks: LimitParameterSchema.shape.marks,
    basis: z.array(CitationSchema),
    seq: z.number().int(),
    effectiveFrom: z.string(),
    /** As it came with the product. */
    isShipped: z.boolean(),
    changedBy: NamedSchema.nullable(),
    changedAt: z.string(),
    reason: z.string().nullable(),
  })
  .openapi('OfficeParameter')
const ListSchema = z.object({ items: z.array(ParameterSchema) }).openapi('OfficeParameters')
const Change = z.strictObject({ value: Value, effectiveFrom: Day, reason: Reason }).openapi('OfficeParameterChange')
const READERS = ['administrate', 'audit'] as const

/** What the office sets itself and is no limit of time; read by those who answer for the office. */
export const officeParameterRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/office-parameters',
      summary: 'Every parameter as it holds today',
      responses: { 200: json(ListSchema, 'By key') },
    }),
    c => {
      admitReader(c, READERS)
      const { house, language } = c.var
      const items = house.officeParameters.list(dayOf(house.clock.now()))
      return c.json({ items: items.map(version => parameterJson(house, version, language)) }, 200)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/office-parameters/{key}',
      summary: 'Every version of a parameter',
      request: { params },
      responses: { 200: json(ListSchema, 'Newest first') },
    }),
    c => {
      admitReader(c, READERS)
      const { house, language } = c.var
      const items = house.officeParameters.history(c.req.valid('param').key)
      if (items.length === 0) throw new Problem('resource.not-found')
      return c.json({ items: items.map(version => parameterJson(house, version, language)) }, 200)
    },
  )
  .openapi(
    route({
      method: 'put',
      path: '/office-parameters/{key}',
      summary: 'Set a parameter from a day on',
      request: { params, headers: IfMatch, body: jsonBody(Change) },
      responses: { 204: done },
    }),
    async c => {
      const { key } = c.req.valid('param')
      await setOfficeParameter(c.var.house, c.var.caller, key, c.req.valid('json'), basedOn(c.req.valid('header')))
      return c.body(null, 204)
    },
  )

function parameterJson(
  house: House,
  { parameter, changedBy, changedAt, ...version }: OfficeParameterVersion,
  language: Language,
): z.infer<typeof ParameterSchema> {
  const { key, name, type, value, unit, min = null, max = null, marks, basis } = parameter
  return {
    ...{ key, type, value, min, max, marks: [...marks], name: name[language], unit: unit?.[language] ?? null },
    ...version,
    basis: basis.map(ref => citationJson(house, ref, dayOf(house.clock.now()), language)),
    changedBy: version.isShipped ? null : named(house, changedBy),
    changedAt: new Date(changedAt).toISOString(),
  }
}
