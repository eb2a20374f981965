import { compensate } from '../behaviors/compensation.ts'
import { throwEscalation } from '../behaviors/escalations.ts'
import { cancelJobOf, createJob, type JobDefinition, readJob } from '../behaviors/jobs.ts'
import { throwSignal } from '../behaviors/signals.ts'
import { defineElement } from './element.ts'

interface ThrowEventDefinition {
  /** A message is sent by a job. */
  job?: JobDefinition
}

/** Passes; a message event has a job send the message first. */
export const intermediateThrowEvent = defineElement<ThrowEventDefinition>({
  type: 'INTERMEDIATE_THROW_EVENT',
  waits: ({ eventType, definition }) =>
    eventType === 'ESCALATION' || eventType === 'COMPENSATION' || definition.job !== undefined,
  read: ({ source }) => {
    const job = readJob(source)
    return job ? { job } : {}
  },
  mapsInputs: ({ eventType, definition }) => eventType === 'SIGNAL' || definition.job !== undefined,

  mapsOutputs: ({ eventType }) => eventType !== 'COMPENSATION',

  onActivate(execution, node, key) {
    if (node.definition.job) createJob(execution, node.definition.job, key)
    if (node.eventType === 'SIGNAL') return throwSignal(execution, node, key)
    if (node.eventType === 'ESCALATION') return throwEscalation(execution, node, key)
    if (node.eventType === 'COMPENSATION') return () => compensate(execution, node, key)
  },
  onTerminate: (execution, _node, key) => cancelJobOf(execution, key),
})
