import { CommandRejected } from '../../protocol/errors.ts'
import { correlate, expireMessage } from '../behaviors/correlation.ts'
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
    ...(variables && Object.keys(variables).length > 0 && { variables }),
    ...(timeToLive > 0 && { deadline: now + timeToLive }),
  }
  execution.emitShared({ valueType: 'MESSAGE', intent: 'PUBLISHED', key, value })
  if (timeToLive <= 0) expireMessage(execution, { key, value })
  const served = new Set<string>()
  for (const { subscriptionKey, processInstanceKey, bpmnProcessId } of store.subscriptionsTo(name, correlationKey)) {
    if (served.has(bpmnProcessId)) continue
    served.add(bpmnProcessId)
    execution.enter(processInstanceKey)
    correlate(execution, subscriptionKey, { messageKey: key, ...(variables && { variables }) })
  }
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
