import type { FeelValue } from '../values/feel-value.ts'
import { typeNameOf } from '../values/type-of.ts'

/** Whether an argument is of one of the types, by their FEEL names; `any` is everything. */
export function isOfType(value: FeelValue, types: readonly string[]): boolean {
  for (const type of types) {
    if (type === 'any' || type === typeNameOf(value)) return true
    if (type === 'duration' && typeNameOf(value).endsWith('duration')) return true
  }
  return false
}
