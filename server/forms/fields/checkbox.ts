import { typeName } from '../json.ts'
import { objection } from '../objections.ts'
import type { CheckboxField } from '../schema.ts'
import type { FieldKind } from './field-kind.ts'

/** Yes or no; a required one must be yes. */
export const checkboxKind: FieldKind<CheckboxField> = {
  empty: () => false,
  isEmpty: value => value === false,
  type: (_field, value) =>
    typeof value === 'boolean' ? undefined : objection('type', { expected: 'boolean', found: typeName(value) }),
  check: () => [],
}
