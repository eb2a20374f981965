import { officeDate } from '../clock/office-date.ts'
import { textInput } from './job-inputs.ts'
import type { Worker } from './worker.ts'

/** Kinds of the tasks that are reviews of a case. */
const REVIEW = /^legal-review-/

/**
 * Lends a reviewer of the district's pool to a review (协作池借调; inputs `lentId`, `loanReason`, `loanUntil`): one who may then
 * claim its open review, and, by the returned `lentReviewerIds`, those that come, until the last day of the loan (`loans`).
 */
export const lendReviewer: Worker = {
  type: 'lend-reviewer',
  timeout: 30_000,
  async handle(job, { act, tasks, clock }) {
    const personId = textInput(job, 'lentId')
    const until = textInput(job, 'loanUntil')
    const from = officeDate(clock.now())
    const { lentReviewerIds: lent, loans } = job.variables
    const known = Array.isArray(lent) ? lent.map(String) : []
    const open = tasks
      .openOf(job.processInstanceKey)
      .filter(({ kind, candidateUsers }) => REVIEW.test(kind ?? '') && !candidateUsers.includes(personId))
    await act(job, {
      verb: 'reviewer.lend',
      payload: { person: personId, lentFrom: from, lentUntil: until, reason: textInput(job, 'loanReason') },
      commands: open.map(({ userTaskKey, processInstanceKey, candidateUsers }) => ({
        type: 'UPDATE_USER_TASK',
        userTaskKey,
        processInstanceKey,
        changes: { candidateUsersList: [...candidateUsers, personId] },
        action: 'update',
      })),
    })
    const before = Array.isArray(loans) ? loans : []
    return { lentReviewerIds: [...new Set([...known, personId])], loans: [...before, { personId, from, until }] }
  },
}
