import type { EngineRecord, Segment } from '../protocol/records.ts'
import type { SharedAppliers, SharedState } from './shared-appliers.ts'

/** What records mean for the start events that wait, and for the keys under which messages may start nothing. */
export const startAppliers: SharedAppliers = {
  PROCESS_INSTANCE: { ELEMENT_COMPLETED: unlock, ELEMENT_TERMINATED: unlock },
  TIMER: {
    CREATED: ({ store, seq }, { key: startKey, value }) => {
      const { processDefinitionKey, bpmnProcessId, processInstanceKey = null, targetElementId: elementId } = value
      if (processDefinitionKey === undefined || bpmnProcessId === undefined) return
      const { dueDate: due, repetitions } = value
      const process = { processDefinitionKey, bpmnProcessId, elementId, processInstanceKey }
      store.put('start', { startKey, kind: 'TIMER', ...process, name: null, due, repetitions, cause: seq })
    },
    TRIGGERED: removeStart,
    CANCELED: removeStart,
  },
  MESSAGE_START_EVENT_SUBSCRIPTION: {
    CREATED: ({ store, seq }, { key: startKey, value }) => {
      const { messageName: name, startEventId: elementId, bpmnProcessId, processDefinitionKey } = value
      const process = { processDefinitionKey, bpmnProcessId, elementId, processInstanceKey: null }
      store.put('start', { startKey, kind: 'MESSAGE', ...process, name, due: null, repetitions: null, cause: seq })
    },
    CORRELATED: (shared, { value: { bpmnProcessId, messageKey, correlationKey, processInstanceKey } }) => {
      if (messageKey !== undefined) noteCorrelation(shared, messageKey, bpmnProcessId)
      if (correlationKey && processInstanceKey !== undefined)
        shared.store.put('startLock', { bpmnProcessId, correlationKey, processInstanceKey })
    },
    DELETED: removeStart,
  },
  SIGNAL_SUBSCRIPTION: {
    CREATED: ({ store, seq }, { key: startKey, value }) => {
      const { signalName: name, catchEventId: elementId, bpmnProcessId, processDefinitionKey } = value
      if (processDefinitionKey === undefined || bpmnProcessId === undefined) return
      const process = { processDefinitionKey, bpmnProcessId, elementId, processInstanceKey: null }
      store.put('start', { startKey, kind: 'SIGNAL', ...process, name, due: null, repetitions: null, cause: seq })
    },
    DELETED: removeStart,
  },
  CONDITION_SUBSCRIPTION: {
    CREATED: ({ store, seq }, { key: startKey, value: { elementId, processDefinitionKey, bpmnProcessId } }) => {
      if (processDefinitionKey === undefined || bpmnProcessId === undefined) return
      const process = { processDefinitionKey, bpmnProcessId, elementId, processInstanceKey: null }
      store.put('start', {
        startKey,
        kind: 'CONDITIONAL',
        ...process,
        name: '',
        due: null,
        repetitions: null,
        cause: seq,
      })
    },
    DELETED: removeStart,
  },
}

/** A process gets a message once. */
export function noteCorrelation({ store }: SharedState, messageKey: string, bpmnProcessId: string | undefined): void {
  const row = store.find('message', { messageKey })
  if (!row) return
  const correlated = JSON.parse(row.correlatedWith) as string[]
  store.put('message', { ...row, correlatedWith: JSON.stringify([...correlated, bpmnProcessId]) })
}

function removeStart(
  { store }: SharedState,
  {
    key,
    value,
  }: EngineRecord<'TIMER' | 'SIGNAL_SUBSCRIPTION' | 'CONDITION_SUBSCRIPTION' | 'MESSAGE_START_EVENT_SUBSCRIPTION'>,
): void {
  if (value.processDefinitionKey !== undefined) store.remove('start', { startKey: key })
}

/** What a message started has ended: the next may come. */
function unlock(
  { store, workspace }: SharedState,
  { value }: EngineRecord<'PROCESS_INSTANCE'>,
  { processInstanceKey }: Segment,
): void {
  if (value.bpmnElementType !== 'PROCESS') return
  const lock = workspace.find(processInstanceKey!)?.state.startLock
  if (lock) store.remove('startLock', lock)
}
