/**
 * What browser and server need to show, fill and check a form. Reading a form that has not been checked yet is
 * `parse-form.ts`, a door of its own: pages get forms the server has read, and need no schema library.
 */

export { askedFor } from './asked-for.ts'
export { type EnteredFact, enteredFacts } from './entered-facts.ts'
export { type FileReference, isAccepted } from './fields/files.ts'
export { fileReferences, type NamedFile } from './file-references.ts'
export { initialData, newRow, resumedData } from './initial-data.ts'
export { isObject, type Json, type JsonObject, ownValue } from './json.ts'
export {
  descriptionOf,
  isMoney,
  type Language,
  labelOf,
} from './labels.ts'
export { formatYuan, parseYuan, yuanInWords } from './money.ts'
export { isField, type KnownRow, knownRows, namesIn } from './names.ts'
export type { FieldError, MessageParams, Objection } from './objections.ts'
export { officeMinute, officeMoment } from './office-time.ts'
export { type ChoiceField, type Option, optionsOf } from './options.ts'
export { personalFields } from './personal-fields.ts'
export { pointerTo, valueAt, withValueAt } from './pointers.ts'
export type {
  CheckboxField,
  ChecklistField,
  Component,
  DateTimeField,
  DynamicList,
  Field,
  FilesField,
  Form,
  Group,
  NumberField,
  RadioField,
  SelectField,
  StaticText,
  TextArea,
  TextField,
} from './schema.ts'
export {
  type FormContext,
  isHidden,
  isReadonly,
  rootScope,
  rowScope,
  type Scope,
} from './scope.ts'
export { shownData } from './shown-data.ts'
export { textOf } from './static-text.ts'
export { type Validation, validateForm } from './validate.ts'
export { describeError, isMessageId, type MessageId } from './words.ts'
