import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { discountTable, form, processes } from './processes.ts'
import { rawClient } from './raw-client.ts'
import { openZeebeOffice, type ZeebeOffice } from './zeebe-office.ts'

let office: ZeebeOffice
beforeAll(async () => {
  office = await openZeebeOffice()
  const bundle = new FormData()
  for (const [name, xml] of Object.entries(processes))
    if (name !== 'broken') bundle.append('resources', new File([xml], `${name}.bpmn`))
  bundle.append('resources', new File([discountTable], 'prices.dmn'))
  bundle.append('resources', new File([form], 'order.form'))
  const { status, body } = await office.rest('POST', '/deployments', bundle)
  expect(status).toBe(200)
  expect(body.deployments).toContainEqual({
    processDefinition: {
      processDefinitionId: 'one',
      processDefinitionVersion: 1,
      processDefinitionKey: expect.stringMatching(/^\d{16}$/),
      resourceName: 'one.bpmn',
      tenantId: '<default>',
    },
  })
  expect(body.deployments.map((each: object) => Object.keys(each)[0])).toEqual(
    expect.arrayContaining(['decisionDefinition', 'decisionRequirements', 'form']),
  )
})
afterAll(() => office.close())

const UNKNOWN = '2251799999999999'

async function start(processDefinitionId: string, variables: object = {}): Promise<string> {
  const { status, body } = await office.rest('POST', '/process-instances', { processDefinitionId, variables })
  expect(status).toBe(200)
  return body.processInstanceKey
}

async function lease(type: string, more: object = {}) {
  const request = { type, worker: 'rest', timeout: 60_000, maxJobsToActivate: 10, requestTimeout: -1, ...more }
  const { body } = await office.rest('POST', '/jobs/activation', request)
  return body.jobs
}

test('topology', async () => {
  const { status, body } = await office.rest('GET', '/topology')
  expect(status).toBe(200)
  expect(body).toMatchObject({ partitionsCount: 1, brokers: [{ partitions: [{ role: 'leader', health: 'healthy' }] }] })
})

describe('process instances', () => {
  test('start, by id and by key, and answer with their result', async () => {
    const { body } = await office.rest('POST', '/process-instances', { processDefinitionId: 'one' })
    expect(body).toMatchObject({ processDefinitionId: 'one', processDefinitionVersion: 1, tenantId: '<default>' })
    const { processDefinitionKey } = body
    const again = await office.rest('POST', '/process-instances', { processDefinitionKey })
    expect(again.body).toMatchObject({ processDefinitionKey })
    const result = await office.rest('POST', '/process-instances', {
      processDefinitionId: 'straight',
      variables: { a: 1, b: 2 },
      awaitCompletion: true,
      fetchVariables: ['a'],
    })
    expect(result.body.variables).toEqual({ a: 1 })
  })

  test('a result that does not come is a 504', async () => {
    const request = { processDefinitionId: 'one', awaitCompletion: true, requestTimeout: 20 }
    expect((await office.rest('POST', '/process-instances', request)).status).toBe(504)
  })

  test.each([
    ['what no process is', { processDefinitionId: 'nope' }, 404, 'NOT_FOUND'],
    ['a member of another version of the API', { bpmnProcessId: 'one' }, 400, 'INVALID_ARGUMENT'],
    ['variables that are no object', { processDefinitionId: 'one', variables: [1] }, 400, 'INVALID_ARGUMENT'],
  ])('%s is refused', async (_, request, status, title) => {
    const answer = await office.rest('POST', '/process-instances', request)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer).toMatchObject({
      status,
      body: { type: 'about:blank', title, status, instance: '/v2/process-instances' },
    })
  })

  test('are canceled once, and modified before', async () => {
    const key = await start('two')
    const [job] = await lease('first')
    const modification = {
      activateInstructions: [{ elementId: 'second', variableInstructions: [{ variables: { m: 1 } }] }],
      terminateInstructions: [{ elementInstanceKey: job.elementInstanceKey }],
    }
    expect((await office.rest('POST', `/process-instances/${key}/modification`, modification)).status).toBe(204)
    expect(await lease('second')).toMatchObject([{ processInstanceKey: key, variables: { m: 1 } }])
    expect((await office.rest('POST', `/process-instances/${key}/cancellation`)).status).toBe(204)
    expect(await office.rest('POST', `/process-instances/${key}/cancellation`)).toMatchObject({
      status: 404,
      body: {
        detail: `Command 'CANCEL' rejected with code 'NOT_FOUND': Expected to cancel a process instance with key '${key}', but no such process was found`,
      },
    })
  })

  test('go on under another diagram', async () => {
    const key = await start('two')
    const { body } = await office.rest('POST', '/process-definitions/search', {
      filter: { processDefinitionId: 'two-anew' },
    })
    const targetProcessDefinitionKey = body.items[0].processDefinitionKey
    const plan = (targetElementId: string) => ({
      targetProcessDefinitionKey,
      mappingInstructions: [{ sourceElementId: 'first', targetElementId }],
    })
    expect((await office.rest('POST', `/process-instances/${key}/migration`, plan('nope'))).status).toBe(400)
    expect((await office.rest('POST', `/process-instances/${key}/migration`, plan('first2'))).status).toBe(204)
  })
})

