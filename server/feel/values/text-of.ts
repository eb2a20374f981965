import { FeelObject } from './feel-object.ts'
import type { FeelValue } from './feel-value.ts'
import { isNumber, numberText } from './numbers.ts'
import { isList } from './type-of.ts'

/** The text of a value as Zeebe writes it: strings in quotes, but nothing escaped; lists and contexts in full. */
export function textOf(value: FeelValue): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return `"${value}"`
  if (typeof value === 'boolean') return String(value)
  if (isNumber(value)) return numberText(value)
  if (value instanceof FeelObject) return value.toString()
  if (isList(value)) return `[${value.map(textOf).join(', ')}]`
  const members = Object.entries(value).map(([name, member]) => `${name}:${textOf(member)}`)
  return `{${members.join(', ')}}`
}

/** The text of a value for a message: never longer than a line. */
export function briefTextOf(value: FeelValue): string {
  if (isList(value) && value.length > 20) return `[${value.slice(0, 20).map(briefTextOf).join(', ')}, …]`
  const text = textOf(value)
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
