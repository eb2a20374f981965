import { Decimal } from './decimal.ts'
import { FeelObject, type ResultType } from './feel-object.ts'
import type { FeelRecord, FeelValue } from './feel-value.ts'

/** The type of a value in the words of Zeebe's incident messages ("… but was 'NULL'"). */
export function typeOf(value: FeelValue): ResultType {
  switch (typeof value) {
    case 'boolean':
      return 'BOOLEAN'
    case 'number':
      return 'NUMBER'
    case 'string':
      return 'STRING'
    default:
      if (value === null) return 'NULL'
      if (value instanceof Decimal) return 'NUMBER'
      if (value instanceof FeelObject) return value.resultType
      return isList(value) ? 'ARRAY' : 'OBJECT'
  }
}

/** FEEL's own name of a value's type. */
export function typeNameOf(value: FeelValue): string {
  if (value instanceof FeelObject) return value.typeName
  switch (typeOf(value)) {
    case 'NULL':
      return 'null'
    case 'BOOLEAN':
      return 'boolean'
    case 'NUMBER':
      return 'number'
    case 'STRING':
      return 'string'
    case 'ARRAY':
      return 'list'
    default:
      return 'context'
  }
}

/** Whether the value is a list. */
export function isList(value: FeelValue): value is readonly FeelValue[] {
  return Array.isArray(value)
}

/** Whether the value is a context. */
export function isContext(value: FeelValue): value is FeelRecord {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof FeelObject) &&
    !(value instanceof Decimal)
  )
}

/** The member of a context; undefined when it has none of that name. */
export function memberOf(context: FeelRecord, name: string): FeelValue | undefined {
  return Object.hasOwn(context, name) ? (context[name] ?? null) : undefined
}

/** An empty context to be filled: without a prototype, so that `__proto__` is a name like any other. */
export function emptyContext(): Record<string, FeelValue> {
  return Object.create(null) as Record<string, FeelValue>
}
