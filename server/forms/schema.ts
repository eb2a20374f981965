import { z } from 'zod'

const Feel = z.string().regex(/^=/, 'a FEEL expression, starting with =')
const Name = z.string().regex(/^[\p{L}_][\p{L}\p{N}_]*$/u, 'a plain identifier: letters, digits and _')
const Bound = z.union([z.number(), Feel])

const placed = {
  id: z.string().min(1),
  layout: z
    .strictObject({
      row: z.string().optional(),
      columns: z.number().int().min(1).max(16).nullable().optional(),
    })
    .optional(),
  conditional: z.strictObject({ hide: Feel.optional() }).optional(),
  properties: z.record(z.string(), z.string()).optional(),
}

const keyed = {
  ...placed,
  key: Name,
  label: z.string().optional(),
  description: z.string().optional(),
  disabled: z.boolean().optional(),
  readonly: z.union([z.boolean(), Feel]).optional(),
}

const required = { required: z.boolean().optional() }
const Required = z.strictObject(required)
const Adorned = z.strictObject({
  prefixAdorner: z.string().optional(),
  suffixAdorner: z.string().optional(),
})

const TextValidation = z.strictObject({
  ...required,
  minLength: Bound.optional(),
  maxLength: Bound.optional(),
  pattern: z.string().optional(),
  patternErrorMessage: z.string().optional(),
  validationType: z.enum(['', 'custom', 'email', 'phone', 'idCard', 'creditCode']).optional(),
})

/** One line of text. */
export const TextField = z.strictObject({
  ...keyed,
  type: z.literal('textfield'),
  defaultValue: z.string().optional(),
  appearance: Adorned.optional(),
  validate: TextValidation.optional(),
})
export type TextField = z.infer<typeof TextField>

/** Text of several lines. */
export const TextArea = z.strictObject({
  ...keyed,
  type: z.literal('textarea'),
  defaultValue: z.string().optional(),
  validate: TextValidation.optional(),
})
export type TextArea = z.infer<typeof TextArea>

/** A number; with the property `unit` = `fen` an amount of money, stored as whole fen and shown in yuan. */
export const NumberField = z.strictObject({
  ...keyed,
  type: z.literal('number'),
  defaultValue: z.number().optional(),
  decimalDigits: z.number().int().min(0).max(15).optional(),
  increment: z.number().positive().optional(),
  appearance: Adorned.optional(),
  validate: z.strictObject({ ...required, min: Bound.optional(), max: Bound.optional() }).optional(),
})
export type NumberField = z.infer<typeof NumberField>

/** A date, a time of day, or both. */
export const DateTimeField = z.strictObject({
  ...keyed,
  type: z.literal('datetime'),
  subtype: z.enum(['date', 'time', 'datetime']),
  dateLabel: z.string().optional(),
  timeLabel: z.string().optional(),
  defaultValue: z.string().optional(),
  use24h: z.boolean().optional(),
  disallowPassedDates: z.boolean().optional(),
  timeInterval: z.number().int().min(1).max(60).optional(),
  timeSerializingFormat: z.enum(['utc_offset', 'utc_normalized', 'no_timezone']).optional(),
  validate: Required.optional(),
})
export type DateTimeField = z.infer<typeof DateTimeField>

/** What an option stands for in the data. */
export const OptionValue = z.union([z.string(), z.number(), z.boolean()])
export type OptionValue = z.infer<typeof OptionValue>

const options = {
  values: z.array(z.strictObject({ label: z.string(), value: OptionValue })).optional(),
  valuesKey: Name.optional(),
  valuesExpression: Feel.optional(),
}

/** One of several options, from a list that opens. */
export const SelectField = z.strictObject({
  ...keyed,
  ...options,
  type: z.literal('select'),
  searchable: z.boolean().optional(),
  defaultValue: OptionValue.optional(),
  validate: Required.optional(),
})
export type SelectField = z.infer<typeof SelectField>

