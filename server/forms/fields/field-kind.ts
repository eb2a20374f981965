import type { Json } from '../json.ts'
import type { Objection } from '../objections.ts'
import type { Scope } from '../scope.ts'

/** What is particular to one kind of field; being required, hidden or read-only is the same for all. */
export interface FieldKind<F> {
  /** What the field holds before anything is entered. */
  empty(field: F): Json
  /** Says whether a value of the field's type counts as nothing entered; null always does. */
  isEmpty(value: Json): boolean
  /** Says whether a value is of the type the field stores; if not, why. */
  type(field: F, value: Json, scope: Scope): Objection | undefined
  /** What else is wrong with a value of the right type. */
  check(field: F, value: Json, scope: Scope): readonly Objection[]
}
