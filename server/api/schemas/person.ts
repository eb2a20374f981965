import { z } from '@hono/zod-openapi'
import type { Person } from '../../identity/person.ts'
import { PERMISSIONS, roleName } from '../../identity/roles.ts'
import type { Appointment } from '../../registers/people.ts'
import type { House } from '../house.ts'
import type { Language } from '../language.ts'

/** Somebody named: the id for programs, the name for people. */
export const NamedSchema = z.object({ id: z.string(), name: z.string() }).openapi('Named')

export const AppointmentSchema = z
  .object({
    role: z.string(),
    roleName: z.string(),
    org: z.string(),
    orgName: z.string(),
    from: z.string(),
    to: z.string().nullable(),
    isActing: z.boolean(),
  })
  .openapi('Appointment')

export const PersonSchema = z
  .object({
    personId: z.string(),
    name: z.string(),
    accountId: z.string(),
    appointments: z.array(AppointmentSchema),
    groups: z.array(z.string()),
    permissions: z.array(z.enum(PERMISSIONS)),
    demo: z.boolean(),
  })
  .openapi('Person')

/** The signed-in person as pages read him. */
export function personJson(house: House, person: Person, language: Language): z.infer<typeof PersonSchema> {
  return {
    ...person,
    appointments: person.appointments.map(appointment => appointmentJson(house, appointment, language)),
    demo: house.isDemo,
  }
}

/** An appointment with its names; the organisation's as of a day, if one is given. */
export function appointmentJson(
  { people }: House,
  { role, org, from, to, isActing }: Appointment,
  language: Language,
  day?: string,
) {
  return {
    role,
    roleName: roleName(role, language),
    org,
    orgName: people.findOrganisation(org, day)?.name ?? org,
    from,
    to,
    isActing,
  }
}
