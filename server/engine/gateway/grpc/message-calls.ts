import { checkTenants, givenMillis, readVariables, TENANT } from '../wire.ts'
import type { UnaryCall } from './call.ts'

interface PublishMessageRequest {
  name: string
  correlationKey: string
  timeToLive: string
  messageId: string
  variables: string
  tenantId: string
}

interface BroadcastSignalRequest {
  signalName: string
  variables: string
  tenantId: string
}

/** What is said to whoever waits for it. */
export const messageCalls = {
  PublishMessage: (async ({ gateway, caller }, request) => {
    const { name, correlationKey, timeToLive, messageId, variables, tenantId } = request
    checkTenants('PublishMessage', [tenantId])
    const { result } = await gateway.perform(caller, {
      type: 'PUBLISH_MESSAGE',
      name,
      correlationKey,
      timeToLive: givenMillis(timeToLive),
      ...(messageId !== '' && { messageId }),
      variables: readVariables(variables),
    })
    return { key: result.messageKey, tenantId: TENANT }
  }) satisfies UnaryCall<PublishMessageRequest>,

  BroadcastSignal: (async ({ gateway, caller }, { signalName, variables, tenantId }) => {
    checkTenants('BroadcastSignal', [tenantId])
    const command = { type: 'BROADCAST_SIGNAL', signalName, variables: readVariables(variables) } as const
    const { result } = await gateway.perform(caller, command)
    return { key: result.signalKey, tenantId: TENANT }
  }) satisfies UnaryCall<BroadcastSignalRequest>,
}
