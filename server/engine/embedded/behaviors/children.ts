import type { Key } from '../../protocol/records.ts'
import type { Execution } from '../execution.ts'

/** Element instances directly inside a scope, oldest first. */
export function childrenOf(execution: Execution, scopeKey: Key): Key[] {
  const { elements } = execution.state
  return Object.keys(elements)
    .filter(key => elements[key]!.flowScopeKey === scopeKey)
    .sort()
}
