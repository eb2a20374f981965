import { terminateChildren } from '../behaviors/children.ts'
import { compensate } from '../behaviors/compensation.ts'
import { catchError, findErrorCatcher, unhandledError } from '../behaviors/errors.ts'
import { throwEscalation } from '../behaviors/escalations.ts'
import { evaluateString } from '../behaviors/expressions.ts'
import { cancelJobOf, createJob, type JobDefinition, readJob } from '../behaviors/jobs.ts'
import { completeIfDone } from '../behaviors/scopes.ts'
import { throwSignal } from '../behaviors/signals.ts'
import type { ErrorDefinition } from '../event-definitions/error.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import { defineElement } from './element.ts'

interface EndEventDefinition {
  /** A message is sent by a job. */
  job?: JobDefinition
}

/** Where a path ends: quietly, with an error, with a message (a job), or with everything else in its scope. */
export const endEvent = defineElement<EndEventDefinition>({
  type: 'END_EVENT',
  waits: ({ eventType, definition }) =>
    eventType === 'ERROR' || eventType === 'ESCALATION' || eventType === 'COMPENSATION' || definition.job !== undefined,

  read: ({ source, eventType }) => {
    const job = eventType === 'bpmn:MessageEventDefinition' ? readJob(source) : undefined
    return job ? { job } : {}
  },

  mapsInputs: ({ eventType, definition }) => eventType === 'SIGNAL' || definition.job !== undefined,

  mapsOutputs: ({ eventType }) => eventType !== 'TERMINATE' && eventType !== 'COMPENSATION',

  onActivate(execution, node, key) {
    if (node.definition.job) createJob(execution, node.definition.job, key)
    if (node.eventType === 'COMPENSATION') return () => compensate(execution, node, key)
    if (node.eventType === 'ESCALATION') return throwEscalation(execution, node, key)
    if (node.eventType === 'SIGNAL') return throwSignal(execution, node, key)
    if (node.eventType !== 'ERROR') return
    // An error that nobody catches leaves the event unactivated.
    const catcher = findCatcher(execution, node, key)
    return () => catchError(execution, catcher)
  },

  afterComplete(execution, { eventType }, scopeKey) {
    if (eventType !== 'TERMINATE') return completeIfDone(execution, scopeKey)
    if (!terminateChildren(execution, scopeKey)) completeIfDone(execution, scopeKey)
  },

  onTerminate: (execution, _node, key) => cancelJobOf(execution, key),
})

function findCatcher(execution: Execution, { event }: ExecutableNode<EndEventDefinition>, key: string) {
  const code = evaluateString(execution, (event!.definition as ErrorDefinition).code!, key)
  const catcher = findErrorCatcher(execution, key, code)
  if (!catcher) throw unhandledError(execution, key, code)
  return catcher
}
