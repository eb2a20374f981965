import type { RegisterRecord } from '../../journal/act.ts'
import type { UserTask } from '../../projections/index.ts'
import { OPINION_REGISTER } from '../../registers/cases/opinion-rows.ts'
import type { House } from '../house.ts'

/** Work whose qualification is written down with it. */
const REVIEW = /^legal-review-/

/** With which qualification those who complete a review give their opinion: as it is registered at the act. */
export function reviewerRecords(
  { registers }: House,
  { kind, userTaskKey }: Pick<UserTask, 'kind' | 'userTaskKey'>,
  personIds: readonly string[],
): RegisterRecord[] {
  if (kind === null || !REVIEW.test(kind)) return []
  const qualification = personIds.map(personId => ({ personId, ...registers.find('qualifications', personId) }))
  return [{ register: OPINION_REGISTER, op: 'put', id: userTaskKey, value: { qualification, signers: [...personIds] } }]
}
