import type { Execution } from '../execution.ts'

/** An instance ends after elements named when it was created; answers whether it does so now, after this one (ENGINE Y1a). */
export function interruptAfter(execution: Execution, elementId: string): boolean {
  const { terminateAfter, processInstanceKey } = execution.state
  if (!terminateAfter?.includes(elementId)) return false
  const key = processInstanceKey
  execution.emit({ valueType: 'RUNTIME_INSTRUCTION', intent: 'INTERRUPTED', key, value: { elementId } })
  execution.schedule({ do: 'terminate', key })
  return true
}
