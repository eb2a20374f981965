import type { EngineRecord, Key, MessageCorrelationValue, Variables } from '../../protocol/records.ts'
import type { Execution } from '../execution.ts'
import type { CorrelatedMessage } from '../state/instance-state.ts'
import { isStillWaiting, trigger } from './triggers.ts'

/** Gives a message to a subscription of the instance that was entered. */
export function correlate(
  execution: Execution,
  subscriptionKey: Key,
  { messageKey, variables, answer }: CorrelatedMessage,
): void {
  const subscription = execution.state.subscriptions[subscriptionKey]
  if (!subscription) return
  const value = { ...subscription, messageKey }
  execution.emit({ valueType: 'MESSAGE_SUBSCRIPTION', intent: 'CORRELATED', key: subscriptionKey, value })
  trigger(execution, subscription.elementInstanceKey, subscription.elementId, variables)
  // One that stays may have more messages waiting for it.
  if (!subscription.interrupting) execution.schedule({ do: 'correlate', key: subscriptionKey })
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
  const { store, now } = execution.world
  const { bpmnProcessId } = execution.state
  const message = store
    .bufferedMessages(subscription.messageName, subscription.correlationKey)
    .find(({ deadline, correlatedWith }) => deadline > now && !JSON.parse(correlatedWith).includes(bpmnProcessId))
  if (!message) return
  const variables = message.variables === null ? undefined : (JSON.parse(message.variables) as Variables)
  correlate(execution, subscriptionKey, { messageKey: message.messageKey, ...(variables && { variables }) })
}

/** A message nobody will get any more. */
export function expireMessage(execution: Execution, record: Pick<EngineRecord<'MESSAGE'>, 'key' | 'value'>): void {
  execution.emitShared({ valueType: 'MESSAGE', intent: 'EXPIRED', ...record })
}
