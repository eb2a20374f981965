import type { Key } from '../../protocol/records.ts'
import type { Execution } from '../execution.ts'
import { nodeOf } from './nodes.ts'
import { beginInterruption } from './triggers.ts'

/** A path in the scope has ended: the scope completes when it was the last. A token that waits at a join keeps it open. */
export function completeIfDone(execution: Execution, scopeKey: Key): void {
  const scope = execution.element(scopeKey)
  if (scope.state !== 'ACTIVATED' || scope.children > 0) return
  if (scope.interruptedBy === undefined && hasTokens(execution, scopeKey)) return
  execution.schedule({ do: 'complete', key: scopeKey })
}

/** Something in the scope was terminated: the scope ends too, begins what interrupted it, or completes. */
export function afterTermination(execution: Execution, scopeKey: Key, terminate: (key: Key) => void): void {
  const scope = execution.element(scopeKey)
  if (scope.children > 0) return
  if (scope.state === 'TERMINATING') terminate(scopeKey)
  else if (!beginInterruption(execution, scopeKey)) afterLastTermination(execution, scopeKey)
}

/** Nothing is left alive in a scope that goes on. */
function afterLastTermination(execution: Execution, scopeKey: Key): void {
  const node = nodeOf(execution, scopeKey)
  if (node.element.afterChildrenTerminate) node.element.afterChildrenTerminate(execution, node, scopeKey)
  else completeIfDone(execution, scopeKey)
}

function hasTokens(execution: Execution, scopeKey: Key): boolean {
  return execution.isAboutToActivate(scopeKey) || execution.ownedBy('joins', scopeKey).length > 0
}
