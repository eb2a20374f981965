import type { Json } from '../../engine/index.ts'
import type { CatalogueRegister } from '../../registers/catalogue-list.ts'
import type { ItemBasis } from '../../registers/items.ts'
import type { House } from '../house.ts'
import type { Language } from '../language.ts'
import { valueWord } from '../register-words.ts'
import type { CatalogueField } from './fields.ts'

/** Between the members of a list, in a cell of a file. */
const SEPARATOR = '；'
const SEPARATORS = /[;；\n]/

/** A value as people read it: names for ids, words for choices; a list of them, or one. */
export function shownOf(
  { people, registers }: House,
  register: CatalogueRegister,
  { name, type }: CatalogueField,
  value: Json,
  language: Language,
): string[] {
  if (value === null || value === undefined) return []
  return (Array.isArray(value) ? value : [value]).map(each => {
    const text = String(each)
    if (type === 'organisation' || type === 'organisations') return people.findOrganisation(text)?.name ?? text
    if (type === 'person') return people.nameOf(text) ?? text
    if (type === 'choice' || type === 'choices') return valueWord(register, name, text, language)
    if (type === 'basis') return basisText(each as unknown as ItemBasis, language)
    if (type !== 'item' && type !== 'items') return text
    const item = registers.find('enforcement-items', text)
    return item ? `${text} ${item.name}` : text
  })
}

function basisText({ ref, from, to }: ItemBasis, language: Language): string {
  if (from === null && to === null) return ref
  const [left, right] = language === 'zh' ? [from ?? '此前', to ?? '今'] : [from ?? '…', to ?? '…']
  return language === 'zh' ? `${ref}（${left}至${right}）` : `${ref} (${left} to ${right})`
}

/** A value as it stands in a file, so that reading the file again gives the same. */
export function cellOf(house: House, register: CatalogueRegister, field: CatalogueField, value: Json): string | null {
  if (value === null || (Array.isArray(value) && value.length === 0)) return null
  if (field.type === 'basis')
    return (value as unknown as ItemBasis[])
      .map(({ ref, from, to }) => (from === null && to === null ? ref : `${ref}@${from ?? ''}~${to ?? ''}`))
      .join(SEPARATOR)
  const isNamed = field.type === 'choice' || field.type === 'choices'
  if (!isNamed) return Array.isArray(value) ? value.join(SEPARATOR) : String(value)
  return shownOf(house, register, field, value, 'zh').join(SEPARATOR)
}

/** What a cell of a file says; names are taken for the ids they stand for when they are unique. */
export function valueOfCell(house: House, register: CatalogueRegister, field: CatalogueField, cell: string): Json {
  const { name, type, values = [] } = field
  const parts = cell
    .split(SEPARATORS)
    .map(part => part.trim())
    .filter(Boolean)
  const idOf = (text: string): string => {
    if (type === 'organisation' || type === 'organisations') return organisationNamed(house, text)
    if (type !== 'choice' && type !== 'choices') return text
    return values.find(value => value === text || valueWord(register, name, value, 'zh') === text) ?? text
  }
  if (type === 'basis') return parts.map(basisOf)
  if (type === 'choices' || type === 'organisations' || type === 'items') return parts.map(idOf)
  return cell.trim() === '' ? null : idOf(cell.trim())
}

function basisOf(part: string): Json {
  const [ref = '', period = ''] = part.split('@')
  const [from = '', to = ''] = period.split('~')
  return { ref: ref.trim(), from: from.trim() || null, to: to.trim() || null }
}

function organisationNamed({ people }: House, text: string): string {
  const named = people.listOrganisations().filter(({ orgId, name }) => orgId === text || name === text)
  return named.length === 1 ? (named[0]?.orgId ?? text) : text
}
