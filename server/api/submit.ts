import { officeDate } from '../clock/office-date.ts'
import { type Command, CommandRejected, type Json, type Outcome } from '../engine/index.ts'
import { type Person, personOf } from '../identity/person.ts'
import type { Permission } from '../identity/roles.ts'
import type { Act, Actor, EntryKind, RegisterRecord } from '../journal/act.ts'
import type { PolicyAppointment } from '../policies/index.ts'
import { type Fact, factTimes } from './acts/late-entry.ts'
import type { Caller } from './caller.ts'
import type { House } from './house.ts'

/** What a person does: everything of the act but who, when and how it came in. */
export interface Deed {
  kind: EntryKind
  verb: string
  /** Mandatory for acts on a procedure. */
  caseNo?: string
  subject?: Record<string, string>
  payload?: Record<string, Json>
  register?: RegisterRecord[]
  /** Names of variables and payload members whose values are personal data. */
  personal?: string[]
  commands?: Command[]
  /** The appointment acted under; default: the person's first. */
  appointment?: PolicyAppointment | undefined
  /**
   * Says no by throwing CommandRejected. Runs inside the act's savepoint, so it sees what earlier acts of the same
   * batch wrote; the person is given as appointed at that moment, and the act, of which some things (the number of a
   * new case) are known only there. Every deed has one: what nobody permits is denied.
   */
  permit(person: Person, act: Act): void
  /** What happened before it is entered; asked inside the savepoint, after `permit`. */
  facts?(): readonly Fact[]
  /** Asked when one of them is entered late: says no by throwing, as `permit` does. */
  permitLate?(reason: string): unknown
  /** Of a countersignature: who signed first. */
  signer?: Actor['signer']
  /** The certificate the person acts on, as it stands at the act; asked inside the savepoint. */
  papers?(person: Person): Pick<Actor, 'certNo' | 'certState'>
}

/** The one gate: whatever a person does becomes an act of the journal here, or a refusal in it. */
export function submit(house: House, caller: Caller, deed: Deed): Promise<Outcome> {
  const { permit, commands = [] } = deed
  const act = actOf(house, caller, deed)
  return house.engine.submit({
    act,
    commands,
    guard: () => {
      const person = presentPerson(house, caller)
      permit(person, act)
      if (deed.papers) Object.assign(act.actor, deed.papers(person))
      Object.assign(act, factTimes(house, deed.facts?.() ?? [], act.at))
      if (act.late) deed.permitLate?.(act.late.reason)
    },
  })
}

/** Appointments may have ended since the session was opened, or a moment ago in the same batch. */
function presentPerson({ people, clock }: House, { person, client }: Caller): Person {
  // A client's roles are settings; they change with a restart.
  if (client !== undefined) return person
  const registered = people.findPerson(person.personId, officeDate(clock.now()))
  if (!registered) throw new CommandRejected('FORBIDDEN', `Nobody is registered as '${person.personId}'`)
  return personOf(registered, person.accountId)
}

function actOf(house: House, { person, client, via, idempotency }: Caller, deed: Deed): Act {
  const { kind, verb, caseNo, subject, payload, register, personal, appointment = person.appointments[0] } = deed
  const actor: Actor = {
    kind: client === undefined ? 'person' : 'client',
    id: client ?? person.personId,
    ...(appointment && { role: appointment.role, org: appointment.org }),
    via,
    ...(deed.signer && { signer: deed.signer }),
  }
  return {
    kind,
    verb,
    actor,
    at: house.clock.now(),
    ...(caseNo !== undefined && { caseNo }),
    ...(subject && { subject }),
    ...(payload && { payload }),
    ...(register && { register }),
    ...(personal && { personal }),
    ...(idempotency && { idempotency }),
  }
}

/** Refuses who lacks a permission, and journals that alone: before anything he brought is read or written down. */
export async function refuseWithout(
  permission: Permission,
  house: House,
  caller: Caller,
  deed: Pick<Deed, 'kind' | 'verb' | 'caseNo' | 'subject'>,
): Promise<void> {
  if (caller.person.permissions.includes(permission)) return
  await submit(house, caller, { ...deed, permit: () => requirePermission(caller.person, permission) })
}

/** Refuses who lacks a permission; for deeds that no task gives a right to. */
export function requirePermission(person: Person, permission: Permission): void {
  if (person.permissions.includes(permission)) return
  throw new CommandRejected('FORBIDDEN', `Expected the permission '${permission}' of '${person.personId}'`, {
    id: 'permission.missing',
    params: { permission: `permission.${permission}` },
  })
}
