import { isSameJson, type Json, typeName } from '../json.ts'
import { type Objection, objection } from '../objections.ts'
import { type Option, optionFor, optionsOf } from '../options.ts'
import { pointerTo } from '../pointers.ts'
import type { ChecklistField, RadioField, SelectField } from '../schema.ts'
import type { FieldKind } from './field-kind.ts'

/** One of the options the field has at its place; a blocked option is refused with its reason. */
export const singleChoiceKind: FieldKind<SelectField | RadioField> = {
  empty: () => null,
  isEmpty: () => false,
  type(field, value, scope) {
    const options = optionsOf(field, scope)
    return optionFor(options, value) ? undefined : notAnOption(value, options)
  },
  check(field, value, scope) {
    const chosen = optionFor(optionsOf(field, scope), value)
    return chosen?.blocked ? [blockedObjection(chosen)] : []
  },
}

/** Any of the options, each once. */
export const multipleChoiceKind: FieldKind<ChecklistField> = {
  empty: () => [],
  isEmpty: value => Array.isArray(value) && value.length === 0,
  type(field, value, scope) {
    if (!Array.isArray(value)) return objection('type', { expected: 'list', found: typeName(value) })
    const options = optionsOf(field, scope)
    const index = value.findIndex(item => !optionFor(options, item))
    return index < 0 ? undefined : { ...notAnOption(value[index], options), at: pointerTo('', index) }
  },
  check(field, value, scope) {
    if (!Array.isArray(value)) return []
    const options = optionsOf(field, scope)
    return value.flatMap((item, index) => {
      const at = pointerTo('', index)
      const isRepeated = value.findIndex(earlier => isSameJson(earlier, item)) < index
      if (isRepeated) return [{ ...objection('optionTwice', { value: String(item) }), at }]
      const chosen = optionFor(options, item)
      return chosen?.blocked ? [{ ...blockedObjection(chosen), at }] : []
    })
  },
}

const blockedObjection = ({ label, blocked }: Option): Objection =>
  objection('optionBlocked', { label, reason: blocked?.reason ?? '' })

function notAnOption(value: Json | undefined, options: readonly Option[]): Objection {
  const found = typeof value === 'object' || value === undefined ? typeName(value) : String(value)
  return objection('option', {
    found,
    expected: options.map(option => String(option.value)).join(', '),
  })
}
