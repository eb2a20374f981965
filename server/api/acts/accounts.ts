import { CommandRejected } from '../../engine/index.ts'
import type { Invitation } from '../../identity/invitations.ts'
import { objectionToPassword } from '../../identity/password-rules.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem, wrongFields } from '../problem.ts'
import { findPerson } from '../sign-in.ts'
import { requirePermission, submit } from '../submit.ts'
import { changeOf, changeRegisters } from './change-registers.ts'

/** Opens an account for somebody who is registered; the link by which he chooses a password is told once. */
export async function openAccount(
  house: House,
  caller: Caller,
  { accountId, personId }: { accountId: string; personId: string },
): Promise<Invitation> {
  if (house.people.findAccount(accountId)) throw new Problem('register.taken', { id: accountId })
  if (house.people.nameOf(personId) === undefined) throw new Problem('person.unknown', { person: personId })
  const invitation = house.invitations.make()
  await changeRegisters(house, caller, {
    verb: 'account.open',
    permission: 'administrate',
    subject: { personId, accountId },
    changes: [changeOf(house, 'accounts', accountId, { personId, state: 'active' })],
    also: () => house.invitations.keep(accountId, invitation),
  })
  return invitation
}

/** Takes the password away, ends every session, and makes a new link. */
export async function resetAccount(
  house: House,
  caller: Caller,
  accountId: string,
  reason: string,
): Promise<Invitation> {
  const invitation = house.invitations.make()
  await changeRegisters(house, caller, {
    verb: 'account.reset',
    permission: 'administrate',
    subject: subjectOf(house, accountId),
    changes: [],
    reason,
    also: () => {
      house.passwords.drop(accountId)
      house.invitations.keep(accountId, invitation)
      house.sessions.closeAll(accountId)
    },
  })
  return invitation
}

/** Locks an account, which ends its sessions, or unlocks it. */
export async function setAccountState(
  house: House,
  caller: Caller,
  accountId: string,
  { state, reason }: { state: 'locked' | 'active'; reason: string },
): Promise<void> {
  await changeRegisters(house, caller, {
    verb: state === 'locked' ? 'account.lock' : 'account.unlock',
    permission: 'administrate',
    subject: subjectOf(house, accountId),
    changes: [changeOf(house, 'accounts', accountId, { state })],
    reason,
    also: () => {
      if (state === 'locked') house.sessions.closeAll(accountId)
    },
  })
}

/** Ends one session of an account, or all. */
export async function endSessions(house: House, caller: Caller, accountId: string, sessionId?: string): Promise<void> {
  const isOpen = (id: string) => house.sessions.list(accountId).some(session => session.sessionId === id)
  await changeRegisters(house, caller, {
    verb: 'account.end-sessions',
    permission: 'administrate',
    subject: subjectOf(house, accountId),
    changes: [],
    also: () => {
      if (sessionId === undefined) house.sessions.closeAll(accountId)
      else if (isOpen(sessionId)) house.sessions.close(sessionId)
      else throw new CommandRejected('NOT_FOUND', `Account '${accountId}' has no such session`)
    },
  })
}

/** Chooses one's first or new password by the link; the account is ready afterwards. @returns the account. */
export async function followInvitation(house: House, token: string, password: string): Promise<string> {
  const accountId = house.invitations.find(token)
  const person = accountId === undefined ? undefined : findPerson(house, accountId)
  if (accountId === undefined || !person) throw new Problem('invitation.refused')
  refuseWeak(password, accountId)
  const passwordHash = await house.passwords.hash(password)
  await submit(
    house,
    { person, via: 'web' },
    {
      kind: 'security',
      verb: 'account.choose-password',
      subject: { personId: person.personId, accountId },
      permit: () => {
        if (house.invitations.find(token) !== accountId || !findPerson(house, accountId))
          throw new CommandRejected('FORBIDDEN', 'The link was used', { id: 'invitation.refused' })
        house.invitations.drop(accountId)
        house.passwords.keep(accountId, passwordHash)
      },
    },
  )
  return accountId
}

/** Changes one's own password; the other sessions of the account end. */
export async function changePassword(
  house: House,
  caller: Caller,
  sessionId: string,
  { password, newPassword }: { password: string; newPassword: string },
): Promise<void> {
  const { accountId, personId } = caller.person
  // A stolen session must not guess without end what the door counts.
  const wait = house.signInLimit.waitFor(accountId, 'own session')
  if (wait > 0) throw new Problem('session.too-many', { minutes: Math.ceil(wait / 60_000) })
  house.signInLimit.attempted(accountId, 'own session')
  if (!(await house.passwords.matches(accountId, password)))
    throw wrongFields([{ path: '/password', id: 'password.wrong', params: {} }])
  house.signInLimit.succeeded(accountId, 'own session')
  refuseWeak(newPassword, accountId, '/newPassword')
  const passwordHash = await house.passwords.hash(newPassword)
  await submit(house, caller, {
    kind: 'security',
    verb: 'account.change-password',
    subject: { personId, accountId },
    permit: person => {
      if (person.permissions.length === 0) requirePermission(person, 'work')
      house.passwords.keep(accountId, passwordHash)
      house.sessions.closeAll(accountId, sessionId)
    },
  })
}

/** @throws Problem 422 naming the field, for a password that is too easily guessed. */
export function refuseWeak(password: string, accountId: string, path = '/password'): void {
  const objection = objectionToPassword(password, accountId)
  if (objection) throw wrongFields([{ path, id: objection, params: {} }])
}

function subjectOf(house: House, accountId: string): { personId: string; accountId: string } {
  const account = house.people.findAccount(accountId)
  if (!account) throw new Problem('resource.not-found')
  return { personId: account.personId, accountId }
}
