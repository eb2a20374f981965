import type { EngineRecord, Key, MessageCorrelationValue, Variables } from '../../protocol/records.ts'
import type { Execution } from '../execution.ts'
import type { Step } from '../state/instance-state.ts'
import type { Rows } from '../store.ts'
import { isStillWaiting, trigger } from './triggers.ts'

/** The message's event happens, if it is still waited for; else the message stays what it was. */
export function deliver(execution: Execution, { key, message }: Extract<Step, { do: 'deliver' }>): void {
  const subscription = execution.state.subscriptions[key]
  if (!subscription || !isStillWaiting(execution, subscription.elementInstanceKey)) return
  const { messageKey, variables, answer } = message
  const kept = execution.world.store.find('message', { messageKey })
  if (kept && hasHad(execution, kept)) return
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
  const { store, now } = execution.world
  const kept = store
    .bufferedMessages(subscription.messageName, subscription.correlationKey)
    .find(row => row.deadline > now && !hasHad(execution, row) && !execution.isPromised(row.messageKey))
  if (!kept) return
  const { messageKey, variables } = kept
  const given = variables === null ? undefined : (JSON.parse(variables) as Variables)
  execution.schedule({
    do: 'deliver',
    key: subscriptionKey,
    message: { messageKey, ...(given && { variables: given }) },
  })
}

/** A process gets a message once. */
function hasHad({ state }: Execution, { correlatedWith }: Rows['message']): boolean {
  return (JSON.parse(correlatedWith) as string[]).includes(state.bpmnProcessId)
}

/** A message nobody will get any more. */
export function expireMessage(execution: Execution, record: Pick<EngineRecord<'MESSAGE'>, 'key' | 'value'>): void {
  execution.emitShared({ valueType: 'MESSAGE', intent: 'EXPIRED', ...record })
}
