import type { Instant } from '../../engine/index.ts'
import type { Person } from '../../identity/person.ts'
import type { PolicyPerson, PolicyQualification } from '../../policies/index.ts'
import type { House } from '../house.ts'
import { lazy } from './lazy.ts'

/** Somebody as the rules know him at the instant of an act; certificates and qualification are fetched when a rule asks. */
export function policyPersonAt(
  { registers }: House,
  { personId, appointments }: Pick<Person, 'personId' | 'appointments'>,
  at: Instant,
): PolicyPerson {
  return lazy<PolicyPerson>({
    id: () => personId,
    appointments: () => appointments,
    certificates: () => registers.certificates.certificatesOf(personId, at),
    qualification: () => registers.find('qualifications', personId) as PolicyQualification | undefined,
  })
}
