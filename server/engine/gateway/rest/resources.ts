import { z } from 'zod'
import { CallRefused } from '../call-refused.ts'
import { type Deployed, deployed } from '../deployed.ts'
import { evaluated, evaluatedDecisions } from '../evaluated.ts'
import { givenKey, TENANT } from '../wire.ts'
import { common, Key, pathKey, readBody, restRoutes, Variables } from './environment.ts'

const Evaluation = z.strictObject({
  ...common,
  decisionDefinitionId: z.string().optional(),
  decisionDefinitionKey: Key.optional(),
  variables: Variables.nullish(),
})

/** Diagrams, decisions and forms. */
export const resourceRoutes = restRoutes()
  .post('/deployments', async c => {
    const form = await c.req.formData().catch(() => {
      throw new CallRefused('INVALID_ARGUMENT', 'Failed to read request')
    })
    const files = form.getAll('resources').filter((part): part is File => typeof part !== 'string')
    const resources = await Promise.all(files.map(async file => ({ name: file.name, content: await file.text() })))
    const { result } = await c.var.gateway.perform(c.var.caller, { type: 'DEPLOY_RESOURCES', resources })
    return c.json(deploymentItem(deployed(result)))
  })
  .post('/resources/:key/deletion', async c => {
    await readBody(c, z.strictObject(common))
    const resourceKey = pathKey(c)
    await c.var.gateway.perform(c.var.caller, { type: 'DELETE_RESOURCE', resourceKey })
    return c.json({ resourceKey })
  })
  .post('/decision-definitions/evaluation', async c => {
    const { decisionDefinitionId = '', decisionDefinitionKey, variables } = await readBody(c, Evaluation)
    const key = givenKey(decisionDefinitionKey)
    const asked = await c.var.gateway.perform(c.var.caller, {
      type: 'EVALUATE_DECISION',
      ...(key === undefined ? { decisionId: decisionDefinitionId } : { decisionKey: key }),
      variables: variables ?? {},
    })
    return c.json(evaluationItem(evaluated(asked)))
  })

function deploymentItem({ key, processes, decisions, requirements, forms }: Deployed) {
  return {
    deploymentKey: key,
    tenantId: TENANT,
    deployments: [
      ...processes.map(({ bpmnProcessId, version, ...process }) => ({
        processDefinition: {
          ...process,
          processDefinitionId: bpmnProcessId,
          processDefinitionVersion: version,
          tenantId: TENANT,
        },
      })),
      ...decisions.map(({ decisionId, decisionName, decisionKey, ...decision }) => ({
        decisionDefinition: {
          ...decision,
          decisionDefinitionId: decisionId,
          name: decisionName,
          decisionDefinitionKey: decisionKey,
          tenantId: TENANT,
        },
      })),
      ...requirements.map(item => ({ decisionRequirements: { ...item, tenantId: TENANT } })),
      ...forms.map(form => ({ form: { ...form, tenantId: TENANT } })),
    ],
  }
}

function evaluationItem({ evaluationKey, value, requirements }: ReturnType<typeof evaluated>) {
  return {
    ...requirements,
    decisionEvaluationKey: evaluationKey,
    decisionDefinitionKey: value.decisionKey,
    decisionDefinitionId: value.decisionId,
    decisionDefinitionName: value.decisionName ?? '',
    decisionDefinitionVersion: value.decisionVersion,
    output: JSON.stringify(value.decisionOutput),
    evaluatedDecisions: evaluatedDecisions(value).map(decision => ({
      decisionDefinitionId: decision.decisionId,
      decisionDefinitionName: decision.decisionName,
      decisionDefinitionVersion: decision.decisionVersion,
      decisionDefinitionType: decision.decisionType,
      output: decision.decisionOutput,
      evaluatedInputs: decision.evaluatedInputs,
      matchedRules: decision.matchedRules,
      tenantId: TENANT,
    })),
    failedDecisionDefinitionId: value.failedDecisionId || null,
    failureMessage: value.evaluationFailureMessage || null,
    tenantId: TENANT,
  }
}
