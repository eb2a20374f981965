import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Json } from '../../../server/engine/index.ts'
import type { Notebook } from './notebook.ts'
import type { Activation, Scenario, Step } from './scenario.ts'

type Make = (step: Step, notebook: Notebook, scenario: Scenario) => object | undefined

function onJob(make: (jobKey: string, step: Step) => object): Make {
  return (step, notebook) => targeted(notebook.select('JOB', step), key => make(key, step))
}

function onTask(make: (userTaskKey: string, step: Step) => object): Make {
  return (step, notebook) => targeted(notebook.select('USER_TASK', step), key => make(key, step))
}

function targeted(key: string | undefined, make: (key: string) => object): object | undefined {
  return key === undefined ? undefined : make(key)
}

/** What each step does, as a command on the port. */
export const commands: Record<string, Make> = {
  deploy: ({ resources = [] }, _, { folder }) => ({
    type: 'DEPLOY_RESOURCES',
    resources: resources.map(resource => {
      const { file, as } = typeof resource === 'string' ? { file: resource, as: resource } : resource
      return { name: as, content: readFileSync(join(folder, file), 'utf8') }
    }),
  }),
  create: ({ processId, version, variables, start, terminateAfter }) => ({
    type: 'CREATE_PROCESS_INSTANCE',
    bpmnProcessId: processId,
    version,
    variables,
    startInstructions: start?.map(elementId => ({ elementId })),
    runtimeInstructions: terminateAfter?.map(afterElementId => ({ afterElementId })),
  }),
  cancel: ({ instance, key }, notebook) =>
    targeted(key ?? notebook.instance(instance), processInstanceKey => ({
      type: 'CANCEL_PROCESS_INSTANCE',
      processInstanceKey,
    })),
  activateJobs: ({ type, worker = 'w', timeout = 60_000, max = 10, fetchVariables }) => ({
    type: 'ACTIVATE_JOBS',
    ...{
      jobType: type,
      worker,
      timeout: milliseconds(timeout),
      maxJobsToActivate: max,
      fetchVariables,
    },
  }),
  completeJob: onJob((jobKey, { variables, result }) => ({
    type: 'COMPLETE_JOB',
    jobKey,
    variables,
    result: result && { ...result, ...(Array.isArray(result.activateElements) && activated(result.activateElements)) },
  })),
  failJob: onJob((jobKey, { retries = 0, backoff, message, variables }) => ({
    type: 'FAIL_JOB',
    ...{
      jobKey,
      retries,
      errorMessage: message,
      variables,
      retryBackOff: backoff === undefined ? undefined : milliseconds(backoff),
    },
  })),
  throwError: onJob((jobKey, { code, message, variables }) => ({
    type: 'THROW_ERROR',
    ...{ jobKey, errorCode: code, errorMessage: message, variables },
  })),
  updateRetries: onJob((jobKey, { retries }) => ({
    type: 'UPDATE_JOB_RETRIES',
    jobKey,
    retries,
  })),
  updateTimeout: onJob((jobKey, { timeout }) => ({
    type: 'UPDATE_JOB_TIMEOUT',
    jobKey,
    timeout: milliseconds(timeout),
  })),
  publishMessage: ({ name, correlationKey, ttl = 0, messageId, variables }) => ({
    type: 'PUBLISH_MESSAGE',
    ...{
      name,
      correlationKey,
      timeToLive: milliseconds(ttl),
      messageId,
      variables,
    },
  }),
  setVariables: (step, notebook) =>
    targeted(
      step.elementId === undefined && step.key === undefined
        ? notebook.instance(step.instance)
        : notebook.select('PROCESS_INSTANCE', step),
      elementInstanceKey => ({
        type: 'SET_VARIABLES',
        elementInstanceKey,
        variables: step.variables,
        local: step.local,
      }),
    ),
  resolveIncident: (step, notebook) =>
    targeted(notebook.select('INCIDENT', step), incidentKey => ({
      type: 'RESOLVE_INCIDENT',
      incidentKey,
    })),
  claimUserTask: onTask((userTaskKey, { assignee, action = 'claim' }) => ({
    type: 'ASSIGN_USER_TASK',
    ...{ userTaskKey, assignee: assignee ?? '', mode: 'claim', action },
  })),
  assignUserTask: onTask((userTaskKey, { assignee, action = 'assign' }) => ({
    type: 'ASSIGN_USER_TASK',
    ...{ userTaskKey, assignee: assignee ?? '', mode: 'assign', action },
  })),
  unassignUserTask: onTask((userTaskKey, { action = 'unassign' }) => ({
    type: 'UNASSIGN_USER_TASK',
    userTaskKey,
    action,
  })),
  updateUserTask: onTask((userTaskKey, { changes, action = 'update' }) => ({
    type: 'UPDATE_USER_TASK',
    userTaskKey,
    changes,
    action,
  })),
  completeUserTask: onTask((userTaskKey, { variables, action = 'complete' }) => ({
    type: 'COMPLETE_USER_TASK',
    userTaskKey,
    action,
    variables,
  })),
  evaluateDecision: ({ decisionId, variables }) => ({
    type: 'EVALUATE_DECISION',
    decisionId,
    variables,
  }),
  correlateMessage: ({ name, correlationKey, variables }) => ({
    type: 'CORRELATE_MESSAGE',
    name,
    correlationKey,
    variables,
  }),
  broadcastSignal: ({ name, variables }) => ({ type: 'BROADCAST_SIGNAL', signalName: name, variables }),
  modify: ({ instance, key, activate = [], terminate = [] }, notebook) =>
    targeted(key ?? notebook.instance(instance), processInstanceKey => ({
      type: 'MODIFY_PROCESS_INSTANCE',
      processInstanceKey,
      activateInstructions: activate.map(asked => activation(asked as Activation, notebook)),
      terminateInstructions: terminate.map(selector => ({
        elementInstanceKey: notebook.select('PROCESS_INSTANCE', selector),
      })),
    })),
  migrate: ({ instance, key, processId, version, mappings = [] }, notebook) =>
    targeted(key ?? notebook.instance(instance), processInstanceKey => ({
      type: 'MIGRATE_PROCESS_INSTANCE',
      processInstanceKey,
      targetProcessDefinitionKey: notebook.definition(processId!, version),
      mappingInstructions: mappings.map(([sourceElementId, targetElementId]) => ({ sourceElementId, targetElementId })),
    })),
  activateAdHoc: (step, notebook) =>
    targeted(notebook.select('PROCESS_INSTANCE', step), adHocSubProcessInstanceKey => ({
      type: 'ACTIVATE_AD_HOC_ELEMENTS',
      adHocSubProcessInstanceKey,
      elements: activated(step.activate as Json[]).activateElements,
      cancelRemainingInstances: step.cancelRemainingInstances,
    })),
  deleteResource: ({ processId, version, key }, notebook) =>
    targeted(key ?? notebook.definition(processId!, version), resourceKey => ({
      type: 'DELETE_RESOURCE',
      resourceKey,
    })),
}

/** Elements to begin: ids, or ids with variables. */
function activated(asked: Json[] = []): { activateElements: Json[] } {
  return { activateElements: asked.map(each => (typeof each === 'string' ? { elementId: each } : each)) }
}

function activation({ elementId, ancestor, variables }: Activation, notebook: Notebook): object {
  return {
    elementId,
    ancestorElementInstanceKey: ancestor && notebook.select('PROCESS_INSTANCE', ancestor),
    variableInstructions: variables?.map(({ scopeId, variables }) => ({ ...(scopeId && { scopeId }), variables })),
  }
}

const UNITS = { D: 86_400_000, H: 3_600_000, M: 60_000, S: 1000 }

/** ISO 8601 duration (days and smaller) or milliseconds. */
export function milliseconds(duration: string | number | undefined): number {
  if (typeof duration !== 'string') return duration ?? 0
  const sign = duration.startsWith('-') ? -1 : 1
  const parts = [...duration.matchAll(/([\d.]+)([DHMS])/g)]
  return sign * parts.reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit as keyof typeof UNITS], 0)
}