describe('jobs', () => {
  test('are leased, changed, failed and completed', async () => {
    const key = await start('one', { n: 1 })
    const [job] = (await lease('work')).filter(
      (each: { processInstanceKey: string }) => each.processInstanceKey === key,
    )
    expect(job).toMatchObject({ type: 'work', worker: 'rest', retries: 3, variables: { n: 1 }, kind: 'BPMN_ELEMENT' })
    expect(
      (await office.rest('PATCH', `/jobs/${job.jobKey}`, { changeset: { retries: 5, timeout: 1000 } })).status,
    ).toBe(204)
    expect(
      (await office.rest('POST', `/jobs/${job.jobKey}/failure`, { retries: 2, variables: { why: 'x' } })).status,
    ).toBe(204)
    expect(await lease('work')).toMatchObject([{ jobKey: job.jobKey, retries: 2, variables: { why: 'x' } }])
    expect((await office.rest('POST', `/jobs/${job.jobKey}/completion`, { variables: { ok: true } })).status).toBe(204)
    expect((await office.rest('POST', `/jobs/${job.jobKey}/completion`)).status).toBe(404)
    const { body } = await office.rest('POST', '/jobs/search', { filter: { processInstanceKey: key } })
    expect(body.items).toMatchObject([{ jobKey: job.jobKey, state: 'COMPLETED', elementId: 'work' }])
  })

  test('throw errors', async () => {
    await start('errand')
    const [{ jobKey }] = await lease('buy')
    expect((await office.rest('POST', `/jobs/${jobKey}/error`, { errorCode: 'no-stock' })).status).toBe(204)
  })

  test('of 20 completions at once one is accepted', async () => {
    await start('one')
    const [{ jobKey }] = await lease('work')
    const all = await Promise.all(Array.from({ length: 20 }, () => office.rest('POST', `/jobs/${jobKey}/completion`)))
    expect(all.filter(({ status }) => status === 204)).toHaveLength(1)
    expect(all.filter(({ status }) => status === 404)).toHaveLength(19)
  })

  test('a request that cannot be is refused', async () => {
    const request = { type: 'work', timeout: 0, maxJobsToActivate: 0 }
    expect((await office.rest('POST', '/jobs/activation', request)).status).toBe(400)
  })
})

describe('messages, signals, decisions, incidents, variables', () => {
  test('a message is published, kept under its id once, and correlated at once or not at all', async () => {
    const message = { name: 'paid', correlationKey: 'r-1', messageId: 'r', timeToLive: 60_000 }
    expect((await office.rest('POST', '/messages/publication', message)).body.messageKey).toMatch(/^\d{16}$/)
    expect((await office.rest('POST', '/messages/publication', message)).status).toBe(409)
    const key = await start('payment', { orderId: 'r-2' })
    const correlation = { name: 'paid', correlationKey: 'r-2' }
    expect((await office.rest('POST', '/messages/correlation', correlation)).body).toMatchObject({
      processInstanceKey: key,
    })
    expect(
      (await office.rest('POST', '/messages/correlation', { name: 'paid', correlationKey: 'nobody' })).status,
    ).toBe(404)
  })

  test('a signal is broadcast', async () => {
    const key = await start('alarmed')
    expect((await office.rest('POST', '/signals/broadcast', { signalName: 'alarm' })).body.signalKey).toMatch(
      /^\d{16}$/,
    )
    expect((await office.rest('GET', `/process-instances/${key}`)).body.state).toBe('COMPLETED')
  })

  test('a decision is evaluated', async () => {
    const request = { decisionDefinitionId: 'discount', variables: { amount: 100 } }
    const { body } = await office.rest('POST', '/decision-definitions/evaluation', request)
    expect(body).toMatchObject({
      decisionDefinitionId: 'discount',
      output: '10',
      failedDecisionDefinitionId: null,
      failureMessage: null,
    })
  })

  test('an incident is found, its cause mended, and it is resolved once', async () => {
    const key = await start('choice')
    const { body } = await office.rest('POST', '/incidents/search', {
      filter: { processInstanceKey: key, state: 'ACTIVE' },
    })
    const [{ incidentKey }] = body.items
    expect((await office.rest('PUT', `/element-instances/${key}/variables`, { variables: { n: 3 } })).status).toBe(204)
    expect((await office.rest('POST', `/incidents/${incidentKey}/resolution`)).status).toBe(204)
    expect((await office.rest('POST', `/incidents/${UNKNOWN}/resolution`)).status).toBe(404)
    const elements = await office.rest('POST', '/element-instances/search', {
      filter: { processInstanceKey: key, state: 'ACTIVE' },
    })
    expect(elements.body.items.map((each: { elementId: string }) => each.elementId)).toEqual(['choice', 'small'])
    const variables = await office.rest('POST', '/variables/search', { filter: { processInstanceKey: key, name: 'n' } })
    expect(variables.body.items).toMatchObject([{ name: 'n', value: '3', scopeKey: key }])
  })

  test('a definition is deleted', async () => {
    const bundle = new FormData()
    bundle.append('resources', new File([processes.straight.replace('id="straight"', 'id="doomed"')], 'doomed.bpmn'))
    const { body } = await office.rest('POST', '/deployments', bundle)
    const key = body.deployments[0].processDefinition.processDefinitionKey
    expect((await office.rest('POST', `/resources/${key}/deletion`)).status).toBe(200)
    expect((await office.rest('POST', `/resources/${key}/deletion`)).status).toBe(404)
  })
})

