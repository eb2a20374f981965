import type { CatalogueRegister, CatalogueRow } from '../../registers/catalogue-list.ts'
import { changeOf, changeRegisters, type Row } from '../acts/change-registers.ts'
import { Complaints } from '../acts/register-checks.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { checkRow } from './check-row.ts'
import { catalogue, keeperOf } from './fields.ts'

/** The id a row is kept under. */
export function idOfRow(register: CatalogueRegister, row: Readonly<Record<string, unknown>>): string {
  const { idField, idOf } = catalogue[register]
  return idField === undefined ? (idOf?.(row) ?? '') : String(row[idField] ?? '')
}

/** What is kept of a row beside its id. */
export function contentOf(register: CatalogueRegister, row: Row): Row {
  const { idField } = catalogue[register]
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== idField))
}

/** One row, with its id among its fields. @throws Problem 404 */
export function requireRow({ registers }: House, register: CatalogueRegister, id: string): CatalogueRow {
  const row = registers.find(register, id)
  if (!row) throw new Problem('resource.not-found')
  return { id, row }
}

/** Enters a row of the catalogue. @throws Problem 422, 409 when there is one of that id */
export async function addRow(house: House, caller: Caller, register: CatalogueRegister, given: Row): Promise<string> {
  const row = checked(house, register, given)
  const id = idOfRow(register, row)
  if (house.registers.find(register, id)) throw new Problem('register.taken', { id })
  await put(house, caller, register, { verb: 'catalogue.add', id, row })
  return id
}

/** Changes a row; what it is known by stays. @throws Problem 404, 422 */
export async function changeRow(
  house: House,
  caller: Caller,
  register: CatalogueRegister,
  { id, given, reason }: { id: string; given: Row; reason: string },
): Promise<void> {
  const { row: before } = requireRow(house, register, id)
  const { idField } = catalogue[register]
  const row = checked(house, register, { ...before, ...given, ...(idField !== undefined && { [idField]: id }) })
  if (idOfRow(register, row) !== id) throw new Problem('register.other-row')
  await put(house, caller, register, { verb: 'catalogue.change', id, row, reason })
}

function checked(house: House, register: CatalogueRegister, given: Row): Row {
  const complaints = new Complaints()
  const row = checkRow(house, register, given, complaints)
  complaints.refuse()
  return row
}

async function put(
  house: House,
  caller: Caller,
  register: CatalogueRegister,
  { verb, id, row, reason }: { verb: string; id: string; row: Row; reason?: string },
): Promise<void> {
  await changeRegisters(house, caller, {
    verb,
    permission: keeperOf(register),
    subject: { register, id },
    changes: [changeOf(house, register, id, contentOf(register, row))],
    ...(reason !== undefined && { reason }),
  })
}
