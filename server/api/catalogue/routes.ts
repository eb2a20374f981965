import { z } from '@hono/zod-openapi'
import { officeDate } from '../../clock/office-date.ts'
import { CATALOGUE, type CatalogueRegister, type CatalogueRow } from '../../registers/catalogue-list.ts'
import { admitActor, admitReader } from '../admit.ts'
import { dayAsked, OfDay } from '../as-of-day.ts'
import { routes } from '../environment.ts'
import type { House } from '../house.ts'
import type { Language } from '../language.ts'
import { registerHistory } from '../register-history.ts'
import { fieldWord, valueWord } from '../register-words.ts'
import { done, json, jsonBody, route } from '../route.ts'
import { VariablesSchema } from '../schemas/json.ts'
import { PageSchema, paging } from '../schemas/page.ts'
import { NamedId, Reason, RegisterHistorySchema } from '../schemas/register.ts'
import { shownOf } from './cells.ts'
import { catalogue, fieldsOf, keeperOf } from './fields.ts'
import { addRow, changeRow, requireRow } from './rows.ts'

const RegisterParam = z.object({ register: z.enum(CATALOGUE) })
const RowParam = RegisterParam.extend({ id: NamedId })
const Query = z.strictObject({
  ...paging,
  q: z.string().max(50).optional(),
  org: z.string().max(60).optional(),
  kind: z.string().max(60).optional(),
  day: OfDay,
})

const FieldSchema = z
  .object({
    name: z.string(),
    label: z.string(),
    type: z.string(),
    isRequired: z.boolean(),
    isListed: z.boolean(),
    /** It names the row and does not change. */
    isId: z.boolean(),
    options: z.array(z.object({ value: z.string(), word: z.string() })),
  })
  .openapi('CatalogueField')
const RowSchema = z
  .object({
    id: z.string(),
    row: VariablesSchema,
    /** Every field as people read it. */
    shown: z.record(z.string(), z.array(z.string())),
    /** Whether it holds today. */
    isCurrent: z.boolean(),
  })
  .openapi('CatalogueRow')
const RecordSchema = RowSchema.extend({ fields: z.array(FieldSchema) }).openapi('CatalogueRecord')
const ListSchema = z
  .object({ fields: z.array(FieldSchema), items: z.array(RowSchema), page: PageSchema })
  .openapi('CatalogueRows')

/** What the office may and must do: read by all its people, kept by those who answer for the catalogue. */
export const catalogueRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/catalogue/{register}',
      summary: 'Items, confirmations, duty lists or liaisons; with a day, as they were then',
      request: { params: RegisterParam, query: Query },
      responses: { 200: json(ListSchema, 'By id') },
    }),
    c => {
      const { house, language } = c.var
      const { register } = c.req.valid('param')
      admitTo(c, register)
      const { limit, day, ...query } = c.req.valid('query')
      const asked = dayAsked(house, day)
      const rows = house.registers.catalogue(register, { ...query, ...asked.past, limit: limit + 1 })
      const items = rows.slice(0, limit).map(row => rowJson(house, register, row, language, asked.day))
      const end = rows.length > limit ? items.at(-1)?.id : undefined
      const page = end === undefined ? {} : { endCursor: end }
      return c.json({ fields: fieldsJson(house, register, language), items, page }, 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/catalogue/{register}',
      summary: 'Enter a row',
      request: { params: RegisterParam, body: jsonBody(z.strictObject({ row: VariablesSchema })) },
      responses: { 201: json(z.object({ id: z.string() }), 'Its id') },
    }),
    async c => {
      const { register } = c.req.valid('param')
      const caller = await admitActor(c, keeperOf(register), 'catalogue.add')
      const id = await addRow(c.var.house, caller, register, c.req.valid('json').row)
      return c.json({ id }, 201)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/catalogue/{register}/{id}',
      summary: 'One row',
      request: { params: RowParam },
      responses: { 200: json(RecordSchema, 'The row') },
    }),
    c => {
      const { house, language } = c.var
      const { register, id } = c.req.valid('param')
      admitTo(c, register)
      const row = rowJson(house, register, requireRow(house, register, id), language)
      return c.json({ ...row, fields: fieldsJson(house, register, language) }, 200)
    },
  )
  .openapi(
    route({
      method: 'put',
      path: '/catalogue/{register}/{id}',
      summary: 'Change a row; members that are not sent stay as they are',
      request: { params: RowParam, body: jsonBody(z.strictObject({ row: VariablesSchema, reason: Reason })) },
      responses: { 204: done },
    }),
    async c => {
      const { register, id } = c.req.valid('param')
      const caller = await admitActor(c, keeperOf(register), 'catalogue.change')
      const { row: given, reason } = c.req.valid('json')
      await changeRow(c.var.house, caller, register, { id, given, reason })
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/catalogue/{register}/{id}/history',
      summary: 'What was changed of a row, newest first',
      request: { params: RowParam, query: z.strictObject(paging) },
      responses: { 200: json(RegisterHistorySchema, 'The history') },
    }),
    c => {
      const { register, id } = c.req.valid('param')
      admitReader(c, ['administrate', keeperOf(register), 'catalogue', 'audit'])
      const { limit, after } = c.req.valid('query')
      requireRow(c.var.house, register, id)
      const before = after === undefined ? Number.MAX_SAFE_INTEGER : Number(after) || 0
      return c.json(registerHistory(c.var.house, `${register}/${id}`, { limit, before }, c.var.language), 200)
    },
  )

/** Some registers are not for everybody. @throws Problem 403 */
function admitTo(c: Parameters<typeof admitReader>[0], register: CatalogueRegister): void {
  const { readers } = catalogue[register]
  if (readers) admitReader(c, readers)
}

function rowJson(
  house: House,
  register: CatalogueRegister,
  { id, row }: CatalogueRow,
  language: Language,
  today = officeDate(house.clock.now()),
) {
  const { idField, period } = catalogue[register]
  const content = idField === undefined ? row : { ...row, [idField]: id }
  const shown = fieldsOf(register).map(field => [
    field.name,
    shownOf(house, register, field, content[field.name] ?? null, language),
  ])
  const [from, to] = period.map(name => row[name] ?? null)
  const isCurrent =
    String(from) <= today && (to === null || String(to) >= today) && (row.state ?? 'in-force') === 'in-force'
  return { id, row: content, shown: Object.fromEntries(shown) as Record<string, string[]>, isCurrent }
}

function fieldsJson({ people }: House, register: CatalogueRegister, language: Language) {
  const { idField } = catalogue[register]
  return fieldsOf(register).map(({ name, type, values = [], kinds, isOptional = false, isListed = false }) => ({
    ...{ name, type, isListed, isRequired: !isOptional, isId: name === idField },
    label: fieldWord(register, name, language),
    options: kinds
      ? people
          .listOrganisations()
          .filter(({ kind }) => kinds.some(each => each === kind))
          .map(({ orgId, name }) => ({ value: orgId, word: name }))
      : values.map(value => ({ value, word: valueWord(register, name, value, language) })),
  }))
}
