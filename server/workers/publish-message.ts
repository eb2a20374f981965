import type { ActivatedJob, Json, Variables } from '../engine/index.ts'
import type { Worker } from './worker.ts'

/** Kept this long for whoever begins to wait for it later, ms. */
const TIME_TO_LIVE_MS = 7 * 24 * 60 * 60 * 1000

/** Sends a message to other instances: `messageName` and `messageKey` from the task's inputs or headers, `messageVariables` from its inputs. */
export const publishMessage: Worker = {
  type: 'publish-message',
  timeout: 30_000,
  async handle(job, tools) {
    await tools.publish(job, {
      name: textOf(job, 'messageName'),
      correlationKey: textOf(job, 'messageKey'),
      // The job comes again after a crash; the engine takes a message of the same id once.
      messageId: job.jobKey,
      timeToLive: TIME_TO_LIVE_MS,
      variables: variablesOf(job),
    })
    return undefined
  },
}

function textOf({ variables, customHeaders, elementId }: ActivatedJob, input: string): string {
  const text = variables[input] ?? customHeaders[input]
  if (typeof text === 'string' && text !== '') return text
  throw new Error(`Expected a text as '${input}' of '${elementId}', found ${kindOf(text)}`)
}

function variablesOf({ variables: { messageVariables = {} }, elementId }: ActivatedJob): Variables {
  if (typeof messageVariables === 'object' && messageVariables !== null && !Array.isArray(messageVariables))
    return messageVariables
  throw new Error(`Expected an object as 'messageVariables' of '${elementId}', found ${kindOf(messageVariables)}`)
}

/** What a value is, for a message that ends in the journal: the value itself may be about a person. */
function kindOf(value: Json | undefined): string {
  if (value === undefined || value === null) return 'nothing'
  if (value === '') return 'an empty text'
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`
}
