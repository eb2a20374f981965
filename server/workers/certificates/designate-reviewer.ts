import { textInput } from '../job-inputs.ts'
import type { Worker } from '../worker.ts'

/**
 * Gives a review to somebody whom the head designates, because by the separation of duty nobody else is left (inputs `taskId`,
 * `designatedId`, `designationReason`, `designatedIds`): he may claim the open task, and by the returned `designatedIds` those
 * that come. What bars him by his own part in the matter bars him all the same.
 */
export const designateReviewer: Worker = {
  type: 'designate-reviewer',
  timeout: 30_000,
  async handle(job, { act, tasks }) {
    const personId = textInput(job, 'designatedId')
    const taskId = textInput(job, 'taskId')
    const { designatedIds: known } = job.variables
    const before = Array.isArray(known) ? known.map(String) : []
    const open = tasks
      .openOf(job.processInstanceKey)
      .filter(({ elementId, candidateUsers }) => elementId === taskId && !candidateUsers.includes(personId))
    await act(job, {
      verb: 'reviewer.designate',
      payload: { person: personId, reason: textInput(job, 'designationReason') },
      commands: open.map(({ userTaskKey, processInstanceKey, candidateUsers }) => ({
        type: 'UPDATE_USER_TASK',
        userTaskKey,
        processInstanceKey,
        changes: { candidateUsersList: [...candidateUsers, personId] },
        action: 'update',
      })),
    })
    return { designatedIds: [...new Set([...before, personId])] }
  },
}
