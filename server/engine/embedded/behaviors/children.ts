import type { Key } from '../../protocol/records.ts'
import type { Execution } from '../execution.ts'

/** Element instances directly inside a scope, oldest first. */
export function childrenOf(execution: Execution, scopeKey: Key): Key[] {
  const { elements } = execution.state
  return Object.keys(elements)
    .filter(key => elements[key]!.flowScopeKey === scopeKey)
    .sort()
}

/** Ends everything directly inside a scope, but not the scope; answers whether there was anything. */
export function terminateChildren(execution: Execution, scopeKey: Key): boolean {
  const keys = childrenOf(execution, scopeKey)
  if (keys.length > 0) execution.schedule({ do: 'terminate-each', keys, at: 0 })
  return keys.length > 0
}

/** Ends the next of several. One a step: what each of them leads to is done before the one after the next ends, as Zeebe does it. */
export function terminateNext(execution: Execution, keys: Key[], from: number): void {
  const at = keys.findIndex((key, index) => index >= from && key in execution.state.elements)
  if (at === -1) return
  execution.schedule({ do: 'terminate', key: keys[at]! })
  if (at + 1 < keys.length) execution.schedule({ do: 'terminate-each', keys, at: at + 1 })
}
