import { cancelJobOf, createJob, type JobDefinition, readJob } from '../behaviors/jobs.ts'
import { defineElement } from './element.ts'

interface ThrowEventDefinition {
  /** A message is sent by a job. */
  job?: JobDefinition
}

/** Passes; a message event has a job send the message first. */
export const intermediateThrowEvent = defineElement<ThrowEventDefinition>({
  type: 'INTERMEDIATE_THROW_EVENT',
  waits: ({ definition }) => definition.job !== undefined,
  read: ({ source }) => {
    const job = readJob(source)
    return job ? { job } : {}
  },
  mapsInputs: ({ definition }) => definition.job !== undefined,

  onActivate(execution, { definition }, key) {
    if (definition.job) createJob(execution, definition.job, key)
  },
  onTerminate: (execution, _node, key) => cancelJobOf(execution, key),
})
