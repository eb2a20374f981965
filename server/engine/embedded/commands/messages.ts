import { CommandRejected } from '../../protocol/errors.ts'
import type { Key, Variables } from '../../protocol/records.ts'
import { expireMessage } from '../behaviors/correlation.ts'
import { startByMessage } from '../behaviors/message-starts.ts'
import type { Execution } from '../execution.ts'
import type { CorrelatedMessage } from '../state/instance-state.ts'
import { given } from '../state/variables.ts'
import type { Rows } from '../store.ts'
import type { CommandProcessor } from './command-processor.ts'

/** Gives a message to whoever waits for it (once per process), and keeps it for later if it has time to live (ENGINE G1–G3). */
export const publishMessage: CommandProcessor<'PUBLISH_MESSAGE'> = (execution, command) => {
  const { name, correlationKey, timeToLive = 0, messageId, variables } = command
  const { store, now } = execution.world
  if (messageId && store.bufferedMessages(name, correlationKey).some(message => message.messageId === messageId))
    throw new CommandRejected(
      'ALREADY_EXISTS',
      `Expected to publish a new message with id '${messageId}', but a message with that id was already published`,
    )
  const key = execution.nextKey()
  const value = {
    name,
    correlationKey,
    timeToLive,
    ...(messageId && { messageId }),
    ...given(variables),
    ...(timeToLive > 0 && { deadline: now + timeToLive }),
  }
  execution.emitShared({ valueType: 'MESSAGE', intent: 'PUBLISHED', key, value })
  const { waiting } = findTakers(execution, name, { messageKey: key, correlationKey, variables })
  if (timeToLive <= 0) expireMessage(execution, { key, value })
  correlateEach(execution, waiting, { messageKey: key, ...(variables && { variables }) })
  return { messageKey: key }
}

/** Nobody will get the message any more. */
export const expire: CommandProcessor<'EXPIRE_MESSAGE'> = (execution, { messageKey }) => {
  const message = execution.world.store.find('message', { messageKey })
  if (!message || message.deadline > execution.world.now)
    throw new CommandRejected('NOT_FOUND', `Expected to expire message with key '${messageKey}', but it is not due`)
  const { name, correlationKey, messageId, deadline } = message
  const value = { name, correlationKey, ...(messageId !== null && { messageId }), deadline }
  expireMessage(execution, { key: messageKey, value })
  return {}
}

/** Who gets a message: of each process the subscription that has waited longest; of the others, new instances, which begin. */
export function findTakers(
  execution: Execution,
  name: string,
  message: { messageKey: Key; correlationKey: string; variables?: Variables | undefined },
): { waiting: Rows['subscription'][]; started: Key[] } {
  const served = new Set<string>()
  const waiting = execution.world.store.subscriptionsTo(name, message.correlationKey).filter(({ bpmnProcessId }) => {
    const isFirst = !served.has(bpmnProcessId)
    served.add(bpmnProcessId)
    return isFirst
  })
  return { waiting, started: startByMessage(execution, name, message, served) }
}

/** Those who wait get the message, each in a step of its own. */
export function correlateEach(execution: Execution, waiting: Rows['subscription'][], message: CorrelatedMessage): void {
  for (const { subscriptionKey, processInstanceKey } of waiting) {
    execution.enter(processInstanceKey)
    execution.schedule({ do: 'deliver', key: subscriptionKey, message })
  }
}
