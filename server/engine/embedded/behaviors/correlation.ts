import type { EngineRecord, Key, MessageCorrelationValue, Variables } from '../../protocol/records.ts'
import type { Execution } from '../execution.ts'
import type { CorrelatedMessage, Step } from '../state/instance-state.ts'
import { isStillWaiting, trigger } from './triggers.ts'

/** Promises a message to a subscription of the instance that was entered: from here on it is its own, in a step to come it gets it. */
export function correlate(execution: Execution, subscriptionKey: Key, message: CorrelatedMessage): void {
  const subscription = execution.state.subscriptions[subscriptionKey]
  if (!subscription) return
  const { elementInstanceKey, elementId, interrupting } = subscription
  const value = { ...subscription, messageKey: message.messageKey }
  execution.emit({ valueType: 'MESSAGE_SUBSCRIPTION', intent: 'CORRELATED', key: subscriptionKey, value })
  // One that stays may have more messages waiting for it.
  const staying = !interrupting && { subscriptionKey }
  execution.schedule({ do: 'deliver', key: elementInstanceKey, elementId, message, ...staying })
}

/** The event of the message happens, if it is still waited for. */
export function deliver(execution: Execution, step: Extract<Step, { do: 'deliver' }>): void {
  const { key, elementId, message, subscriptionKey } = step
  if (isStillWaiting(execution, key)) trigger(execution, key, elementId, message.variables)
  if (subscriptionKey !== undefined) execution.schedule({ do: 'correlate', key: subscriptionKey })
  if (message.answer) execution.schedule({ do: 'acknowledge', message: message.answer })
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
