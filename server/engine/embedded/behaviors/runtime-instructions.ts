import type { Key } from '../../protocol/records.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import { completeIfDone } from './scopes.ts'

/** An instance ends after elements named when it was created; answers whether it does so now, after this one (ENGINE Y1a). */
export function interruptAfter(execution: Execution, { id, outgoing }: ExecutableNode, scopeKey: Key): boolean {
  const { terminateAfter, processInstanceKey } = execution.state
  if (!terminateAfter?.includes(id)) return false
  const key = processInstanceKey
  execution.emit({ valueType: 'RUNTIME_INSTRUCTION', intent: 'INTERRUPTED', key, value: { elementId: id } })
  // What ends with it has ended before.
  if (outgoing.length === 0) completeIfDone(execution, scopeKey)
  execution.schedule({ do: 'terminate', key })
  return true
}
