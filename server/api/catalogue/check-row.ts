import type { Json } from '../../engine/index.ts'
import type { CatalogueRegister } from '../../registers/catalogue-list.ts'
import type { ItemBasis } from '../../registers/items.ts'
import type { Row } from '../acts/change-registers.ts'
import type { Complaints } from '../acts/register-checks.ts'
import type { House } from '../house.ts'
import { type CatalogueField, catalogue, fieldsOf } from './fields.ts'

const LONGEST: Readonly<Record<string, number>> = { 'long-text': 1000, text: 200 }
/** Ids stand in addresses. */
const ID = /^[^\s/?#%]{1,80}$/

/** What is wrong with a row of the catalogue, each complaint at its field; members that are no fields are left out. */
export function checkRow(house: House, register: CatalogueRegister, given: Row, complaints: Complaints): Row {
  const { idField, period } = catalogue[register]
  const row: Row = {}
  for (const field of fieldsOf(register))
    row[field.name] = checkField(house, field, given[field.name] ?? null, complaints)
  if (idField !== undefined && row[idField] !== null && !ID.test(String(row[idField])))
    complaints.add(idField, 'register.not-an-id', { found: String(row[idField]) })
  const [from, to] = period
  if (typeof row[from] === 'string')
    complaints.period([from, row[from]], [to, row[to] === null ? null : String(row[to])])
  return row
}

function checkField(house: House, field: CatalogueField, value: Json, complaints: Complaints): Json {
  const { name, type, isOptional } = field
  const isList = ['choices', 'organisations', 'items', 'basis'].includes(type)
  const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0)
  if (isEmpty) {
    if (!isOptional) complaints.add(name, 'register.empty')
    return isList ? [] : null
  }
  if (isList !== Array.isArray(value) || (!isList && typeof value !== 'string')) {
    complaints.add(name, 'register.not-a-value')
    return null
  }
  if (type === 'basis') return (value as Json[]).map(each => checkBasis(name, each, complaints))
  for (const each of Array.isArray(value) ? value : [value]) checkValue(house, field, String(each), complaints)
  return Array.isArray(value) ? [...new Set(value.map(String))] : value
}

function checkValue(house: House, field: CatalogueField, value: string, complaints: Complaints): void {
  const { name, type, values = [], kinds } = field
  if (type === 'choice' || type === 'choices') complaints.oneOf(name, value, values)
  if (type === 'organisation' || type === 'organisations') {
    const found = house.people.findOrganisation(value)
    if (!found) complaints.add(name, 'register.unknown-organisation', { found: value })
    else if (kinds && !kinds.some(kind => kind === found.kind))
      complaints.add(name, 'register.other-kind', { found: found.name })
  }
  if (type === 'person' && house.people.nameOf(value) === undefined)
    complaints.add(name, 'register.unknown-person', { found: value })
  if ((type === 'item' || type === 'items') && !house.registers.find('enforcement-items', value))
    complaints.add(name, 'register.unknown-item', { found: value })
  if (type === 'file' && !/^[0-9a-f]{64}$/.test(value)) complaints.add(name, 'register.not-a-value')
  if (type === 'number' && !/^\d{1,5}(?:\.\d)?$/.test(value)) complaints.add(name, 'register.not-a-value')
  if (type === 'month' && !/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/.test(value))
    complaints.add(name, 'register.not-a-value')
  if (value.length > (LONGEST[type] ?? 200))
    complaints.add(name, 'register.too-long', { most: String(LONGEST[type] ?? 200) })
}

function checkBasis(name: string, given: Json, complaints: Complaints): Json {
  const { ref = '', from = null, to = null } = (given ?? {}) as Partial<ItemBasis>
  if (typeof ref !== 'string' || ref.trim() === '' || ref.length > 100) complaints.add(name, 'register.not-a-value')
  for (const day of [from, to]) if (day !== null) complaints.day(name, String(day))
  if (from !== null && to !== null && to < from) complaints.add(name, 'register.ends-before')
  return { ref: String(ref).trim(), from, to }
}
