import { isObject, isSameJson, ownValue } from './json.ts'
import type { ChecklistField, OptionValue, RadioField, SelectField } from './schema.ts'
import { evaluate, isExpression, type Scope } from './scope.ts'

/** A field whose value is chosen among options. */
export type ChoiceField = SelectField | RadioField | ChecklistField

/** One thing that can be chosen; `blocked` says why it cannot be chosen now. */
export interface Option {
  readonly value: OptionValue
  readonly label: string
  readonly help?: string
  readonly blocked?: { readonly reason: string }
}

/**
 * The options of a field at its place: written in the form, found under a variable (`valuesKey`) or computed.
 * Help, a condition that blocks an option, and its reason lie in the properties `help.<value>`, `blocked.<value>` and
 * `reason.<value>`, so that form-js's editor keeps them.
 */
export function optionsOf(field: ChoiceField, scope: Scope, language: 'zh' | 'en' = 'zh'): readonly Option[] {
  return rawOptions(field, scope)
    .map(readOption)
    .filter(option => option !== undefined)
    .map(option => withProperties(option, field.properties ?? {}, scope, language))
}

/** The option that stands for a value, if there is one. */
export const optionFor = (options: readonly Option[], value: unknown): Option | undefined =>
  options.find(option => isSameJson(option.value, value))

function rawOptions(field: ChoiceField, scope: Scope): readonly unknown[] {
  if (field.values) return field.values
  const found = field.valuesExpression
    ? evaluate(field.valuesExpression, scope)
    : ownValue({ ...scope.context.variables }, field.valuesKey ?? '')
  return Array.isArray(found) ? found : []
}

const isOptionValue = (value: unknown): value is OptionValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

function readOption(raw: unknown): Option | undefined {
  if (isOptionValue(raw)) return { value: raw, label: String(raw) }
  if (!isObject(raw)) return undefined
  const value = raw.value ?? raw.label
  if (!isOptionValue(value)) return undefined
  return {
    value,
    label: isOptionValue(raw.label) ? String(raw.label) : String(value),
  }
}

function withProperties(
  option: Option,
  properties: Readonly<Record<string, string>>,
  scope: Scope,
  language: 'zh' | 'en',
): Option {
  const say = (name: string): string | undefined =>
    (language === 'en' ? properties[`en.${name}.${option.value}`] : undefined) ?? properties[`${name}.${option.value}`]
  const help = say('help')
  const condition = properties[`blocked.${option.value}`]
  const isBlocked = isExpression(condition) && evaluate(condition, scope) === true
  return {
    value: option.value,
    label: say('option') ?? option.label,
    ...(help === undefined ? {} : { help }),
    ...(isBlocked ? { blocked: { reason: say('reason') ?? '' } } : {}),
  }
}
