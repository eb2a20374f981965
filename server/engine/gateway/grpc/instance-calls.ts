import type { CommandTypes } from '../../protocol/commands.ts'
import { activateInstruction } from '../activate-instruction.ts'
import { CallRefused } from '../call-refused.ts'
import { evaluateConditionals } from '../evaluate-conditionals.ts'
import { runInstance, startInstance } from '../start-instance.ts'
import { checkTenants, givenKey, givenMillis, readVariables, TENANT } from '../wire.ts'
import type { UnaryCall } from './call.ts'

interface CreateProcessInstanceRequest {
  processDefinitionKey: string
  bpmnProcessId: string
  version: number
  variables: string
  startInstructions: { elementId: string }[]
  runtimeInstructions: { terminate?: { afterElementId: string } | null }[]
  tenantId: string
}

interface CreateProcessInstanceWithResultRequest {
  request: CreateProcessInstanceRequest | null
  requestTimeout: string
  fetchVariables: string[]
}

interface ModifyProcessInstanceRequest {
  processInstanceKey: string
  activateInstructions: {
    elementId: string
    ancestorElementInstanceKey: string
    variableInstructions: { variables: string; scopeId: string }[]
  }[]
  terminateInstructions: { elementInstanceKey: string }[]
}

interface MigrateProcessInstanceRequest {
  processInstanceKey: string
  migrationPlan: {
    targetProcessDefinitionKey: string
    mappingInstructions: { sourceElementId: string; targetElementId: string }[]
  } | null
}

/** Starting instances, and what an operator does to them. */
export const instanceCalls = {
  CreateProcessInstance: (async ({ gateway, caller }, request) => {
    checkTenants('CreateProcessInstance', [request.tenantId])
    const { started } = await startInstance(gateway, caller, startOf(request))
    return { ...started, tenantId: TENANT }
  }) satisfies UnaryCall<CreateProcessInstanceRequest>,

  CreateProcessInstanceWithResult: (async (call, { request, requestTimeout, fetchVariables }) => {
    if (!request) throw new CallRefused('INVALID_ARGUMENT', 'Expected a request of an instance, found none')
    checkTenants('CreateProcessInstanceWithResult', [request.tenantId])
    const { gateway, caller, patience } = call
    const wanted = { timeout: givenMillis(requestTimeout), fetchVariables, patience }
    const { variables, ...started } = await runInstance(gateway, caller, startOf(request), wanted)
    return { ...started, variables: JSON.stringify(variables), tenantId: TENANT }
  }) satisfies UnaryCall<CreateProcessInstanceWithResultRequest>,

  EvaluateConditional: (async ({ gateway, caller }, { tenantId, processDefinitionKey, variables }) => {
    checkTenants('EvaluateConditional', [tenantId])
    const key = givenKey(processDefinitionKey)
    const asked = { ...(key !== undefined && { processDefinitionKey: key }), variables: readVariables(variables) }
    return evaluateConditionals(gateway, caller, asked)
  }) satisfies UnaryCall<{ tenantId: string; processDefinitionKey?: string; variables: string }>,

  CancelProcessInstance: (async ({ gateway, caller }, { processInstanceKey }) => {
    await gateway.perform(caller, { type: 'CANCEL_PROCESS_INSTANCE', processInstanceKey })
    return {}
  }) satisfies UnaryCall<{ processInstanceKey: string }>,

  ModifyProcessInstance: (async ({ gateway, caller }, request) => {
    const { processInstanceKey, activateInstructions, terminateInstructions } = request
    await gateway.perform(caller, {
      type: 'MODIFY_PROCESS_INSTANCE',
      processInstanceKey,
      activateInstructions: activateInstructions.map(({ variableInstructions, ...instruction }) => {
        const read = variableInstructions.map(({ variables, scopeId }) => ({
          variables: readVariables(variables),
          scopeId,
        }))
        return activateInstruction({ ...instruction, variableInstructions: read })
      }),
      terminateInstructions,
    })
    return {}
  }) satisfies UnaryCall<ModifyProcessInstanceRequest>,

  MigrateProcessInstance: (async ({ gateway, caller }, { processInstanceKey, migrationPlan }) => {
    await gateway.perform(caller, {
      type: 'MIGRATE_PROCESS_INSTANCE',
      processInstanceKey,
      targetProcessDefinitionKey: migrationPlan?.targetProcessDefinitionKey ?? '0',
      mappingInstructions: migrationPlan?.mappingInstructions ?? [],
    })
    return {}
  }) satisfies UnaryCall<MigrateProcessInstanceRequest>,

  SetVariables: (async ({ gateway, caller }, { elementInstanceKey, variables, local }) => {
    const command = { type: 'SET_VARIABLES', elementInstanceKey, variables: readVariables(variables), local } as const
    const { result } = await gateway.perform(caller, command)
    return { key: result.key }
  }) satisfies UnaryCall<{ elementInstanceKey: string; variables: string; local: boolean }>,

  ResolveIncident: (async ({ gateway, caller }, { incidentKey }) => {
    await gateway.perform(caller, { type: 'RESOLVE_INCIDENT', incidentKey })
    return {}
  }) satisfies UnaryCall<{ incidentKey: string }>,
}

function startOf(request: CreateProcessInstanceRequest): CommandTypes['CREATE_PROCESS_INSTANCE'] {
  const { bpmnProcessId, version, startInstructions, runtimeInstructions } = request
  const processDefinitionKey = givenKey(request.processDefinitionKey)
  const ends = runtimeInstructions.flatMap(({ terminate }) => (terminate ? [terminate] : []))
  return {
    // 0 is what a request has that names no version.
    ...(processDefinitionKey === undefined
      ? { bpmnProcessId, ...(version > 0 && { version }) }
      : { processDefinitionKey }),
    variables: readVariables(request.variables),
    ...(startInstructions.length > 0 && { startInstructions }),
    ...(ends.length > 0 && { runtimeInstructions: ends }),
  }
}
