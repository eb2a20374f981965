import type { EngineRecord, Key, TimerValue, ValueType, Variables } from '../../protocol/records.ts'
import type { ExecutableNode, ExecutableProcess } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import type { Step } from '../state/instance-state.ts'
import { given } from '../state/variables.ts'
import type { Rows, StartKind } from '../store.ts'

/** A start event that happened: what begins where, with which data. */
export interface StartedBy {
  processDefinitionKey: Key
  processInstanceKey: Key
  elementId: string
  variables?: Variables | undefined
  /** Of the message that started it. */
  correlationKey?: string
}

/** The events that can start the process, last in the file first. */
export function startEventsOf({ root, nodes }: ExecutableProcess): ExecutableNode[] {
  return [...nodes.values()]
    .filter(node => node.type === 'START_EVENT' && node.event && node.scopeId === root.id)
    .reverse()
}

/** The start timers of earlier versions of a process end, those of this one begin. */
export function replaceStartTimers(execution: Execution, definition: Rows['process']): void {
  closeStarts(execution, startsOf(execution, definition, true))
  openStarts(execution, definition, true)
}

/** The messages and signals that started earlier versions of a process start this one. */
export function replaceStartSubscriptions(execution: Execution, definition: Rows['process']): void {
  closeStarts(execution, startsOf(execution, definition, false))
  openStarts(execution, definition, false)
}

/** Nothing starts this version any more. */
export function closeAllStarts(execution: Execution, definition: Rows['process']): void {
  for (const isTimer of [true, false]) closeStarts(execution, startsOf(execution, definition, isTimer))
}

/** This version is started by its events again. */
export function openAllStarts(execution: Execution, definition: Rows['process']): void {
  for (const isTimer of [true, false]) openStarts(execution, definition, isTimer)
}

/** An instance begins by an event, once the steps before it are taken; the instance at work stays at work. */
export function startByEvent(execution: Execution, started: StartedBy): void {
  const { processDefinitionKey, processInstanceKey, elementId, variables, correlationKey } = started
  const row = execution.world.store.find('process', { processDefinitionKey })!
  const here = execution.processInstanceKey
  const { bpmnProcessId, version } = row
  execution.create({ processInstanceKey, processDefinitionKey, bpmnProcessId, version })
  const event = { elementId, ...given(variables) }
  execution.schedule({ do: 'start', event, ...(correlationKey && { correlationKey }) })
  if (here === undefined) return
  execution.enter(here)
  execution.keep()
}

/** The process knows which event started it until it has entered it. */
export function noteStart(execution: Execution, { event, correlationKey }: Extract<Step, { do: 'start' }>): void {
  const { elementId: targetElementId, variables } = event
  execution.emit({
    valueType: 'PROCESS_EVENT',
    intent: 'TRIGGERING',
    key: execution.nextKey(),
    value: {
      targetElementId,
      scopeKey: execution.state.processInstanceKey,
      ...(variables && { variables }),
      ...(correlationKey !== undefined && { startCorrelationKey: correlationKey }),
    },
  })
}

/** The record of a start timer, from its row. */
export function startTimerValue({ elementId, due, repetitions, processInstanceKey, ...row }: Waiting): TimerValue {
  const started = processInstanceKey !== null && { processInstanceKey }
  return { targetElementId: elementId, dueDate: due!, repetitions: repetitions!, ...processOf(row), ...started }
}

type Waiting = Omit<Rows['start'], 'startKey' | 'cause'>

/** How each kind of start event is told: that it waits, and that it waits no more. */
const RECORDS: { [K in StartKind]: { valueType: ValueType; ended: string; value(wait: Waiting): object } } = {
  TIMER: { valueType: 'TIMER', ended: 'CANCELED', value: startTimerValue },
  MESSAGE: {
    valueType: 'MESSAGE_START_EVENT_SUBSCRIPTION',
    ended: 'DELETED',
    value: ({ name, elementId, ...row }) => ({ messageName: name, startEventId: elementId, ...processOf(row) }),
  },
  SIGNAL: {
    valueType: 'SIGNAL_SUBSCRIPTION',
    ended: 'DELETED',
    value: ({ name, elementId, ...row }) => ({ signalName: name, catchEventId: elementId, ...processOf(row) }),
  },
  CONDITIONAL: {
    valueType: 'CONDITION_SUBSCRIPTION',
    ended: 'DELETED',
    value: ({ elementId, ...row }) => ({ elementId, ...processOf(row) }),
  },
}

function processOf({ processDefinitionKey, bpmnProcessId }: Pick<Waiting, 'processDefinitionKey' | 'bpmnProcessId'>) {
  return { processDefinitionKey, bpmnProcessId }
}

function startsOf({ world }: Execution, { bpmnProcessId }: Rows['process'], isTimer: boolean): Rows['start'][] {
  return world.store.startsOf(bpmnProcessId).filter(({ kind }) => (kind === 'TIMER') === isTimer)
}

function openStarts(execution: Execution, definition: Rows['process'], isTimer: boolean): void {
  for (const node of startEventsOf(execution.world.definitions.executable(definition))) {
    const { kind, definition: read } = node.event!
    if ((kind.name === 'TIMER') !== isTimer) continue
    const columns = { name: null, due: null, repetitions: null, processInstanceKey: null }
    const wait = { ...columns, ...kind.awaitStart!(execution, read), elementId: node.id, ...processOf(definition) }
    tell(execution, 'CREATED', execution.nextKey(), wait)
  }
}

function closeStarts(execution: Execution, rows: Rows['start'][]): void {
  for (const row of rows) tell(execution, RECORDS[row.kind].ended, row.startKey, row)
}

function tell(execution: Execution, intent: string, key: Key, wait: Waiting): void {
  const { valueType, value } = RECORDS[wait.kind]
  execution.emitShared({ valueType, intent, key, value: value(wait) } as unknown as EngineRecord)
}
