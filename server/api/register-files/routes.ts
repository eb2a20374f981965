import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Permission } from '../../identity/roles.ts'
import { CATALOGUE, type CatalogueRegister } from '../../registers/catalogue-list.ts'
import { changeRegisters, isRealChange } from '../acts/change-registers.ts'
import { admitActor, admitReader } from '../admit.ts'
import { dayAsked, OfDay } from '../as-of-day.ts'
import { catalogue, keeperOf } from '../catalogue/fields.ts'
import { catalogueTable } from '../catalogue/table.ts'
import { type Environment, routes } from '../environment.ts'
import type { Language } from '../language.ts'
import { say, wrongFields } from '../problem.ts'
import { json, jsonBody, route } from '../route.ts'
import { appointmentsTable } from './appointments-table.ts'
import { certificatesTable } from './certificates-table.ts'
import { writeLongCsv } from './csv.ts'
import { organisationsTable } from './organisations-table.ts'
import { type CellError, headingOf, readTable, type Table, type WrittenTable } from './table.ts'

interface FileRegister {
  table: Table
  /** Who imports it. */
  permission: Permission
  /** Who takes it out. */
  readers: readonly Permission[]
}

const FILES = ['appointments', 'certificates', ...CATALOGUE] as const
const OF_PEOPLE = ['administrate', 'certify', 'audit'] as const
const OF_CATALOGUE = ['administrate', 'catalogue', 'audit', 'supervise'] as const
const inCatalogue = (register: CatalogueRegister): FileRegister => ({
  table: catalogueTable(register),
  permission: keeperOf(register),
  readers: catalogue[register].readers ?? OF_CATALOGUE,
})

const registers: Readonly<Record<(typeof FILES)[number], FileRegister>> = {
  appointments: { table: appointmentsTable, permission: 'administrate', readers: OF_PEOPLE },
  certificates: { table: certificatesTable, permission: 'certify', readers: OF_PEOPLE },
  'enforcement-items': inCatalogue('enforcement-items'),
  'empowerment-confirmations': inCatalogue('empowerment-confirmations'),
  'duty-lists': inCatalogue('duty-lists'),
  liaisons: inCatalogue('liaisons'),
  'staff-register': inCatalogue('staff-register'),
  'training-hours': inCatalogue('training-hours'),
  'retirement-ages': inCatalogue('retirement-ages'),
}

/** Out only. */
const organisations: Pick<FileRegister, 'readers'> & { table: WrittenTable } = {
  table: organisationsTable,
  readers: ['administrate', 'audit'],
}

const RegisterParam = z.object({ register: z.enum(FILES) })
/** Organisations are changed from a day on, one by one: they leave as a file, and come in by none. */
const WrittenParam = z.object({ register: z.enum([...FILES, 'organisations']) })
const ImportedFile = z
  .strictObject({
    text: z.string().max(5_000_000).openapi({ description: 'Comma-separated values, the first row names the columns' }),
    isDryRun: z.boolean().openapi({ description: 'Only says what would be done' }),
  })
  .openapi('ImportedFile')
const ImportReport = z
  .object({
    rows: z.number().int(),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    errors: z.array(z.object({ row: z.number().int(), column: z.string().nullable(), message: z.string() })),
  })
  .openapi('ImportReport')

/** Registers as files: out for a spreadsheet, in all or nothing. */
export const registerFileRoutes = routes()
  .openapi(
    route({
      method: 'get',
      path: '/register-files/{register}',
      summary: 'A register as comma-separated values: UTF-8 with BOM; with a day, as it was then',
      request: { params: WrittenParam, query: z.strictObject({ day: OfDay }) },
      responses: { 200: { description: 'The file', content: { 'text/csv': { schema: z.string() } } } },
    }),
    async c => {
      const { register } = c.req.valid('param')
      const { table, readers } = register === 'organisations' ? organisations : registers[register]
      admitReader(c, readers)
      const asked = dayAsked(c.var.house, c.req.valid('query').day)
      const columns = [...table.columns, ...(asked.isPast ? (table.pastColumns ?? []) : [])]
      const heading = columns.map(field => headingOf(table, field))
      const text = await writeLongCsv(withHeading(heading, table.write(c.var.house, asked)))
      return c.body(text, 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${register}${asked.isPast ? `-${asked.day}` : ''}.csv"`,
      })
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/register-files/{register}',
      summary: 'Import a file, all of it or nothing; a dry run says what would be done',
      request: { params: RegisterParam, body: jsonBody(ImportedFile) },
      responses: { 200: json(ImportReport, 'What was done, or would be') },
    }),
    async c => {
      const { register } = c.req.valid('param')
      await admitActor(c, registers[register].permission, 'register.import')
      return c.json(await importFile(c, register, c.req.valid('json')), 200)
    },
  )

function* withHeading<Row>(heading: Row, rows: Iterable<Row>): Generator<Row> {
  yield heading
  yield* rows
}

async function importFile(
  { var: { house, caller, language } }: Context<Environment>,
  register: keyof typeof registers,
  { text, isDryRun }: z.infer<typeof ImportedFile>,
): Promise<z.infer<typeof ImportReport>> {
  const { table, permission } = registers[register]
  const { rows, changes, errors } = readTable(house, table, text)
  const real = changes.filter(isRealChange)
  const own = changes.filter(change => change.register === register)
  const added = own.filter(({ before }) => before === null).length
  const changed = own.filter(change => change.before !== null && isRealChange(change)).length
  if (!isDryRun && errors.length > 0) throw wrongFields(errors.map(wrongCell))
  if (!isDryRun && real.length > 0)
    await changeRegisters(house, caller, {
      verb: 'register.import',
      permission,
      subject: { register },
      changes: real,
      payload: { rows },
      ...(register === 'certificates' && { holders: real.map(({ after }) => String(after.personId)) }),
    })
  return { rows, added, changed, unchanged: own.length - added - changed, errors: errors.map(told(language)) }
}

function wrongCell({ row, column, id, params }: CellError) {
  return { path: `/rows/${row}${column === null ? '' : `/${column}`}`, id, params }
}

const told =
  (language: Language) =>
  ({ row, column, id, params }: CellError) => ({ row, column, message: say(id, params, language) })
