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
  const children = childrenOf(execution, scopeKey)
  for (const key of children) execution.schedule({ do: 'terminate', key })
  return children.length > 0
}
