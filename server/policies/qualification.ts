import { dayOf } from '../deadlines/office-day.ts'
import { REVIEWS } from './kinds.ts'
import type { Policy, TaskRequest } from './policy.ts'

/**
 * R-QUAL58: who reviews penalty decisions, at any of the three levels, has the national legal qualification; who did so
 * before the office's date is exempt if the ground for it is registered (行政处罚法 第58条第2款; the date is 【待核】).
 * A review whose type nobody stated counts as one of a penalty.
 */
export const qualification: Policy = request => {
  const { task } = request
  if (!task.kind || !REVIEWS.has(task.kind)) return undefined
  if ((request.case.reviewType ?? 'penalty') !== 'penalty') return undefined
  if (isQualified(request)) return undefined
  return {
    id: 'policy.qualification',
    params: { since: request.parameters.qualificationSince },
    rule: 'R-QUAL58',
    basis: ['行政处罚法 第58条第2款'],
  }
}

/** Whether somebody may review penalty decisions at an instant. */
export function isQualified({ person, at, parameters }: Qualifying): boolean {
  const { number = null, grantedOn = null, reviewerSince = null, exemption = null } = person.qualification ?? {}
  if (number !== null && (grantedOn === null || grantedOn <= dayOf(at))) return true
  return exemption !== null && reviewerSince !== null && reviewerSince < parameters.qualificationSince
}

/** Whose qualification, when, and what the office has set. */
interface Qualifying extends Pick<TaskRequest, 'at' | 'parameters'> {
  person: Pick<TaskRequest['person'], 'qualification'>
}
