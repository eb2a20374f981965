import type { Key } from '../../protocol/records.ts'
import type { Execution } from '../execution.ts'
import type { Step } from '../state/instance-state.ts'

type TerminateEach = Extract<Step, { do: 'terminate-each' }>

/** Element instances directly inside a scope, oldest first. */
export function childrenOf(execution: Execution, scopeKey: Key): Key[] {
  return execution.state.elements[scopeKey]?.children === 0 ? [] : execution.childrenOf(scopeKey)
}

/** Ends everything directly inside a scope, but not the scope; answers whether there was anything. */
export function terminateChildren(execution: Execution, scopeKey: Key): boolean {
  const keys = childrenOf(execution, scopeKey)
  if (keys.length > 0) execution.schedule({ do: 'terminate-each', key: scopeKey, keys, at: 0 })
  return keys.length > 0
}

/** The same for what interrupts a scope: none waits for what the end of another leads to. */
export function terminateChildrenAtOnce(execution: Execution, scopeKey: Key): boolean {
  const keys = childrenOf(execution, scopeKey)
  for (const key of keys) execution.schedule({ do: 'terminate', key })
  return keys.length > 0
}

/** Ends the next of several. One a step: what each leads to is done before the one after the next ends, as Zeebe does it. */
export function terminateNext(execution: Execution, { key: scopeKey, keys, at }: TerminateEach): void {
  let next = at
  while (next < keys.length && !(keys[next]! in execution.state.elements)) next++
  if (next === keys.length) return
  execution.schedule({ do: 'terminate', key: keys[next]! })
  if (next + 1 < keys.length) execution.schedule({ do: 'terminate-each', key: scopeKey, keys, at: next + 1 })
  else terminateLater(execution, scopeKey, keys[next]!)
}

/** What began after the last of those that were to end: in a multi-instance body that has had enough, others may still be about to begin. */
function terminateLater(execution: Execution, scopeKey: Key, last: Key): void {
  if (execution.state.elements[scopeKey]?.type !== 'MULTI_INSTANCE_BODY') return
  const keys = childrenOf(execution, scopeKey).filter(key => key > last)
  if (keys.length > 0) execution.schedule({ do: 'terminate-each', key: scopeKey, keys, at: 0 })
}
