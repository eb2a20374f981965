import type { DeploymentResource } from '../../protocol/commands.ts'
import type { DecisionEvaluationValue } from '../../protocol/records.ts'
import { deployed } from '../deployed.ts'
import { evaluated, evaluatedDecisions } from '../evaluated.ts'
import { checkTenants, givenKey, readVariables, TENANT } from '../wire.ts'
import type { Call, UnaryCall } from './call.ts'

interface Resource {
  name: string
  content: Uint8Array
}

interface DeployResourceRequest {
  resources: Resource[]
  tenantId: string
}

interface DeployProcessRequest {
  processes: { name: string; definition: Uint8Array }[]
}

interface EvaluateDecisionRequest {
  decisionKey: string
  decisionId: string
  variables: string
  tenantId: string
}

/** Diagrams, decisions and forms. */
export const resourceCalls = {
  DeployResource: (async (call, { resources, tenantId }) => {
    checkTenants('DeployResource', [tenantId])
    const { key, processes, decisions, requirements, forms } = await deploy(call, resources)
    return {
      key,
      tenantId: TENANT,
      deployments: [
        ...processes.map(process => ({ process: { ...process, tenantId: TENANT } })),
        ...decisions.map(({ decisionId, decisionName, decisionRequirementsId, ...rest }) => ({
          decision: {
            ...rest,
            dmnDecisionId: decisionId,
            dmnDecisionName: decisionName,
            dmnDecisionRequirementsId: decisionRequirementsId,
            tenantId: TENANT,
          },
        })),
        ...requirements.map(({ decisionRequirementsId, decisionRequirementsName, ...rest }) => ({
          decisionRequirements: {
            ...rest,
            dmnDecisionRequirementsId: decisionRequirementsId,
            dmnDecisionRequirementsName: decisionRequirementsName,
            tenantId: TENANT,
          },
        })),
        ...forms.map(form => ({ form: { ...form, tenantId: TENANT } })),
      ],
    }
  }) satisfies UnaryCall<DeployResourceRequest>,

  DeployProcess: (async (call, { processes }) => {
    const resources = processes.map(({ name, definition }) => ({ name, content: definition }))
    const { key, processes: metadata } = await deploy(call, resources)
    return { key, processes: metadata.map(process => ({ ...process, tenantId: TENANT })) }
  }) satisfies UnaryCall<DeployProcessRequest>,

  DeleteResource: (async ({ gateway, caller }, { resourceKey }) => {
    await gateway.perform(caller, { type: 'DELETE_RESOURCE', resourceKey })
    return {}
  }) satisfies UnaryCall<{ resourceKey: string }>,

  EvaluateDecision: (async ({ gateway, caller }, { decisionKey, decisionId, variables, tenantId }) => {
    checkTenants('EvaluateDecision', [tenantId])
    const key = givenKey(decisionKey)
    const asked = await gateway.perform(caller, {
      type: 'EVALUATE_DECISION',
      ...(key === undefined ? { decisionId } : { decisionKey: key }),
      variables: readVariables(variables),
    })
    const { evaluationKey, value, requirements } = evaluated(asked)
    return {
      ...requirements,
      ...evaluationOf(value),
      decisionInstanceKey: evaluationKey,
      decisionEvaluationKey: evaluationKey,
    }
  }) satisfies UnaryCall<EvaluateDecisionRequest>,
}

async function deploy({ gateway, caller }: Call, resources: readonly Resource[]) {
  const texts: DeploymentResource[] = resources.map(({ name, content }) => ({
    name,
    content: new TextDecoder().decode(content),
  }))
  const { result } = await gateway.perform(caller, { type: 'DEPLOY_RESOURCES', resources: texts })
  return deployed(result)
}

/** On this wire every value is JSON text. */
function evaluationOf(value: DecisionEvaluationValue) {
  const { decisionKey, decisionId, decisionName = '', decisionVersion, decisionOutput } = value
  return {
    decisionKey,
    decisionId,
    decisionName,
    decisionVersion,
    decisionOutput: JSON.stringify(decisionOutput),
    evaluatedDecisions: evaluatedDecisions(value).map(decision => ({ ...decision, tenantId: TENANT })),
    failedDecisionId: value.failedDecisionId ?? '',
    failureMessage: value.evaluationFailureMessage ?? '',
    tenantId: TENANT,
  }
}
