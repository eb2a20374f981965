import { z } from 'zod'
import { activateInstruction } from '../activate-instruction.ts'
import { evaluateConditionals } from '../evaluate-conditionals.ts'
import { runInstance, type StartedInstance, startInstance } from '../start-instance.ts'
import { givenKey, TENANT } from '../wire.ts'
import { common, Key, Millis, pathKey, patienceOf, readBody, restRoutes, Variables } from './environment.ts'

const Creation = z.strictObject({
  ...common,
  processDefinitionId: z.string().min(1).optional(),
  processDefinitionVersion: z.int().optional(),
  processDefinitionKey: Key.optional(),
  variables: Variables.optional(),
  startInstructions: z.array(z.strictObject({ elementId: z.string() })).default([]),
  runtimeInstructions: z
    .array(z.strictObject({ type: z.literal('TERMINATE_PROCESS_INSTANCE').optional(), afterElementId: z.string() }))
    .default([]),
  businessId: z.string().optional(),
  tags: z.array(z.string()).optional(),
  awaitCompletion: z.boolean().default(false),
  requestTimeout: Millis.default(0),
  fetchVariables: z.array(z.string()).default([]),
})

const Conditionals = z.strictObject({ ...common, processDefinitionKey: Key.optional(), variables: Variables })

const Modification = z.strictObject({
  ...common,
  activateInstructions: z
    .array(
      z.strictObject({
        elementId: z.string(),
        ancestorElementInstanceKey: Key.optional(),
        variableInstructions: z
          .array(z.strictObject({ variables: Variables, scopeId: z.string().default('') }))
          .default([]),
      }),
    )
    .default([]),
  terminateInstructions: z.array(z.strictObject({ elementInstanceKey: Key })).default([]),
})

const Migration = z.strictObject({
  ...common,
  targetProcessDefinitionKey: Key,
  mappingInstructions: z.array(z.strictObject({ sourceElementId: z.string(), targetElementId: z.string() })),
})

const VariablesChange = z.strictObject({ ...common, variables: Variables, local: z.boolean().default(false) })

const AdHocActivation = z.strictObject({
  ...common,
  elements: z.array(z.strictObject({ elementId: z.string(), variables: Variables.optional() })),
  cancelRemainingInstances: z.boolean().optional(),
})

/** Starting instances, and what an operator does to them. */
export const processInstanceRoutes = restRoutes()
  .post('/process-instances', async c => {
    const { gateway, caller } = c.var
    const body = await readBody(c, Creation)
    const start = startOf(body)
    if (!body.awaitCompletion)
      return c.json({ ...startedItem((await startInstance(gateway, caller, start)).started), variables: {} })
    const { requestTimeout: timeout, fetchVariables } = body
    const { variables, ...started } = await runInstance(gateway, caller, start, {
      timeout,
      fetchVariables,
      patience: patienceOf(c),
    })
    return c.json({ ...startedItem(started), variables })
  })
  .post('/conditionals/evaluation', async c => {
    const { processDefinitionKey, variables } = await readBody(c, Conditionals)
    const key = givenKey(processDefinitionKey)
    const asked = { ...(key !== undefined && { processDefinitionKey: key }), variables }
    return c.json(await evaluateConditionals(c.var.gateway, c.var.caller, asked))
  })
  .post('/process-instances/:key/cancellation', async c => {
    await readBody(c, z.strictObject(common))
    await c.var.gateway.perform(c.var.caller, { type: 'CANCEL_PROCESS_INSTANCE', processInstanceKey: pathKey(c) })
    return c.body(null, 204)
  })
  .post('/process-instances/:key/modification', async c => {
    const { activateInstructions, terminateInstructions } = await readBody(c, Modification)
    await c.var.gateway.perform(c.var.caller, {
      type: 'MODIFY_PROCESS_INSTANCE',
      processInstanceKey: pathKey(c),
      activateInstructions: activateInstructions.map(activateInstruction),
      terminateInstructions,
    })
    return c.body(null, 204)
  })
  .post('/process-instances/:key/migration', async c => {
    const { targetProcessDefinitionKey, mappingInstructions } = await readBody(c, Migration)
    await c.var.gateway.perform(c.var.caller, {
      type: 'MIGRATE_PROCESS_INSTANCE',
      processInstanceKey: pathKey(c),
      targetProcessDefinitionKey,
      mappingInstructions,
    })
    return c.body(null, 204)
  })
  .put('/element-instances/:key/variables', async c => {
    const { variables, local } = await readBody(c, VariablesChange)
    const command = { type: 'SET_VARIABLES', elementInstanceKey: pathKey(c), variables, local } as const
    await c.var.gateway.perform(c.var.caller, command)
    return c.body(null, 204)
  })
  .post('/element-instances/ad-hoc-activities/:key/activation', async c => {
    const { elements, cancelRemainingInstances } = await readBody(c, AdHocActivation)
    await c.var.gateway.perform(c.var.caller, {
      type: 'ACTIVATE_AD_HOC_ELEMENTS',
      adHocSubProcessInstanceKey: pathKey(c),
      elements: elements.map(({ elementId, variables }) => ({ elementId, ...(variables && { variables }) })),
      ...(cancelRemainingInstances !== undefined && { cancelRemainingInstances }),
    })
    return c.body(null, 204)
  })
  .post('/incidents/:key/resolution', async c => {
    await readBody(c, z.strictObject(common))
    await c.var.gateway.perform(c.var.caller, { type: 'RESOLVE_INCIDENT', incidentKey: pathKey(c) })
    return c.body(null, 204)
  })

function startOf(body: z.output<typeof Creation>) {
  const {
    processDefinitionId,
    processDefinitionVersion = -1,
    startInstructions,
    runtimeInstructions,
    businessId,
  } = body
  const key = givenKey(body.processDefinitionKey)
  const ends = runtimeInstructions.map(({ afterElementId }) => ({ afterElementId }))
  const byId = {
    bpmnProcessId: processDefinitionId ?? '',
    ...(processDefinitionVersion > 0 && { version: processDefinitionVersion }),
  }
  return {
    ...(key === undefined ? byId : { processDefinitionKey: key }),
    variables: body.variables ?? {},
    ...(startInstructions.length > 0 && { startInstructions }),
    ...(ends.length > 0 && { runtimeInstructions: ends }),
    ...(businessId !== undefined && { businessId }),
  }
}

function startedItem({ bpmnProcessId, version, ...keys }: StartedInstance) {
  return { ...keys, processDefinitionId: bpmnProcessId, processDefinitionVersion: version, tenantId: TENANT, tags: [] }
}
