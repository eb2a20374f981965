import type { ActivatedJob } from '../../process-engine.ts'
import type { Command } from '../../protocol/commands.ts'
import { CommandRejected } from '../../protocol/errors.ts'
import type { Json, Key, Variables } from '../../protocol/records.ts'
import type { Execution } from '../execution.ts'
import { visibleVariables } from '../state/variables.ts'
import type { CommandProcessor } from './command-processor.ts'

/** Leases jobs of a type to a worker, oldest first, with the variables their elements see. */
export const activateJobs: CommandProcessor<'ACTIVATE_JOBS'> = (execution, command) => {
  refuse(command)
  const { jobType, worker, timeout, maxJobsToActivate, fetchVariables } = command
  const { store, now } = execution.world
  const jobKeys = store.activatableJobs(jobType, maxJobsToActivate)
  const deadline = now + timeout
  execution.emitShared({
    valueType: 'JOB_BATCH',
    intent: 'ACTIVATED',
    key: execution.nextKey(),
    value: { type: jobType, worker, timeout, maxJobsToActivate, deadline, jobKeys },
  })
  return { jobs: jobKeys.map(jobKey => describe(execution, jobKey, fetchVariables)) as unknown as Json }
}

function refuse({ jobType, timeout, maxJobsToActivate }: Command<'ACTIVATE_JOBS'>): void {
  const wrong =
    (jobType === '' && 'type to be present, but it was blank') ||
    (timeout < 1 && `timeout to be greater than zero, but it was '${timeout}'`) ||
    (maxJobsToActivate < 1 && `max jobs to activate to be greater than zero, but it was '${maxJobsToActivate}'`)
  if (wrong) throw new CommandRejected('INVALID_ARGUMENT', `Expected to activate job batch with ${wrong}`)
}

function describe(execution: Execution, jobKey: Key, fetchVariables: string[] | undefined): ActivatedJob {
  const { processInstanceKey } = execution.world.store.find('job', { jobKey })!
  execution.enter(processInstanceKey)
  const { bpmnProcessId, processDefinitionKey, version, jobs } = execution.state
  const { type, elementId, elementInstanceKey, retries, deadline, customHeaders = {}, cause, ...rest } = jobs[jobKey]!
  const { jobKind, listenerEventType } = rest
  const kind = { ...(jobKind && { jobKind }), ...(listenerEventType && { listenerEventType }) }
  const variables = fetched(visibleVariables(execution.state, elementInstanceKey), fetchVariables)
  const definition = { bpmnProcessId, processDefinitionKey, processDefinitionVersion: version }
  const place = { processInstanceKey, ...definition, elementId, elementInstanceKey }
  return { jobKey, type, ...kind, ...place, retries, deadline: deadline!, customHeaders, variables, cause }
}

function fetched(variables: Variables, names: string[] | undefined): Variables {
  if (!names || names.length === 0) return variables
  return Object.fromEntries(Object.entries(variables).filter(([name]) => names.includes(name)))
}
