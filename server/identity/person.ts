import type { Appointment, RegisteredPerson } from '../registers/people.ts'
import { type Permission, roles } from './roles.ts'

/** Somebody who is signed in: who, under which appointments today, and what these allow. */
export interface Person {
  personId: string
  name: string
  accountId: string
  appointments: Appointment[]
  /** `role@org` of each present appointment, as the candidate groups of tasks are written. */
  groups: string[]
  permissions: Permission[]
}

/** Derives groups and permissions; a process administrator does not work, whatever else he is appointed to. */
export function personOf({ personId, name, appointments }: RegisteredPerson, accountId: string): Person {
  const allowed = new Set(appointments.flatMap(({ role }) => roles[role]?.permissions ?? []))
  if (allowed.has('administrate')) allowed.delete('work')
  return {
    personId,
    name,
    accountId,
    appointments,
    groups: appointments.map(({ role, org }) => `${role}@${org}`),
    permissions: [...allowed],
  }
}
