/** Why a command was not accepted; the names are Zeebe's rejection types. Nothing changed. */
export type RejectionType =
  | 'NOT_FOUND'
  | 'INVALID_STATE'
  | 'INVALID_ARGUMENT'
  | 'ALREADY_EXISTS'
  | 'FORBIDDEN'
  | 'EXCEEDED_BATCH_RECORD_SIZE'

/** What a person is told beside the reason: a message id with its parameters (see `words.ts` of the room that speaks). */
export interface RejectionDetail {
  /** Message id, for example `policy.separation-of-duty`. */
  id: string
  /** Parameters of the message; plain data, so that it can be journaled. */
  params?: Record<string, string | number | boolean | string[]>
  /** The rule that objects, for example `R-SOD`. */
  rule?: string
  /** Article references the rule rests on. */
  basis?: string[]
}

/** The caller is wrong: the act is refused, nothing changed. */
export class CommandRejected extends Error {
  override readonly name = 'CommandRejected'
  constructor(
    readonly type: RejectionType,
    /** English, for operators and protocols: what was expected, what was found, where. */
    readonly reason: string,
    readonly detail?: RejectionDetail,
  ) {
    super(reason)
  }
}

/** Incident types (Zeebe's ErrorType). */
export type ErrorType =
  | 'UNKNOWN'
  | 'IO_MAPPING_ERROR'
  | 'JOB_NO_RETRIES'
  | 'EXECUTION_LISTENER_NO_RETRIES'
  | 'TASK_LISTENER_NO_RETRIES'
  | 'AD_HOC_SUB_PROCESS_NO_RETRIES'
  | 'CONDITION_ERROR'
  | 'EXTRACT_VALUE_ERROR'
  | 'CALLED_ELEMENT_ERROR'
  | 'UNHANDLED_ERROR_EVENT'
  | 'MESSAGE_SIZE_EXCEEDED'
  | 'CALLED_DECISION_ERROR'
  | 'DECISION_EVALUATION_ERROR'
  | 'FORM_NOT_FOUND'
  | 'RESOURCE_NOT_FOUND'
  /** Ours: 100,000 steps without a wait state (ARCHITECTURE: step budget). */
  | 'STEP_LIMIT_EXCEEDED'

/** The process cannot go on: the step is rolled back and an incident is raised at the element. */
export class Failure extends Error {
  override readonly name = 'Failure'
  constructor(
    readonly errorType: ErrorType,
    message: string,
    /** Where an operator has to set variables to mend it; default: the element's own scope. */
    readonly variableScopeKey?: string,
  ) {
    super(message)
  }
}

/** The business said no: caught by an error boundary event or event sub-process, else an incident. */
export class BpmnError extends Error {
  override readonly name = 'BpmnError'
  constructor(
    readonly code: string,
    message = '',
    readonly variables: Record<string, unknown> = {},
  ) {
    super(message)
  }
}
