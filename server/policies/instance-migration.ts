import type { Objection, PolicyHolder } from './policy.ts'

/** R-MIGRATE: running cases go over to another version by two administrators: one plans it, another approves it. */
export function objectionToMigration(person: PolicyHolder, proposedBy: string): Objection | undefined {
  return proposedBy === person.id ? { id: 'policy.migration', rule: 'R-MIGRATE', basis: [] } : undefined
}
