import type { Key, Variables } from '../../protocol/records.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import type { Job } from '../state/instance-state.ts'
import { createJob } from './jobs.ts'
import { nodeOf } from './nodes.ts'
import { setLocalVariables } from './variables.ts'

/**
 * Hands the next listener of an element its job, if one is left that was not done yet; the element waits for it. Answers whether there was one.
 * @throws Failure when the type or the retries cannot be computed; then all listeners of the event are done again (ENGINE Q1).
 */
export function callListener(
  execution: Execution,
  { listeners }: ExecutableNode,
  key: Key,
  event: 'START' | 'END',
): boolean {
  const { listener } = execution.element(key)
  const next = listeners?.[event]?.[listener?.event === event ? listener.done : 0]
  if (!next) return false
  createJob(execution, next, key, { jobKind: 'EXECUTION_LISTENER', listenerEventType: event })
  return true
}

/** What a listener answers: before an element, variables of its own; after it, variables of the scope around it. */
export function takeListenerResult(
  execution: Execution,
  { elementInstanceKey: key, listenerEventType }: Job,
  variables: Variables = {},
): void {
  if (nodeOf(execution, key).element.losesListenerResult) return
  const scopeKey = listenerEventType === 'START' ? key : (execution.element(key).flowScopeKey ?? key)
  setLocalVariables(execution, scopeKey, variables)
}
