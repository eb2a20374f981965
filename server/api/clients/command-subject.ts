import type { Command, Key } from '../../engine/index.ts'
import type { House } from '../house.ts'
import type { EngineRows } from './engine-rows.ts'

/** The running or ended instance a command is about, if there is one; a made-up key is about none. */
export function instanceOf(house: House, rows: EngineRows, command: Command): Key | undefined {
  switch (command.type) {
    case 'CANCEL_PROCESS_INSTANCE':
    case 'MODIFY_PROCESS_INSTANCE':
    case 'MIGRATE_PROCESS_INSTANCE':
    case 'SUSPEND_PROCESS_INSTANCE':
    case 'RESUME_PROCESS_INSTANCE':
    case 'DELETE_PROCESS_INSTANCE':
      return house.instances.find(command.processInstanceKey)?.processInstanceKey
    case 'COMPLETE_JOB':
    case 'FAIL_JOB':
    case 'THROW_ERROR':
    case 'UPDATE_JOB_RETRIES':
    case 'UPDATE_JOB_TIMEOUT':
      return jobOf(rows, command.jobKey)?.processInstanceKey
    case 'COMPLETE_USER_TASK':
    case 'ASSIGN_USER_TASK':
    case 'UNASSIGN_USER_TASK':
    case 'UPDATE_USER_TASK':
      return house.tasks.find(command.userTaskKey)?.processInstanceKey
    case 'RESOLVE_INCIDENT':
      return house.incidents.find(command.incidentKey)?.processInstanceKey
    case 'SET_VARIABLES':
      return ownerOf(house, rows, command.elementInstanceKey)
    case 'ACTIVATE_AD_HOC_ELEMENTS':
      return ownerOf(house, rows, command.adHocSubProcessInstanceKey)
    default:
      return undefined
  }
}

/** The job of a key, if it is one. */
export function jobOf(rows: EngineRows, jobKey: Key): { type: string; processInstanceKey: Key } | undefined {
  return isKey(jobKey) ? rows.findJob(jobKey) : undefined
}

function ownerOf(house: House, rows: EngineRows, elementInstanceKey: Key): Key | undefined {
  if (!isKey(elementInstanceKey)) return undefined
  return house.instances.find(elementInstanceKey)?.processInstanceKey ?? rows.instancesNaming(elementInstanceKey)[0]
}

/** Whether a text can be a key of this engine at all. */
function isKey(text: string): boolean {
  return /^\d{1,16}$/.test(text) && Number.isSafeInteger(Number(text))
}

/** What the journal calls the act, and the keys it names. */
export function deedOf(command: Command): { verb: string; subject: Record<string, string> } {
  const subject = Object.fromEntries(
    SUBJECTS.flatMap(name => {
      const value = (command as Record<string, unknown>)[name]
      return typeof value === 'string' && value.length <= LONGEST_NAME ? [[name, value]] : []
    }),
  )
  return { verb: VERBS[command.type], subject }
}

/** No key and no id is longer; what is would only fill the book, which keeps refusals too. */
const LONGEST_NAME = 200

/** Members by which commands say what they are about. An instance is named only when it is known. */
const SUBJECTS = [
  'jobKey',
  'jobType',
  'userTaskKey',
  'incidentKey',
  'elementInstanceKey',
  'adHocSubProcessInstanceKey',
  'resourceKey',
  'decisionId',
  'decisionKey',
  'bpmnProcessId',
  'processDefinitionKey',
  'name',
  'signalName',
]

const VERBS: Readonly<Record<Command['type'], string>> = {
  DEPLOY_RESOURCES: 'deployment.create',
  DELETE_RESOURCE: 'resource.delete',
  SWITCH_STARTS: 'starts.switch',
  EVALUATE_DECISION: 'decision.evaluate',
  CREATE_PROCESS_INSTANCE: 'process-instance.create',
  CANCEL_PROCESS_INSTANCE: 'process-instance.cancel',
  MODIFY_PROCESS_INSTANCE: 'process-instance.modify',
  MIGRATE_PROCESS_INSTANCE: 'process-instance.migrate',
  SUSPEND_PROCESS_INSTANCE: 'process-instance.suspend',
  RESUME_PROCESS_INSTANCE: 'process-instance.resume',
  DELETE_PROCESS_INSTANCE: 'process-instance.delete',
  SET_VARIABLES: 'variables.set',
  RESOLVE_INCIDENT: 'incident.resolve',
  ACTIVATE_AD_HOC_ELEMENTS: 'ad-hoc-elements.activate',
  ACTIVATE_JOBS: 'job.activate',
  COMPLETE_JOB: 'job.complete',
  FAIL_JOB: 'job.fail',
  THROW_ERROR: 'job.throw-error',
  UPDATE_JOB_RETRIES: 'job.update-retries',
  UPDATE_JOB_TIMEOUT: 'job.update-timeout',
  PUBLISH_MESSAGE: 'message.publish',
  CORRELATE_MESSAGE: 'message.correlate',
  BROADCAST_SIGNAL: 'signal.broadcast',
  EVALUATE_CONDITIONALS: 'conditionals.evaluate',
  COMPLETE_USER_TASK: 'user-task.complete',
  ASSIGN_USER_TASK: 'user-task.assign',
  UNASSIGN_USER_TASK: 'user-task.release',
  UPDATE_USER_TASK: 'user-task.update',
}
