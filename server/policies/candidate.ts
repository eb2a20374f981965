import type { Policy, PolicyPerson, PolicyTask } from './policy.ts'

/** R-ROLE, default deny: a task is for its assignee; one without is for its candidates; one without either is for nobody. */
export const candidate: Policy = ({ verb, person, task }) => {
  if (task.assignee === person.id) return undefined
  if (task.assignee !== undefined && verb !== 'assign') return { id: 'policy.assigned-to-other', ...R_ROLE }
  return isCandidate(person, task) ? undefined : { id: 'policy.no-candidate', ...R_ROLE }
}

const R_ROLE = { rule: 'R-ROLE', basis: [] }

/** Whether the diagram means this person: by name, or by one of the present appointments. */
function isCandidate(person: PolicyPerson, task: PolicyTask): boolean {
  return task.candidateUsers.includes(person.id) || appointmentFor(person, task) !== undefined
}

/** The appointment under which the person is a candidate; it is copied into the act. */
export function appointmentFor(person: PolicyPerson, task: PolicyTask) {
  return person.appointments.find(({ role, org }) => task.candidateGroups.includes(`${role}@${org}`))
}
