import type { Policy, PolicyHolder, PolicyTask } from './policy.ts'

/** R-ROLE, default deny: a task is for its assignee; one without is for its candidates; one without either is for nobody. */
export const candidate: Policy = ({ verb, person, task }) => {
  if (verb === 'cosign') return isCosigner(person, task) ? undefined : { id: 'policy.no-candidate', ...R_ROLE }
  if (task.assignee === person.id) return undefined
  if (task.assignee !== undefined && verb !== 'assign') return { id: 'policy.assigned-to-other', ...R_ROLE }
  return isCandidate(person, task) ? undefined : { id: 'policy.no-candidate', ...R_ROLE }
}

const R_ROLE = { rule: 'R-ROLE', basis: [] }

/** The second signature is given by groups of its own, or by another candidate. */
function isCosigner(person: PolicyHolder, task: PolicyTask): boolean {
  const { cosignGroups, cosignUsers = [] } = task
  return cosignGroups
    ? cosignUsers.includes(person.id) || appointmentFor(person, { candidateGroups: cosignGroups }) !== undefined
    : isCandidate(person, task)
}

/** Whether the diagram means this person: by name, or by one of the present appointments. */
function isCandidate(person: PolicyHolder, task: PolicyTask): boolean {
  return task.candidateUsers.includes(person.id) || appointmentFor(person, task) !== undefined
}

/** The appointment under which the person is a candidate; it is copied into the act. */
export function appointmentFor(person: PolicyHolder, task: Pick<PolicyTask, 'candidateGroups'>) {
  return person.appointments.find(({ role, org }) => task.candidateGroups.includes(`${role}@${org}`))
}
