import type { FeelRecord, FeelValue } from '../values/feel-value.ts'
import { emptyContext, isContext, isList, memberOf } from '../values/type-of.ts'
import { type Declaration, declare } from './builtin.ts'

type List = readonly FeelValue[]

const declarations: readonly Declaration[] = [
  ['get value(context: context, key: string)', (context: FeelRecord, key: string) => memberOf(context, key) ?? null],
  ['get value(context: context, keys: list)', valueAt],
  ['get entries(context: context)', entries],
  ['context put(context: context, key: string, value: any)', put],
  ['context put(context: context, keys: list, value: any)', putAt],
  ['put(context: context, key: string, value: any)', put],
  ['context merge(...contexts: list)', merge],
  ['put all(...contexts: list)', merge],
  ['context(entries: list)', fromEntries],
]

/** Functions on contexts. None changes its argument. */
export const contextBuiltins = declare(declarations)

function valueAt(context: FeelRecord, keys: List): FeelValue {
  let value: FeelValue = context
  for (const key of keys) {
    if (!isContext(value) || typeof key !== 'string') return null
    value = memberOf(value, key) ?? null
  }
  return keys.length === 0 ? null : value
}

function entries(context: FeelRecord): FeelValue {
  return Object.entries(context).map(([key, value]) => ({ key, value }))
}

function put(context: FeelRecord, key: string, value: FeelValue): FeelRecord {
  const result = Object.assign(emptyContext(), context)
  result[key] = value
  return result
}

function putAt(context: FeelRecord, keys: List, value: FeelValue): FeelRecord | null {
  const [key, ...rest] = keys
  if (typeof key !== 'string') return null
  if (rest.length === 0) return put(context, key, value)
  const inner = memberOf(context, key)
  const changed = putAt(isContext(inner ?? null) ? (inner as FeelRecord) : emptyContext(), rest, value)
  return changed && put(context, key, changed)
}

function merge(contexts: List): FeelValue {
  const result = emptyContext()
  for (const context of contexts) {
    if (!isContext(context)) return null
    Object.assign(result, context)
  }
  return result
}

function fromEntries(list: List): FeelValue {
  const result = emptyContext()
  for (const entry of list) {
    if (!isContext(entry) || isList(entry)) return null
    const [key, value] = [memberOf(entry, 'key'), memberOf(entry, 'value')]
    if (typeof key !== 'string' || value === undefined) return null
    result[key] = value
  }
  return result
}
