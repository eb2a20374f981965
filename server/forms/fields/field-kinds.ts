import type { Field } from '../schema.ts'
import { checkboxKind } from './checkbox.ts'
import { multipleChoiceKind, singleChoiceKind } from './choice.ts'
import { dateTimeKind } from './datetime.ts'
import type { FieldKind } from './field-kind.ts'
import { filesKind } from './files.ts'
import { numberKind } from './number.ts'
import { textKind } from './text.ts'

const fieldKinds: {
  [T in Field['type']]: FieldKind<Extract<Field, { type: T }>>
} = {
  textfield: textKind,
  textarea: textKind,
  number: numberKind,
  datetime: dateTimeKind,
  select: singleChoiceKind,
  radio: singleChoiceKind,
  checklist: multipleChoiceKind,
  checkbox: checkboxKind,
  filepicker: filesKind,
}

/** What is particular to the kind of a field. */
export const kindOf = <F extends Field>(field: F): FieldKind<F> => fieldKinds[field.type] as unknown as FieldKind<F>
