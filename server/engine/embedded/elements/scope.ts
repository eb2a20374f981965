import type { BpmnElementType } from '../../protocol/records.ts'
import { defineElement, type Element } from './element.ts'

/** A scope: begins at its none start event, ends when nothing in it is alive. The process itself, and embedded sub-processes. */
export function scope(type: BpmnElementType): Element {
  return defineElement({
    type,
    opensEventsAtStart: true,
    waits: true,
    onActivate(execution, { noneStart }, key) {
      return () => execution.schedule({ do: 'activate', elementId: noneStart!.id, flowScopeKey: key })
    },
  })
}
