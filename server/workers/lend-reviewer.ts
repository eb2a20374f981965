import { textInput } from './job-inputs.ts'
import type { Worker } from './worker.ts'

/** Kinds of the tasks that are reviews of a case. */
const REVIEW = /^legal-review-/

/**
 * Lends a reviewer of the district's pool to a review (协作池借调; inputs `lentId`, `loanReason`): one who may then claim
 * its open review, and, by the returned `lentReviewerIds`, those that come.
 */
export const lendReviewer: Worker = {
  type: 'lend-reviewer',
  timeout: 30_000,
  async handle(job, { act, tasks }) {
    const personId = textInput(job, 'lentId')
    const { lentReviewerIds: lent } = job.variables
    const known = Array.isArray(lent) ? lent.map(String) : []
    const open = tasks
      .openOf(job.processInstanceKey)
      .filter(({ kind, candidateUsers }) => REVIEW.test(kind ?? '') && !candidateUsers.includes(personId))
    await act(job, {
      verb: 'reviewer.lend',
      payload: { person: personId, reason: textInput(job, 'loanReason') },
      commands: open.map(({ userTaskKey, processInstanceKey, candidateUsers }) => ({
        type: 'UPDATE_USER_TASK',
        userTaskKey,
        processInstanceKey,
        changes: { candidateUsersList: [...candidateUsers, personId] },
        action: 'update',
      })),
    })
    return { lentReviewerIds: [...new Set([...known, personId])] }
  },
}
