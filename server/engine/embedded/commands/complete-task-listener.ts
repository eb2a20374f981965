import type { CommandResult } from '../../process-engine.ts'
import type { Command } from '../../protocol/commands.ts'
import { CommandRejected } from '../../protocol/errors.ts'
import type { JobResult, Key } from '../../protocol/records.ts'
import { correct, deny, goOn, taskOf } from '../behaviors/user-tasks/transitions.ts'
import type { Execution } from '../execution.ts'
import type { Job } from '../state/instance-state.ts'

/** What a listener may correct, and what it may deny. */
const CORRECTABLE = ['assignee', 'candidateGroupsList', 'candidateUsersList', 'dueDate', 'followUpDate', 'priority']
const DENIABLE = ['ASSIGNING', 'COMPLETING', 'UPDATING']

/** A listener of a user task is done: it agrees, corrects what the task will be like, or says no (ENGINE Q2). */
export function completeTaskListener(
  execution: Execution,
  job: Job,
  { jobKey, variables, result }: Command<'COMPLETE_JOB'>,
): CommandResult {
  const { type, elementId, elementInstanceKey, retries } = job
  const userTaskKey = taskOf(execution, elementInstanceKey)!
  const corrections = result?.corrections ?? {}
  const correctedAttributes = Object.entries(corrections).flatMap(([name, value]) => (value === null ? [] : [name]))
  refuse(execution, jobKey, job, { ...result, type: 'USER_TASK', correctedAttributes }, variables)
  execution.emit({
    valueType: 'JOB',
    intent: 'COMPLETED',
    key: jobKey,
    value: {
      ...{ type, elementId, elementInstanceKey, retries },
      ...(result && { result: { ...result, type: 'USER_TASK', correctedAttributes } }),
    },
  })
  if (result?.denied) {
    deny(execution, userTaskKey, result.deniedReason)
    return {}
  }
  if (correctedAttributes.length > 0) correct(execution, userTaskKey, correctedAttributes, corrections)
  goOn(execution, userTaskKey)
  return {}
}

function refuse(
  { state: { processInstanceKey, userTasks } }: Execution,
  jobKey: Key,
  { type, elementInstanceKey, listenerEventType = 'CREATING' }: Job,
  { denied, correctedAttributes = [] }: JobResult,
  variables: object = {},
): void {
  const about = `(job key '${jobKey}', type '${type}', processInstanceKey '${processInstanceKey}')`
  const unknown = correctedAttributes.find(name => !CORRECTABLE.includes(name))
  const why =
    (Object.keys(variables).length > 0 &&
      `Task Listener job completion with variables payload provided is not yet supported ${about}. Support will be enabled with the resolution of issue #23702.\n`) ||
    (denied &&
      !DENIABLE.includes(listenerEventType) &&
      `Denying result is not supported for '${listenerEventType}' task listener jobs ${about}. Only the following listener event types support denying: [${DENIABLE.join(', ')}].\n`) ||
    (denied &&
      correctedAttributes.length > 0 &&
      `Expected to complete task listener job with corrections, but the job result is denied ${about}. The corrections would be reverted by the denial. Either complete the job with corrections without setting denied, or complete the job with a denied result but no corrections.\n`) ||
    (listenerEventType === 'CREATING' &&
      correctedAttributes.includes('assignee') &&
      Object.values(userTasks).some(
        task => task.elementInstanceKey === elementInstanceKey && task.transition?.assignee !== undefined,
      ) &&
      `Expected to complete task listener job, but correcting the assignee on 'CREATING' event is not supported when the user task has an assignee defined in the model ${about}. Use the 'CREATING' event to set an assignee only if it was not defined. Use the 'ASSIGNING' event to correct an assignee that is already defined.\n`) ||
    (unknown !== undefined &&
      `Expected to complete task listener job with a corrections result, but property '${unknown}' cannot be corrected ${about}. Only the following properties can be corrected: [${CORRECTABLE.join(', ')}].\n`)
  if (why) throw new CommandRejected('INVALID_ARGUMENT', why)
}
