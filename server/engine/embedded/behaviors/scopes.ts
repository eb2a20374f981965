import type { Key } from '../../protocol/records.ts'
import type { Execution } from '../execution.ts'

/** A path in the scope has ended: the scope completes when it was the last. A token that waits at a join keeps it open. */
export function completeIfDone(execution: Execution, scopeKey: Key): void {
  const scope = execution.element(scopeKey)
  if (scope.state !== 'ACTIVATED' || scope.children > 0) return
  if (scope.interruptedBy === undefined && hasTokens(execution, scopeKey)) return
  execution.schedule({ do: 'complete', key: scopeKey })
}

function hasTokens(execution: Execution, scopeKey: Key): boolean {
  return execution.isAboutToActivate(scopeKey) || execution.ownedBy('joins', scopeKey).length > 0
}
