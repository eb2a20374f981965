import type { Key } from '../../protocol/records.ts'
import type { Execution } from '../execution.ts'
import { inCaller } from './calls.ts'
import { startNext } from './message-starts.ts'
import { nodeOf } from './nodes.ts'
import { completeIfDone } from './scopes.ts'
import { transition } from './transition.ts'
import { beginInterruption } from './triggers.ts'

/** Nothing is left inside an element instance that was to end: what ended it goes on. */
export function endTermination(execution: Execution, key: Key): void {
  const { event, flowScopeKey } = execution.element(key)
  const node = nodeOf(execution, key)
  transition(execution, node, key, 'ELEMENT_TERMINATED', flowScopeKey)
  if (flowScopeKey === undefined) {
    startNext(execution)
    inCaller(execution, caller => endTermination(execution, caller))
    return
  }
  const scope = execution.element(flowScopeKey)
  const boundary = node.boundaryEvents.find(({ id }) => id === event?.elementId)
  if (boundary && scope.state === 'ACTIVATED' && scope.interruptedBy === undefined)
    execution.takeNow({ do: 'activate', elementId: boundary.id, flowScopeKey, event: event! })
  else afterTermination(execution, flowScopeKey)
}

/** Something in the scope was terminated: with the last one the scope ends too, begins what interrupted it, or goes on. */
function afterTermination(execution: Execution, scopeKey: Key): void {
  const scope = execution.element(scopeKey)
  if (scope.children > 0) return
  if (scope.state === 'TERMINATING') endTermination(execution, scopeKey)
  else if (!beginInterruption(execution, scopeKey)) goOn(execution, scopeKey)
}

/** Nothing is left alive in a scope that was not to end. */
function goOn(execution: Execution, scopeKey: Key): void {
  const node = nodeOf(execution, scopeKey)
  if (node.element.afterChildrenTerminate) node.element.afterChildrenTerminate(execution, node, scopeKey)
  else completeIfDone(execution, scopeKey)
}
