import type { MiddlewareHandler } from 'hono'
import { personOf } from '../../identity/person.ts'
import { isSignedWith } from '../../identity/request-signature.ts'
import type { Environment } from '../environment.ts'
import { Problem } from '../problem.ts'

const HEADERS = { client: 'x-xunfa-client', timestamp: 'x-xunfa-timestamp', signature: 'x-xunfa-signature' } as const
const MINUTE_MS = 60_000

/**
 * Lets through what a program in the register has signed, and nothing else: an unknown or revoked program, an old or wrong
 * signature, a changed body are all the same no. The caller is the program itself, which counts as no person.
 */
export const signedClient: MiddlewareHandler<Environment> = async (c, next) => {
  const { house } = c.var
  const [clientId = '', timestamp = '', signature = ''] = Object.values(HEADERS).map(name => c.req.header(name))
  const secret = house.intakeClients.secretOf(clientId)
  const age = Math.abs(house.clock.now() - Number(timestamp) * 1000)
  const body = new Uint8Array(await c.req.arrayBuffer())
  const isRight =
    secret !== undefined &&
    /^\d{1,12}$/.test(timestamp) &&
    age <= house.config.INTAKE_MAX_AGE_MINUTES * MINUTE_MS &&
    isSignedWith(secret, timestamp, body, signature.replace(/^sha256=/, ''))
  if (!isRight) {
    // Nobody is known, so nothing is journaled: a stranger must not be able to fill the journal.
    house.log.warn({ clientId: clientId.slice(0, 60), requestId: c.var.requestId }, 'a matter was not signed rightly')
    throw new Problem('intake.unsigned')
  }
  const { name } = house.intakeClients.find(clientId)!
  const person = personOf({ personId: `client:${clientId}`, name, appointments: [] }, `client:${clientId}`)
  c.set('caller', { person, client: clientId, via: 'api' })
  await next()
}
