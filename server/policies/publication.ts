import type { Objection, PolicyHolder } from './policy.ts'

/**
 * R-PUBLISH: a procedure comes into force by two administrators: one hands it in, another publishes it.
 * @param submittedBy who handed it in; nobody, where it would be published without having been handed in
 */
export function objectionToPublication(person: PolicyHolder, submittedBy: string | undefined): Objection | undefined {
  if (submittedBy === undefined) return { id: 'policy.publication.unreviewed', rule: 'R-PUBLISH', basis: [] }
  return submittedBy === person.id ? { id: 'policy.publication', rule: 'R-PUBLISH', basis: [] } : undefined
}