/** One of several options, all in sight. */
export const RadioField = z.strictObject({
  ...keyed,
  ...options,
  type: z.literal('radio'),
  defaultValue: OptionValue.optional(),
  validate: Required.optional(),
})
export type RadioField = z.infer<typeof RadioField>

/** Any number of several options. */
export const ChecklistField = z.strictObject({
  ...keyed,
  ...options,
  type: z.literal('checklist'),
  defaultValue: z.array(OptionValue).optional(),
  validate: Required.optional(),
})
export type ChecklistField = z.infer<typeof ChecklistField>

/** Yes or no. */
export const CheckboxField = z.strictObject({
  ...keyed,
  type: z.literal('checkbox'),
  defaultValue: z.boolean().optional(),
  validate: Required.optional(),
})
export type CheckboxField = z.infer<typeof CheckboxField>

/** Files already uploaded: one, or with `multiple` a list. */
export const FilesField = z.strictObject({
  ...keyed,
  type: z.literal('filepicker'),
  multiple: z.boolean().optional(),
  accept: z.string().optional(),
  validate: Required.optional(),
})
export type FilesField = z.infer<typeof FilesField>

/** Words between the fields; nothing is entered. */
export const StaticText = z.strictObject({
  ...placed,
  type: z.literal('text'),
  text: z.string(),
})
export type StaticText = z.infer<typeof StaticText>

const containing = {
  ...placed,
  label: z.string().optional(),
  description: z.string().optional(),
  showOutline: z.boolean().optional(),
  verticalAlignment: z.enum(['start', 'center', 'end']).optional(),
}

const GroupShape = z.strictObject({
  ...containing,
  type: z.literal('group'),
  path: Name.optional(),
})
const ListShape = z.strictObject({
  ...containing,
  type: z.literal('dynamiclist'),
  path: Name,
  isRepeating: z.literal(true).optional(),
  allowAddRemove: z.boolean().optional(),
  defaultRepetitions: z.number().int().min(0).max(100).optional(),
  disableCollapse: z.boolean().optional(),
  nonCollapsedItems: z.number().int().min(1).optional(),
})

/** Components under one heading; with a `path` their values lie in an object of that name. */
export interface Group extends z.infer<typeof GroupShape> {
  components: Component[]
}

/** Components repeated for each row of a list. */
export interface DynamicList extends z.infer<typeof ListShape> {
  components: Component[]
}

/** What holds one value. */
export type Field =
  | TextField
  | TextArea
  | NumberField
  | DateTimeField
  | SelectField
  | RadioField
  | ChecklistField
  | CheckboxField
  | FilesField

/** Anything a form is made of. */
export type Component = Field | StaticText | Group | DynamicList

const Components = z.array(z.lazy((): z.ZodType<Component> => Component))

/** The schema of each kind of component, by its `type`. */
export const componentSchemas = {
  textfield: TextField,
  textarea: TextArea,
  number: NumberField,
  datetime: DateTimeField,
  select: SelectField,
  radio: RadioField,
  checklist: ChecklistField,
  checkbox: CheckboxField,
  filepicker: FilesField,
  text: StaticText,
  group: GroupShape.extend({ components: Components }),
  dynamiclist: ListShape.extend({ components: Components }),
} as const

const s = componentSchemas
const Component: z.ZodType<Component> = z.discriminatedUnion('type', [
  s.textfield,
  s.textarea,
  s.number,
  s.datetime,
  s.select,
  s.radio,
  s.checklist,
  s.checkbox,
  s.filepicker,
  s.text,
  s.group,
  s.dynamiclist,
])

/** A form as form-js and its editor write it, less what 循法 does not render. */
export const Form = z.strictObject({
  type: z.literal('default'),
  id: z.string().min(1),
  components: Components,
  properties: z.record(z.string(), z.string()).optional(),
  schemaVersion: z.number().int().optional(),
  versionTag: z.string().optional(),
  executionPlatform: z.string().optional(),
  executionPlatformVersion: z.string().optional(),
  exporter: z.strictObject({ name: z.string(), version: z.string().optional() }).optional(),
  $schema: z.string().optional(),
})
export type Form = z.infer<typeof Form>
