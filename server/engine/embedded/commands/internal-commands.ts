import type { Key } from '../../protocol/records.ts'
import type { PreparedResource } from '../prepare-deployment.ts'

/** What the engine tells itself to do when its time has come; nobody else may. */
export interface InternalCommandTypes {
  TRIGGER_TIMER: { timerKey: Key }
  TRIGGER_START_TIMER: { timerKey: Key }
  TIME_OUT_JOB: { jobKey: Key }
  RECUR_JOB: { jobKey: Key }
  EXPIRE_MESSAGE: { messageKey: Key }
  CONTINUE_INSTANCE: { processInstanceKey: Key }
  BAN_INSTANCE: { processInstanceKey: Key; reason: string }
  /** DEPLOY_RESOURCES, after its resources were read. */
  DEPLOY_PREPARED: { resources: PreparedResource[] }
}

export type InternalCommandType = keyof InternalCommandTypes
export type InternalCommand<T extends InternalCommandType = InternalCommandType> = {
  [C in T]: { type: C } & InternalCommandTypes[C]
}[T]
