import { type Component, type Form, initialData, type Json, newRow, optionsOf } from '../../server/forms/index.ts'
import { isExpression, rootScope, type Scope } from '../../server/forms/scope.ts'
import { validateForm } from '../../server/forms/validate.ts'
import type { Chance } from './chance.ts'

/** What somebody has at hand who fills in a form. */
export interface AtHand {
  /** What the process gives, with the result field of the button. */
  variables: Record<string, Json>
  /** UTC ms. */
  now: number
  file: Json
  /** For where only a picture will do. */
  picture: Json
  chance: Chance
  /** What is known of a field by its name, where its kind does not say enough. */
  hints: Readonly<Record<string, (hand: AtHand) => Json>>
}

/** A form that somebody cannot fill whatever he enters. */
export class CannotFill extends Error {
  override readonly name = 'CannotFill'
}

const ZONE = 'Asia/Shanghai'
const TRIES = 25
const SENSIBLE: Readonly<Record<string, string>> = {
  idCard: '420106198001010015',
  creditCode: '92420106MA4KXY1286',
  phone: '13900001234',
  email: 'someone@office.example',
}

/** A filled form that the server will take, as far as the form itself can tell. @throws Error with what stays wrong */
export function fillForm(form: Form, hand: AtHand): Record<string, Json> {
  const context = { variables: hand.variables, now: hand.now, zone: ZONE }
  let wrong: unknown
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const data = initialData(form, context) as Record<string, Json>
    fillAll(form.components, data, rootScope(form, data, context), hand)
    const checked = validateForm(form, data, context)
    if (checked.ok) return checked.data as Record<string, Json>
    wrong = checked.errors
  }
  throw new CannotFill(`the form ${form.id} cannot be filled: ${JSON.stringify(wrong)}`)
}

function fillAll(components: readonly Component[], data: Record<string, Json>, scope: Scope, hand: AtHand): void {
  for (const component of components) {
    if (component.type === 'text') continue
    if (component.type === 'group') {
      const { path } = component
      const inner = path === undefined ? data : { ...(data[path] as Record<string, Json> | undefined) }
      fillAll(component.components, inner, scope, hand)
      if (path !== undefined) data[path] = inner
    } else if (component.type === 'dynamiclist')
      data[component.path] = rowsOf(component, data[component.path], scope, hand)
    else if (component.readonly !== true && component.disabled !== true) {
      const value = entered(component, data[component.key], scope, hand)
      if (value !== undefined) data[component.key] = value
    }
  }
}

function rowsOf(
  list: Extract<Component, { type: 'dynamiclist' }>,
  given: Json | undefined,
  scope: Scope,
  hand: AtHand,
): Json {
  const hint = hand.hints[list.path]
  if (hint) return hint(hand)
  const fewest = Number(list.properties?.minRows ?? 0)
  const rows = Array.isArray(given) ? [...given] : []
  while (rows.length < fewest) rows.push(newRow(list, scope) as Json)
  for (const row of rows) fillAll(list.components, row as Record<string, Json>, scope, hand)
  return rows
}

type Field = Exclude<Component, { type: 'text' | 'group' | 'dynamiclist' }>

function entered(field: Field, given: Json | undefined, scope: Scope, hand: AtHand): Json | undefined {
  const hint = hand.hints[field.key]
  if (hint) return hint(hand)
  const { chance } = hand
  switch (field.type) {
    case 'select':
    case 'radio': {
      const open = optionsOf(field, scope).filter(({ blocked }) => blocked === undefined)
      return open.length === 0 ? undefined : (chance.pick(open).value as Json)
    }
    case 'checklist': {
      const open = optionsOf(field, scope).filter(({ blocked }) => blocked === undefined)
      const chosen = open.filter(() => chance.is(0.4))
      return (chosen.length > 0 || open.length === 0 ? chosen : [chance.pick(open)]).map(({ value }) => value as Json)
    }
    case 'checkbox':
      return chance.is(0.5)
    case 'filepicker':
      return field.multiple ? [fileFor(field, hand)] : fileFor(field, hand)
    case 'number':
      return typeof given === 'number' ? given : Number(plain(field.validate?.min) ?? 1)
    case 'datetime':
      return given ? given : timeOf(field.subtype, hand.now)
    default:
      return given ? given : textOf(field)
  }
}

const fileFor = ({ accept }: { accept?: string | undefined }, { file, picture }: AtHand) =>
  accept === undefined || accept.includes('.pdf') ? file : picture

const plain = (bound: unknown) => (isExpression(bound) ? undefined : bound)

function textOf(field: Extract<Field, { type: 'textfield' | 'textarea' }>): string {
  const { validationType, minLength } = field.validate ?? {}
  const known = SENSIBLE[validationType ?? '']
  const words = '经核对材料和现场情况，按规定办理。'
  return known ?? words.repeat(Math.ceil(Number(plain(minLength) ?? 1) / words.length))
}

function timeOf(subtype: 'date' | 'time' | 'datetime', now: number): string {
  const local = new Date(now + 8 * 3_600_000).toISOString()
  if (subtype === 'date') return local.slice(0, 10)
  return subtype === 'time' ? local.slice(11, 16) : `${local.slice(0, 16)}+08:00`
}
