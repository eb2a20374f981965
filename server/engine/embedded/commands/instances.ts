import { CommandRejected } from '../../protocol/errors.ts'
import type { Key, Variables } from '../../protocol/records.ts'
import { retry, terminate } from '../behaviors/lifecycle.ts'
import { beginTransition, taskOf } from '../behaviors/user-tasks/transitions.ts'
import { tellDocument } from '../behaviors/user-tasks/variable-documents.ts'
import { mergeVariables, setLocalVariables } from '../behaviors/variables.ts'
import type { Execution } from '../execution.ts'
import type { CommandProcessor } from './command-processor.ts'
import { enterRootInstance } from './enter-root-instance.ts'
import { enterElementInstance, enterOwner } from './find-target.ts'

/** Ends an instance and everything in it. */
export const cancelProcessInstance: CommandProcessor<'CANCEL_PROCESS_INSTANCE'> = (execution, command) => {
  const { processInstanceKey } = command
  enterRootInstance(execution, processInstanceKey, 'cancel')
  terminate(execution, processInstanceKey)
  return {}
}

/** Sets variables from outside: merged outwards from the element instance, or in exactly its scope. */
export const setVariables: CommandProcessor<'SET_VARIABLES'> = (execution, command) => {
  const { elementInstanceKey: scopeKey, variables, local = false } = command
  if (!enterElementInstance(execution, scopeKey))
    throw new CommandRejected(
      'NOT_FOUND',
      `Expected to update variables for element with key '${scopeKey}', but no such element was found`,
    )
  const updateSemantics = local ? 'LOCAL' : 'PROPAGATE'
  const userTaskKey = taskOf(execution, scopeKey)
  if (userTaskKey !== undefined) return { key: changeTask(execution, userTaskKey, variables, updateSemantics) }
  if (local) setLocalVariables(execution, scopeKey, variables)
  else mergeVariables(execution, scopeKey, variables)
  const key = execution.nextKey()
  const value = { scopeKey, updateSemantics, variables } as const
  execution.emit({ valueType: 'VARIABLE_DOCUMENT', intent: 'UPDATED', key, value })
  return { key }
}

/** A user task is changed by variables that are given to it: its listeners may object. */
function changeTask(
  execution: Execution,
  userTaskKey: Key,
  variables: Variables,
  updateSemantics: 'PROPAGATE' | 'LOCAL',
): Key {
  const { elementInstanceKey, transition } = execution.state.userTasks[userTaskKey]!
  if (transition)
    throw new CommandRejected(
      'INVALID_STATE',
      `Expected to trigger update transition for user task with key '${userTaskKey}', but it is in state '${transition.intent}'`,
    )
  const variableDocument = { key: execution.nextKey(), updateSemantics }
  tellDocument(execution, 'UPDATING', elementInstanceKey, variableDocument, variables)
  const changes = { variables, variableDocument, changedAttributes: ['variables'] }
  beginTransition(execution, userTaskKey, 'UPDATING', changes)
  return variableDocument.key
}

/** What was to be mended is mended: what failed is tried again at once; if it fails again, there is a new incident. */
export const resolveIncident: CommandProcessor<'RESOLVE_INCIDENT'> = (execution, { incidentKey }) => {
  const incident = enterOwner(execution, incidentKey) && execution.state.incidents[incidentKey]
  if (!incident)
    throw new CommandRejected(
      'NOT_FOUND',
      `Expected to resolve incident with key '${incidentKey}', but no such incident was found`,
    )
  const { jobKey, elementInstanceKey } = incident
  if (jobKey !== undefined && execution.state.jobs[jobKey]!.retries <= 0)
    throw new CommandRejected(
      'INVALID_STATE',
      `Expected to resolve incident with key '${incidentKey}', but job with key '${jobKey}' has no retries left. Please update the job retries and retry resolving the incident`,
    )
  execution.emit({ valueType: 'INCIDENT', intent: 'RESOLVED', key: incidentKey, value: incident })
  if (jobKey === undefined) retry(execution, elementInstanceKey)
  return {}
}

/** A run that was put aside goes on: entering the instance takes it up again. */
export const continueInstance: CommandProcessor<'CONTINUE_INSTANCE'> = (execution, { processInstanceKey }) => {
  const isPaused = execution.world.workspace.find(processInstanceKey)?.state.steps.length
  if (!isPaused)
    throw new CommandRejected(
      'NOT_FOUND',
      `Expected to go on with process instance ${processInstanceKey}, but somebody did, or it has ended`,
    )
  execution.enter(processInstanceKey)
  return {}
}