describe('conditions', () => {
  test('that hold start an instance, over both protocols', async () => {
    const request = { variables: { stock: 3 } }
    expect((await office.rest('POST', '/conditionals/evaluation', { variables: { stock: 30 } })).body).toMatchObject({
      conditionalEvaluationKey: expect.stringMatching(/^\d{16}$/),
      processInstances: [],
      tenantId: '<default>',
    })
    const { status, body } = await office.rest('POST', '/conditionals/evaluation', request)
    expect(status).toBe(200)
    const [{ processInstanceKey, processDefinitionKey }] = body.processInstances
    expect(await office.rest('GET', `/process-instances/${processInstanceKey}`)).toMatchObject({
      body: { processDefinitionKey, processDefinitionId: 'restock' },
    })
    const client = rawClient(office.port)
    const answer = await client.call('EvaluateConditional', { variables: '{"stock":1}', processDefinitionKey })
    client.close()
    expect(answer).toMatchObject({ tenantId: '<default>', processInstances: [{ processDefinitionKey }] })
    expect(answer.processInstances).toHaveLength(1)
  })

  test('of a definition that nobody knows are refused', async () => {
    const request = { variables: {}, processDefinitionKey: UNKNOWN }
    expect((await office.rest('POST', '/conditionals/evaluation', request)).status).toBe(404)
    expect((await office.rest('POST', '/conditionals/evaluation', {})).status).toBe(400)
  })
})

describe('searches', () => {
  test('tell what the diagram calls an element, and its id where it calls it nothing', async () => {
    const begun = await office.rest('POST', '/conditionals/evaluation', { variables: { stock: 1 } })
    const key = begun.body.processInstances[0].processInstanceKey
    const search = { filter: { processInstanceKey: { $eq: key } } }
    const { body } = await office.rest('POST', '/element-instances/search', search)
    expect(body.items).toMatchObject([
      { elementId: 'restock', elementName: 'restock' },
      { elementId: 's' },
      { elementId: 'order', elementName: 'Order some more' },
    ])
  })

  test('find one thing by its key', async () => {
    const key = await start('choice')
    const incidents = await office.rest('POST', '/incidents/search', { filter: { processInstanceKey: key } })
    const [{ incidentKey }] = incidents.body.items
    expect((await office.rest('GET', `/incidents/${incidentKey}`)).body).toMatchObject({ processInstanceKey: key })
    for (const kind of ['incidents', 'user-tasks', 'process-instances', 'process-definitions'])
      expect((await office.rest('GET', `/${kind}/${UNKNOWN}`)).status).toBe(404)
  })

  test('come a page at a time', async () => {
    for (let i = 0; i < 3; i++) await start('straight')
    const filter = { processDefinitionId: 'straight', state: 'COMPLETED' }
    const first = await office.rest('POST', '/process-instances/search', { filter, page: { limit: 2 } })
    expect(first.body.items).toHaveLength(2)
    expect(first.body.page.totalItems).toBeGreaterThan(2)
    const after = first.body.page.endCursor
    const next = await office.rest('POST', '/process-instances/search', { filter, page: { limit: 2, after } })
    const keys = [...first.body.items, ...next.body.items].map(
      (each: { processInstanceKey: string }) => each.processInstanceKey,
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('a filter, an order or a cursor that is not known is refused, not ignored', async () => {
    await start('straight')
    for (const request of [
      { filter: { colour: 'red' } },
      { sort: [{ field: 'colour' }] },
      { page: { after: '!' } },
      { filter: { state: { $neq: 'ACTIVE' } } },
      { filter: { constructor: 1 } },
      { filter: { state: { $eq: 'ACTIVE', $like: '*' } } },
    ])
      expect((await office.rest('POST', '/process-instances/search', request)).status).toBe(400)
    expect((await office.rest('POST', '/variables/search', {})).status).toBe(400)
  })
})
