import { z } from 'zod'
import { CallRefused } from '../call-refused.ts'
import { TENANT } from '../wire.ts'
import { common, Millis, readBody, restRoutes, Variables } from './environment.ts'

const Publication = z.strictObject({
  ...common,
  name: z.string(),
  correlationKey: z.string().default(''),
  timeToLive: Millis.default(0),
  messageId: z.string().nullish(),
  variables: Variables.nullish(),
})
const Correlation = z.strictObject({
  ...common,
  name: z.string(),
  correlationKey: z.string().default(''),
  variables: Variables.nullish(),
})
const Broadcast = z.strictObject({ ...common, signalName: z.string(), variables: Variables.nullish() })

/** What is said to whoever waits for it. */
export const messageRoutes = restRoutes()
  .post('/messages/publication', async c => {
    const { name, correlationKey, timeToLive, messageId, variables } = await readBody(c, Publication)
    const { result } = await c.var.gateway.perform(c.var.caller, {
      type: 'PUBLISH_MESSAGE',
      name: named(name, 'name'),
      correlationKey,
      timeToLive,
      ...(messageId && { messageId }),
      variables: variables ?? {},
    })
    return c.json({ messageKey: result.messageKey, tenantId: TENANT })
  })
  .post('/messages/correlation', async c => {
    const { name, correlationKey, variables } = await readBody(c, Correlation)
    const { result } = await c.var.gateway.perform(c.var.caller, {
      type: 'CORRELATE_MESSAGE',
      name: named(name, 'name'),
      correlationKey,
      variables: variables ?? {},
    })
    const { messageKey, processInstanceKey } = result
    return c.json({ messageKey, processInstanceKey, tenantId: TENANT })
  })
  .post('/signals/broadcast', async c => {
    const { signalName, variables } = await readBody(c, Broadcast)
    const command = {
      type: 'BROADCAST_SIGNAL',
      signalName: named(signalName, 'signalName'),
      variables: variables ?? {},
    } as const
    const { result } = await c.var.gateway.perform(c.var.caller, command)
    return c.json({ signalKey: result.signalKey, tenantId: TENANT })
  })

function named(value: string, property: string): string {
  if (value !== '') return value
  throw new CallRefused('INVALID_ARGUMENT', `No ${property} provided`)
}
