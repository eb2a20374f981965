import type { ActivatedJob, Variables } from '../engine/index.ts'
import { kindOf, textInput } from './job-inputs.ts'
import type { Worker } from './worker.ts'

/** Kept this long for whoever begins to wait for it later, ms. */
const TIME_TO_LIVE_MS = 7 * 24 * 60 * 60 * 1000

/** Sends a message to other instances: `messageName` and `messageKey` from the task's inputs or headers, `messageVariables` from its inputs. */
export const publishMessage: Worker = {
  type: 'publish-message',
  timeout: 30_000,
  async handle(job, tools) {
    await tools.publish(job, {
      name: textInput(job, 'messageName'),
      correlationKey: textInput(job, 'messageKey'),
      // The job comes again after a crash; the engine takes a message of the same id once.
      messageId: job.jobKey,
      timeToLive: TIME_TO_LIVE_MS,
      variables: variablesOf(job),
    })
    return undefined
  },
}

function variablesOf({ variables: { messageVariables = {} }, elementId }: ActivatedJob): Variables {
  if (typeof messageVariables === 'object' && messageVariables !== null && !Array.isArray(messageVariables))
    return messageVariables
  throw new Error(`Expected an object as 'messageVariables' of '${elementId}', found ${kindOf(messageVariables)}`)
}
