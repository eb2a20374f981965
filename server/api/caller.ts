import type { Person } from '../identity/person.ts'
import type { Act, Actor } from '../journal/act.ts'
import type { PolicyHolder } from '../policies/index.ts'

/** On whose behalf an act comes in, and how. */
export interface Caller {
  person: Person
  via: NonNullable<Actor['via']>
  /** Set when a program acts for itself: then `person` is nobody but the bearer of its roles. */
  client?: string
  /** Set when the caller wants a repeated request to be answered, not carried out again. */
  idempotency?: Act['idempotency']
}

/** The person as the rules know him. */
export function policyPerson({ personId, appointments }: Pick<Person, 'personId' | 'appointments'>): PolicyHolder {
  return { id: personId, appointments }
}
