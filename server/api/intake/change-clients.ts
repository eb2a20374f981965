import { CommandRejected } from '../../engine/index.ts'
import { newSigningSecret } from '../../identity/request-signature.ts'
import { type IntakeClient, intakeClientRecord } from '../../registers/intake-clients.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { requirePermission, submit } from '../submit.ts'

/** Lets a program hand matters in; answers what it signs with, which is told this once. @throws Problem 409 for a taken id */
export async function registerClient(
  house: House,
  caller: Caller,
  asked: Pick<IntakeClient, 'clientId' | 'name' | 'source'>,
): Promise<string> {
  const { clientId } = asked
  const secret = newSigningSecret()
  const refuseTaken = () => {
    if (house.intakeClients.find(clientId)) throw taken('intake.client-exists', clientId)
  }
  refuseTaken()
  const registeredAt = house.clock.now()
  const none = { revokedBy: null, revokedAt: null, revokedReason: null }
  await submit(house, caller, {
    kind: 'security',
    verb: 'intake-client.register',
    subject: { clientId },
    register: [intakeClientRecord({ ...asked, registeredBy: caller.person.personId, registeredAt, ...none })],
    permit(person) {
      requirePermission(person, 'administrate')
      refuseTaken()
      house.intakeClients.keepSecret(clientId, secret)
    },
  })
  return secret
}

/** Takes nothing from a program any more, from this moment on. @throws Problem 404, 409 when it was revoked */
export async function revokeClient(house: House, caller: Caller, clientId: string, reason: string): Promise<void> {
  const found = house.intakeClients.find(clientId)
  if (!found) throw new Problem('resource.not-found')
  const refuseRevoked = () => {
    if (house.intakeClients.find(clientId)?.revokedAt !== null) throw taken('intake.revoked-already', clientId)
  }
  refuseRevoked()
  const revoked = { revokedBy: caller.person.personId, revokedAt: house.clock.now(), revokedReason: reason }
  await submit(house, caller, {
    kind: 'security',
    verb: 'intake-client.revoke',
    subject: { clientId },
    payload: { reason },
    register: [intakeClientRecord({ ...found, ...revoked })],
    permit(person) {
      requirePermission(person, 'administrate')
      refuseRevoked()
      house.intakeClients.dropSecret(clientId)
    },
  })
}

const taken = (id: string, clientId: string) =>
  new CommandRejected('ALREADY_EXISTS', `${id}: ${clientId}`, { id, params: { clientId } })
