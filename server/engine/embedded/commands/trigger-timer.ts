import { CommandRejected } from '../../protocol/errors.ts'
import type { Key } from '../../protocol/records.ts'
import { startByEvent, startTimerValue } from '../behaviors/start-events.ts'
import { trigger } from '../behaviors/triggers.ts'
import { dueAgain } from '../event-definitions/timer.ts'
import type { Execution } from '../execution.ts'
import type { Timer } from '../state/instance-state.ts'
import type { CommandProcessor } from './command-processor.ts'

/** A timer's time has come; a cycle is armed again. */
export const triggerTimer: CommandProcessor<'TRIGGER_TIMER'> = (execution, { timerKey }) => {
  const row = execution.world.store.find('timer', { timerKey })
  const timer = row && execution.enter(row.processInstanceKey) && execution.state.timers[timerKey]
  if (!timer || timer.dueDate > execution.world.now) throw notDue(timerKey)
  const { cause: _, ...value } = timer
  const key = value.elementInstanceKey!
  execution.emit({ valueType: 'TIMER', intent: 'TRIGGERED', key: timerKey, value })
  trigger(execution, key, value.targetElementId)
  execution.attempt(key, () => armAgain(execution, value))
  return {}
}

/** The time has come for a process to begin; only the latest version has timers. */
export const triggerStartTimer: CommandProcessor<'TRIGGER_START_TIMER'> = (execution, { timerKey }) => {
  const row = execution.world.store.find('start', { startKey: timerKey })
  if (row?.due == null || row.due > execution.world.now) throw notDue(timerKey)
  const { processDefinitionKey, elementId } = row
  const processInstanceKey = execution.nextKey()
  const value = { ...startTimerValue(row), processInstanceKey }
  execution.emitShared({ valueType: 'TIMER', intent: 'TRIGGERED', key: timerKey, value })
  const node = execution.world.definitions.processOf(processDefinitionKey).nodes.get(elementId)!
  const again = dueAgain(execution, node, undefined, value)
  if (again) {
    const key = execution.nextKey()
    execution.emitShared({ valueType: 'TIMER', intent: 'CREATED', key, value: { ...value, ...again } })
  }
  startByEvent(execution, { processDefinitionKey, processInstanceKey, elementId })
  return { processInstanceKey }
}

/** The text of the cycle is computed anew, where it was computed first. */
function armAgain(execution: Execution, timer: Omit<Timer, 'cause'>): void {
  const { targetElementId, elementInstanceKey: key } = timer
  const node = execution.process.nodes.get(targetElementId)!
  const waiting = execution.state.elements[key!]
  if (waiting?.state !== 'ACTIVATED') return
  const scopeKey = node.attachedToId === undefined ? key : waiting.flowScopeKey
  const again = dueAgain(execution, node, scopeKey, timer)
  if (!again) return
  execution.emit({ valueType: 'TIMER', intent: 'CREATED', key: execution.nextKey(), value: { ...timer, ...again } })
}

function notDue(timerKey: Key): CommandRejected {
  return new CommandRejected('NOT_FOUND', `Expected to trigger timer with key '${timerKey}', but it is not due`)
}
