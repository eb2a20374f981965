import type { Key, TimerValue, Variables } from '../../protocol/records.ts'
import type { StartWait } from '../event-definitions/event-definition.ts'
import type { ExecutableNode, ExecutableProcess } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import type { Step } from '../state/instance-state.ts'
import type { Rows } from '../store.ts'

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
  const event = { elementId, ...(variables && Object.keys(variables).length > 0 && { variables }) }
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
export function startTimerValue(row: Rows['start']): TimerValue {
  const { elementId: targetElementId, processDefinitionKey, bpmnProcessId, due, repetitions, processInstanceKey } = row
  return {
    targetElementId,
    dueDate: due!,
    repetitions: repetitions!,
    processDefinitionKey,
    bpmnProcessId,
    ...(processInstanceKey !== null && { processInstanceKey }),
  }
}

function startsOf({ world }: Execution, { bpmnProcessId }: Rows['process'], isTimer: boolean): Rows['start'][] {
  return world.store.startsOf(bpmnProcessId).filter(({ kind }) => (kind === 'TIMER') === isTimer)
}

function openStarts(execution: Execution, definition: Rows['process'], isTimer: boolean): void {
  for (const node of startEventsOf(execution.world.definitions.executable(definition))) {
    const { kind, definition: read } = node.event!
    if ((kind.name === 'TIMER') === isTimer) open(execution, definition, node.id, kind.awaitStart!(execution, read))
  }
}

function open(execution: Execution, definition: Rows['process'], elementId: string, wait: StartWait): void {
  const { processDefinitionKey, bpmnProcessId } = definition
  const process = { processDefinitionKey, bpmnProcessId }
  const key = execution.nextKey()
  if (wait.kind === 'TIMER') {
    const { dueDate, repetitions } = wait
    const value = { targetElementId: elementId, dueDate, repetitions, ...process }
    execution.emitShared({ valueType: 'TIMER', intent: 'CREATED', key, value })
  } else if (wait.kind === 'MESSAGE') {
    const value = { messageName: wait.name, startEventId: elementId, ...process }
    execution.emitShared({ valueType: 'MESSAGE_START_EVENT_SUBSCRIPTION', intent: 'CREATED', key, value })
  } else if (wait.kind === 'SIGNAL') {
    const value = { signalName: wait.name, catchEventId: elementId, ...process }
    execution.emitShared({ valueType: 'SIGNAL_SUBSCRIPTION', intent: 'CREATED', key, value })
  } else
    execution.emitShared({
      valueType: 'CONDITION_SUBSCRIPTION',
      intent: 'CREATED',
      key,
      value: { elementId, ...process },
    })
}

function closeStarts(execution: Execution, rows: Rows['start'][]): void {
  for (const row of rows) {
    const { startKey: key, kind, elementId, name, processDefinitionKey, bpmnProcessId } = row
    const process = { processDefinitionKey, bpmnProcessId }
    if (kind === 'TIMER')
      execution.emitShared({ valueType: 'TIMER', intent: 'CANCELED', key, value: startTimerValue(row) })
    else if (kind === 'MESSAGE') {
      const value = { messageName: name!, startEventId: elementId, ...process }
      execution.emitShared({ valueType: 'MESSAGE_START_EVENT_SUBSCRIPTION', intent: 'DELETED', key, value })
    } else if (kind === 'SIGNAL') {
      const value = { signalName: name!, catchEventId: elementId, ...process }
      execution.emitShared({ valueType: 'SIGNAL_SUBSCRIPTION', intent: 'DELETED', key, value })
    } else
      execution.emitShared({
        valueType: 'CONDITION_SUBSCRIPTION',
        intent: 'DELETED',
        key,
        value: { elementId, ...process },
      })
  }
}
