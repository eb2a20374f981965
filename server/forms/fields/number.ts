import { decimalPlaces, isMultipleOf } from '../decimals.ts'
import { typeName } from '../json.ts'
import { isMoney } from '../labels.ts'
import { formatYuan } from '../money.ts'
import { type Objection, objection } from '../objections.ts'
import type { NumberField } from '../schema.ts'
import type { FieldKind } from './field-kind.ts'
import { boundOf } from './text.ts'

/** A number, or with `unit` = `fen` an amount of money in whole fen; bounds are in the unit that is stored. */
export const numberKind: FieldKind<NumberField> = {
  empty: () => null,
  isEmpty: () => false,
  type(field, value) {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      return objection(isMoney(field) ? 'money' : 'number', {
        found: typeName(value),
      })
    }
    return isMoney(field) && !Number.isSafeInteger(value) ? objection('fen', { value }) : undefined
  },
  check(field, value, scope) {
    if (typeof value !== 'number') return []
    const show = isMoney(field) ? formatYuan : String
    const least = boundOf(field.validate?.min, scope)
    const most = boundOf(field.validate?.max, scope)
    const objections = isMoney(field) ? [] : precisionObjections(field, value)
    if (least !== undefined && value < least) objections.push(objection('min', { least: show(least) }))
    if (most !== undefined && value > most) objections.push(objection('max', { most: show(most) }))
    return objections
  },
}

function precisionObjections(field: NumberField, value: number): Objection[] {
  const { decimalDigits: places, increment } = field
  const objections: Objection[] = []
  if (places === 0 && !Number.isInteger(value)) objections.push(objection('integer'))
  else if (places && decimalPlaces(value) > places) objections.push(objection('decimals', { places }))
  if (increment !== undefined && !isMultipleOf(value, increment)) objections.push(objection('increment', { increment }))
  return objections
}
