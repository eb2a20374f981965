import type { Key } from '../protocol/records.ts'
import type { Draft } from './state/draft.ts'
import type { EngineStore } from './store.ts'

/** A value whose JSON is longer lies in a row of its own. */
const LARGE_VALUE = 4096

/** The same in an instance with wide scopes: its document is written very often. */
const LARGE_AMONG_MANY = 256

/** Which variables of an instance have rows of their own. */
export class LargeValues {
  private readonly names = new Map<Key, Set<string>>()

  has(scopeKey: Key, name: string): boolean {
    return this.names.get(scopeKey)?.has(name) === true
  }

  add(scopeKey: Key, name: string): void {
    const known = this.names.get(scopeKey)
    if (known) known.add(name)
    else this.names.set(scopeKey, new Set([name]))
  }

  delete(scopeKey: Key, name: string): void {
    const known = this.names.get(scopeKey)
    known?.delete(name)
    if (known?.size === 0) this.names.delete(scopeKey)
  }

  of(scopeKey: Key): string[] {
    return [...(this.names.get(scopeKey) ?? [])]
  }

  /** Every scope that has any. */
  scopes(): Key[] {
    return [...this.names.keys()]
  }

  get isEmpty(): boolean {
    return this.names.size === 0
  }
}

/** Writes what has become large, and removes the rows of what is small or gone. Looks only at what was changed. */
export function saveLargeValues(store: EngineStore, draft: Draft, large: LargeValues): void {
  const { state, writtenVariables, droppedScopes, branches } = draft
  const { processInstanceKey } = state
  const limit = branches ? LARGE_AMONG_MANY : LARGE_VALUE
  for (const [scopeKey, names] of writtenVariables) {
    const scope = state.variables[scopeKey]
    for (const name of names) {
      const variable = scope?.[name]
      const text = variable && sizeable(variable.value, limit) ? JSON.stringify(variable.value) : ''
      if (text.length > limit) {
        store.put('value', { processInstanceKey, scopeKey, name, value: text })
        large.add(scopeKey, name)
      } else if (large.has(scopeKey, name)) forget(scopeKey, name)
    }
  }
  for (const scopeKey of droppedScopes)
    for (const name of large.of(scopeKey)) if (!state.variables[scopeKey]?.[name]) forget(scopeKey, name)

  function forget(scopeKey: Key, name: string): void {
    store.remove('value', { processInstanceKey, scopeKey, name })
    large.delete(scopeKey, name)
  }
}

/** Whether the value may be large: most are short texts and numbers, and need no measuring. */
function sizeable(value: unknown, limit: number): boolean {
  return typeof value === 'string' ? value.length > limit / 6 : typeof value === 'object' && value !== null
}
