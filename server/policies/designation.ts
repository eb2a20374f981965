import type { Objection, Policy } from './policy.ts'

/** Offices of the justice bureau, which coordinates and designates nothing; the leading group's office sits there. */
const COORDINATORS = /^justice-|^leading-group-office$/
const LEADER = 'district-leader'

/**
 * R-DESIGNATE: the competent office is designated by the government above all parties, never by the justice bureau, however
 * somebody there came by the task (行政处罚法 第25条第2款).
 */
export const designation: Policy = ({ verb, person, task }) => {
  if (task.kind !== 'jurisdiction-designation' || verb === 'release') return undefined
  if (person.appointments.some(({ role }) => COORDINATORS.test(role))) return objection('justice')
  return person.appointments.some(({ role }) => role === LEADER) ? undefined : objection('leader')
}

function objection(why: 'justice' | 'leader'): Objection {
  return { id: `policy.designation.${why}`, rule: 'R-DESIGNATE', basis: ['行政处罚法 第25条第2款'] }
}
