import type { Json } from '../../engine/protocol/records.ts'
import { Decimal } from './decimal.ts'
import { FeelObject } from './feel-object.ts'
import type { FeelRecord, FeelValue } from './feel-value.ts'
import { isList } from './type-of.ts'

/** What is stored of a value: numbers become doubles, dates and durations ISO texts. A part that is JSON already is handed on as it is. */
export function toJson(value: FeelValue): Json {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Decimal) return toJson(value.toNumber())
  if (value instanceof FeelObject) return value.toJson()
  return isList(value) ? listToJson(value) : contextToJson(value)
}

function listToJson(list: readonly FeelValue[]): Json[] {
  const converted = list.map(toJson)
  return converted.every((item, index) => item === list[index]) ? (list as Json[]) : converted
}

function contextToJson(context: FeelRecord): { [name: string]: Json } {
  const entries = Object.entries(context).map(([name, value]) => [name, toJson(value)] as const)
  const isPlain = Object.getPrototypeOf(context) === Object.prototype
  if (isPlain && entries.every(([name, value]) => value === context[name])) return context as { [name: string]: Json }
  return Object.fromEntries(entries)
}
