import { dayOf } from '../deadlines/office-day.ts'
import { REVIEWS } from './kinds.ts'
import type { Policy } from './policy.ts'

interface Loan {
  personId: string
  until: string
}

/** R-POOL: who was lent from the pool of reviewers reviews the case until the day of his loan, and no longer. */
export const loan: Policy = ({ verb, person, task, at, case: { known } }) => {
  if (!task.kind || !REVIEWS.has(task.kind)) return undefined
  const [users = [], groups = []] =
    verb === 'cosign' ? [task.cosignUsers, task.cosignGroups] : [task.candidateUsers, task.candidateGroups]
  if (!users.includes(person.id)) return undefined
  if (person.appointments.some(({ role, org }) => groups.includes(`${role}@${org}`))) return undefined
  const loans = Array.isArray(known.loans) ? (known.loans as readonly Loan[]) : []
  const own = loans.findLast(({ personId }) => personId === person.id)
  if (!own || dayOf(at) <= own.until) return undefined
  const basis = ['国办发〔2018〕118号【待核】']
  return { id: 'policy.loan.over', params: { until: own.until }, rule: 'R-POOL', basis }
}
