import type { ElementIntent, ElementValue, Key } from '../../protocol/records.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'

/** Writes that an element instance has come to a new state. */
export function transition(
  execution: Execution,
  { id, type, eventType }: ExecutableNode,
  key: Key,
  intent: Exclude<ElementIntent, 'SEQUENCE_FLOW_TAKEN' | 'ELEMENT_MIGRATED'>,
  flowScopeKey?: Key,
  more?: Partial<ElementValue>,
): void {
  execution.emit({
    valueType: 'PROCESS_INSTANCE',
    intent,
    key,
    value: {
      elementId: id,
      bpmnElementType: type,
      ...(eventType !== undefined && { bpmnEventType: eventType }),
      ...(flowScopeKey !== undefined && { flowScopeKey }),
      ...more,
    },
  })
}
