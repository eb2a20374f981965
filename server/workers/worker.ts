import type { ActivatedJob, Command, CommandType, Variables } from '../engine/index.ts'

/** What a worker may use. */
export interface WorkerTools {
  /** Sends a message in the name of the job; the message id makes a repetition harmless. */
  publish(
    job: ActivatedJob,
    message: Omit<Extract<Command<CommandType>, { type: 'PUBLISH_MESSAGE' }>, 'type'>,
  ): Promise<void>
}

/** Works one job type. It must be idempotent by job key: after a crash the same job comes again. */
export interface Worker {
  type: string
  /** Lease in ms; after it another attempt may begin. */
  timeout: number
  /** Throws BpmnError for the business's no, any other Error to try again later. */
  handle(job: ActivatedJob, tools: WorkerTools): Promise<Variables | undefined>
}
