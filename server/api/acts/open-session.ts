import type { Outcome } from '../../engine/index.ts'
import type { Person } from '../../identity/person.ts'
import type { Actor } from '../../journal/act.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { findPerson } from '../sign-in.ts'
import { submit } from '../submit.ts'

/**
 * Signs somebody in and journals it, or the failure; never what was typed.
 * @throws Problem 401 for a wrong account or password alike, 429 when there were too many failures.
 */
export async function openSession(
  house: House,
  accountId: string,
  password: string,
  address: string,
): Promise<{ person: Person; token: string }> {
  const wait = house.signInLimit.waitFor(accountId, address)
  if (wait > 0) throw new Problem('session.too-many', { minutes: Math.ceil(wait / 60_000) })
  house.signInLimit.attempted(accountId, address)
  const isRight = await house.passwords.matches(accountId, password)
  const person = findPerson(house, accountId)
  if (!isRight || !person) {
    await journalFailure(house, person && accountId, address)
    // Only who knows the password learns that the account is locked.
    if (isRight && house.people.findAccount(accountId)?.isLocked) throw new Problem('session.locked')
    throw new Problem('session.refused')
  }
  house.signInLimit.succeeded(accountId, address)
  let token = ''
  await submit(
    house,
    { person, via: 'web' },
    {
      kind: 'security',
      verb: 'session.open',
      subject: { accountId },
      payload: { address },
      permit: () => {
        token = house.sessions.open(accountId)
      },
    },
  )
  return { person, token }
}

/** An account that does not exist may be a password typed into the wrong field: it is not written down. */
async function journalFailure(house: House, accountId: string | undefined, address: string): Promise<Outcome> {
  const actor: Actor = { kind: 'client', id: accountId ?? 'unknown', via: 'web' }
  const act = { kind: 'security' as const, verb: 'session.refuse', actor, at: house.clock.now(), payload: { address } }
  return house.engine.submit({ act, commands: [] })
}

/** Signs out. */
export async function closeSession(house: House, caller: Caller, sessionId: string): Promise<void> {
  await submit(house, caller, {
    kind: 'security',
    verb: 'session.close',
    subject: { accountId: caller.person.accountId },
    permit: () => house.sessions.close(sessionId),
  })
}
