import { officeDate } from '../../clock/office-date.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { type Change, changeOf, changeRegisters } from './change-registers.ts'
import { Complaints, checkAppointment, type WantedAppointment } from './register-checks.ts'

/** Registers somebody with appointments; an account is opened by itself. */
export async function addPerson(
  house: House,
  caller: Caller,
  person: { personId: string; name: string; appointments: readonly WantedAppointment[] },
): Promise<void> {
  const { personId, name, appointments } = person
  if (house.people.nameOf(personId) !== undefined) throw new Problem('register.taken', { id: personId })
  const complaints = new Complaints()
  for (const [index, wanted] of appointments.entries())
    checkAppointment(house, wanted, appointments.slice(0, index), complaints)
  complaints.refuse()
  await changeRegisters(house, caller, {
    verb: 'person.add',
    permission: 'administrate',
    subject: { personId },
    changes: [
      changeOf(house, 'persons', personId, { name }),
      ...appointments.map(wanted => appointmentChange(house, personId, wanted)),
    ],
  })
}

/** Corrects a name. */
export async function renamePerson(
  house: House,
  caller: Caller,
  personId: string,
  { name, reason }: { name: string; reason: string },
): Promise<void> {
  requirePerson(house, personId)
  await changeRegisters(house, caller, {
    verb: 'person.change',
    permission: 'administrate',
    subject: { personId },
    changes: [changeOf(house, 'persons', personId, { name })],
    reason,
  })
}

/** Appoints somebody. */
export async function appoint(
  house: House,
  caller: Caller,
  personId: string,
  wanted: WantedAppointment,
): Promise<void> {
  requirePerson(house, personId)
  const complaints = new Complaints()
  checkAppointment(house, wanted, house.people.appointmentsOf(personId).filter(isNotEmpty), complaints)
  complaints.refuse()
  await changeRegisters(house, caller, {
    verb: 'appointment.add',
    permission: 'administrate',
    subject: { personId },
    changes: [appointmentChange(house, personId, wanted)],
  })
}

/** What may be changed of an appointment; who holds what where stays as it was written. */
export interface AppointmentEdit {
  appointmentId: string
  to: string | null
  isActing: boolean
  /** Ends it now: what it allowed is over with this act, not with the day. */
  isEnded: boolean
  reason: string
}

/** Changes the end or the capacity of an appointment, or ends it at once. */
export async function changeAppointment(
  house: House,
  caller: Caller,
  personId: string,
  { appointmentId, to, isActing, isEnded, reason }: AppointmentEdit,
): Promise<void> {
  const all = house.people.appointmentsOf(personId)
  const present = all.find(each => each.appointmentId === appointmentId)
  if (!present) throw new Problem('resource.not-found')
  const now = house.clock.now()
  const end = isEnded ? officeDate(now) : to
  const complaints = new Complaints()
  const others = all.filter(each => each !== present && isNotEmpty(each))
  checkAppointment(house, { ...present, to: end, isActing }, others, complaints)
  complaints.refuse()
  await changeRegisters(house, caller, {
    verb: isEnded ? 'appointment.end' : 'appointment.change',
    permission: 'administrate',
    subject: { personId, appointmentId },
    changes: [
      changeOf(house, 'appointments', appointmentId, {
        validTo: end,
        capacity: isActing ? 'acting' : null,
        endedAt: isEnded ? new Date(now).toISOString() : null,
      }),
    ],
    reason,
  })
}

/** The change that enters an appointment; the same one entered again is a change of it. */
export function appointmentChange(house: House, personId: string, wanted: WantedAppointment): Change {
  const { role, org, from, to, isActing } = wanted
  return changeOf(house, 'appointments', `${personId}/${role}@${org}/${from}`, {
    ...{ personId, role, org, validFrom: from, validTo: to },
    ...{ capacity: isActing ? 'acting' : null, endedAt: null },
  })
}

/** @throws Problem 404 when nobody is registered under this id. */
export function requirePerson(house: House, personId: string): void {
  if (house.people.nameOf(personId) === undefined) throw new Problem('resource.not-found')
}

/** One that was ended on its first day was never a whole day in force, and overlaps nothing. */
function isNotEmpty({ from, to, endedAt }: { from: string; to: string | null; endedAt: string | null }): boolean {
  return !(endedAt !== null && from === to)
}
