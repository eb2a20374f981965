import { forget } from '../behaviors/triggers.ts'
import { defineElement } from './element.ts'

/** A scope that an event starts; the event's data goes to its start event. */
export const eventSubProcess = defineElement({
  type: 'EVENT_SUB_PROCESS',
  waits: true,
  // The data is the start event's to merge.
  mergesFrom: () => 'none',
  onActivate(execution, { eventStart }, key) {
    const event = { ...execution.element(key).event, elementId: eventStart!.id }
    return () => {
      // It may wait for events of its own now.
      forget(execution, key)
      execution.schedule({ do: 'activate', elementId: eventStart!.id, flowScopeKey: key, event })
    }
  },
})
