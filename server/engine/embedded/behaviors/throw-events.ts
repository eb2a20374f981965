import type { AfterActivation, Element } from '../elements/element.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import { compensate } from './compensation.ts'
import { throwError } from './errors.ts'
import { throwEscalation } from './escalations.ts'
import { cancelJobOf, createJob, type JobDefinition, readJob } from './jobs.ts'
import { throwSignal } from './signals.ts'

export interface ThrowEventDefinition {
  /** A message is sent by a job. */
  job?: JobDefinition
}

/** How one kind of event is thrown. */
interface Thrower {
  /** Whether the event stays until what it throws has been dealt with. */
  waits: boolean
  throws(execution: Execution, node: Pick<ExecutableNode, 'id' | 'event'>, key: string): AfterActivation
}

/** Every kind that is thrown by the engine itself, not by a job. A new one is one line. */
const throwers: Record<string, Thrower> = {
  SIGNAL: { waits: false, throws: throwSignal },
  ERROR: { waits: true, throws: throwError },
  ESCALATION: { waits: true, throws: throwEscalation },
  COMPENSATION: { waits: true, throws: (execution, node, key) => () => compensate(execution, node, key) },
}

/** What events in the middle of a path and at its end have in common when they throw something. */
export const throwing: Pick<
  Element<ThrowEventDefinition>,
  'waits' | 'read' | 'mapsInputs' | 'mapsOutputs' | 'onActivate' | 'onTerminate'
> = {
  waits: ({ eventType = '', definition }) => throwers[eventType]?.waits ?? definition.job !== undefined,

  read: ({ source, eventType }) => {
    const job = eventType === 'bpmn:MessageEventDefinition' ? readJob(source) : undefined
    return job ? { job } : {}
  },

  mapsInputs: ({ eventType, definition }) => eventType === 'SIGNAL' || definition.job !== undefined,
  mapsOutputs: ({ eventType }) => eventType !== 'TERMINATE' && eventType !== 'COMPENSATION',

  onActivate(execution, node, key) {
    const { job } = node.definition
    if (job) return createJob(execution, job, key)
    return throwers[node.eventType ?? '']?.throws(execution, node, key)
  },

  onTerminate: (execution, _node, key) => cancelJobOf(execution, key),
}
