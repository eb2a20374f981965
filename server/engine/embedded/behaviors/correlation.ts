import type { EngineRecord, Key, MessageCorrelationValue } from '../../protocol/records.ts'
import type { Execution } from '../execution.ts'
import type { Step } from '../state/instance-state.ts'
import { hasHad, isFor, toGive } from './kept-messages.ts'
import { isStillWaiting, trigger } from './triggers.ts'

/** The message's event happens, if it is still waited for; else the message stays what it was. */
export function deliver(execution: Execution, { key, message }: Extract<Step, { do: 'deliver' }>): void {
  const subscription = execution.state.subscriptions[key]
  if (!subscription || !isStillWaiting(execution, subscription.elementInstanceKey)) return
  const { messageKey, variables, answer } = message
  const kept = execution.world.store.find('message', { messageKey })
  if (kept && hasHad(kept, execution.state.bpmnProcessId)) return
  const value = { ...subscription, messageKey }
  execution.emit({ valueType: 'MESSAGE_SUBSCRIPTION', intent: 'CORRELATED', key, value })
  trigger(execution, subscription.elementInstanceKey, subscription.elementId, variables)
  // One that stays may have more messages waiting for it.
  if (!subscription.interrupting) execution.schedule({ do: 'correlate', key })
  if (answer) execution.schedule({ do: 'acknowledge', message: answer })
}

/** Whoever asked for the correlation is told which instance got the message. */
export function acknowledge(execution: Execution, value: MessageCorrelationValue): void {
  execution.emitShared({ valueType: 'MESSAGE_CORRELATION', intent: 'CORRELATED', key: value.messageKey, value })
}

/** A subscription takes the oldest message kept for it, if there is one. */
export function correlateBuffered(execution: Execution, subscriptionKey: Key): void {
  const subscription = execution.state.subscriptions[subscriptionKey]
  if (!subscription || !isStillWaiting(execution, subscription.elementInstanceKey)) return
  const { bpmnProcessId } = execution.state
  const kept = execution.world.store
    .bufferedMessages(subscription.messageName, subscription.correlationKey)
    .find(row => isFor(execution, row, bpmnProcessId) && !execution.isPromised(row.messageKey))
  if (kept) execution.schedule({ do: 'deliver', key: subscriptionKey, message: toGive(kept) })
}

/** A message nobody will get any more. */
export function expireMessage(execution: Execution, record: Pick<EngineRecord<'MESSAGE'>, 'key' | 'value'>): void {
  execution.emitShared({ valueType: 'MESSAGE', intent: 'EXPIRED', ...record })
}
