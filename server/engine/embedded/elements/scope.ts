import type { BpmnElementType } from '../../protocol/records.ts'
import { forget } from '../behaviors/triggers.ts'
import { defineElement, type Element } from './element.ts'

/** A scope: begins at its none start event (or, a process, at the event that started it), ends when nothing in it is alive. The process itself, and embedded sub-processes. */
export function scope(type: BpmnElementType): Element {
  return defineElement({
    type,
    opensEventsAtStart: true,
    waits: true,
    onActivate(execution, { noneStart }, key) {
      const { event } = execution.element(key)
      if (type !== 'PROCESS' || !event)
        return () => execution.schedule({ do: 'activate', elementId: noneStart!.id, flowScopeKey: key })
      return () => {
        forget(execution, key)
        execution.takeNow({ do: 'activate', elementId: event.elementId, flowScopeKey: key, event })
      }
    },
  })
}
