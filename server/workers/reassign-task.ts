import { recusalRecord } from '../registers/recusals.ts'
import { textInput } from './job-inputs.ts'
import type { Worker } from './worker.ts'

/**
 * Takes somebody out of a case who was recused (回避; inputs `recusedId`, `recusalReason`): he is registered, so that no
 * task of the case is his again, and what he holds of it goes back to its candidates.
 */
export const reassignTask: Worker = {
  type: 'reassign-task',
  timeout: 30_000,
  async handle(job, { act, clock, instances, tasks }) {
    const { jobKey, processInstanceKey } = job
    const personId = textInput(job, 'recusedId')
    const reason = textInput(job, 'recusalReason')
    const caseNo = instances.caseOf(processInstanceKey)
    const concerned = caseNo === undefined ? [processInstanceKey] : instances.keysOfCase(caseNo)
    const held = concerned.flatMap(key => tasks.openOf(key)).filter(({ assignee }) => assignee === personId)
    await act(job, {
      verb: 'recusal.apply',
      payload: { person: personId, reason },
      // By the key of the job: done again it says the same, and what was taken from him he holds no more.
      register: [
        recusalRecord({
          recusalId: jobKey,
          caseNo: caseNo ?? '',
          processInstanceKey,
          personId,
          reason,
          at: clock.now(),
        }),
      ],
      commands: held.map(({ userTaskKey, processInstanceKey: of }) => ({
        type: 'UNASSIGN_USER_TASK',
        userTaskKey,
        processInstanceKey: of,
        action: 'unassign',
      })),
    })
    return undefined
  },
}
