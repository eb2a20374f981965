import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { processes } from './processes.ts'
import { type RawClient, rawClient, refusal } from './raw-client.ts'
import { openZeebeOffice, type ZeebeOffice } from './zeebe-office.ts'

/** Calls that zeebe-node has no method for, and what it does not show of the others. */
let office: ZeebeOffice
let client: RawClient
beforeAll(async () => {
  office = await openZeebeOffice()
  client = rawClient(office.port)
  const { one, two, twoAnew, straight } = processes
  await deploy({ one, two, twoAnew, straight })
})
afterAll(async () => {
  client.close()
  await office.close()
})

async function deploy(diagrams: Record<string, string>) {
  const resources = Object.entries(diagrams).map(([name, xml]) => ({ name: `${name}.bpmn`, content: Buffer.from(xml) }))
  return client.call('DeployResource', { resources })
}

const start = (bpmnProcessId: string, variables: object = {}) =>
  client.call('CreateProcessInstance', { bpmnProcessId, version: -1, variables: JSON.stringify(variables) })

interface Job {
  key: string
  processInstanceKey: string
  variables: string
  deadline: string
  worker: string
  kind: string
}

/** One ActivateJobs call to its end. */
async function activate(request: object): Promise<Job[]> {
  const stream = client.stream('ActivateJobs', {
    type: 'work',
    worker: 'me',
    timeout: 60_000,
    maxJobsToActivate: 10,
    requestTimeout: -1,
    ...request,
  })
  const jobs: Job[] = []
  stream.on('data', (part: { jobs: Job[] }) => jobs.push(...part.jobs))
  await new Promise((resolve, reject) => stream.on('end', resolve).on('error', reject))
  return jobs
}

describe('activating jobs', () => {
  test('without patience the answer comes at once, empty', async () => {
    expect(await activate({ type: 'nothing' })).toEqual([])
  })

  test('with patience it comes with the job', async () => {
    const seq = office.app.house.journal.lastSeq()
    const waiting = activate({ requestTimeout: 20_000 })
    // The poll is parked before the job is there: a lease that finds nothing is no entry.
    await client.call('Topology', {})
    expect(office.app.house.journal.lastSeq()).toBe(seq)
    const { processInstanceKey } = await start('one', { n: 1 })
    const [job] = await waiting
    expect(job).toMatchObject({ processInstanceKey, worker: 'me', variables: '{"n":1}', kind: 'BPMN_ELEMENT' })
    await client.call('CompleteJob', { jobKey: job!.key, variables: '' })
  })

  test('patience has an end', async () => {
    expect(await activate({ type: 'nothing', requestTimeout: 30 })).toEqual([])
  })

  test('a maximum of none is an empty answer after that time, not an error', async () => {
    expect(await activate({ maxJobsToActivate: 0, requestTimeout: 30 })).toEqual([])
  })

  test.each([
    ['a blank type', { type: '' }, 'type to be present, but it was blank'],
    ['no lease', { timeout: 0 }, "timeout to be greater than zero, but it was '0'"],
  ])('%s is refused', async (_, request, expected) => {
    expect(await refusal(activate(request))).toEqual({
      code: 3,
      details: `Command 'ACTIVATE' rejected with code 'INVALID_ARGUMENT': Expected to activate job batch with ${expected}`,
    })
  })

  test('another tenant is refused', async () => {
    expect((await refusal(activate({ tenantIds: ['other'] }))).code).toBe(3)
  })

  test('who goes away while waiting takes no job with him', async () => {
    const gone = client.stream('ActivateJobs', {
      type: 'work',
      worker: 'gone',
      timeout: 60_000,
      maxJobsToActivate: 1,
      requestTimeout: 20_000,
    })
    gone.on('error', () => {})
    await client.call('Topology', {})
    gone.cancel()
    await new Promise(resolve => gone.on('status', resolve))
    await client.call('Topology', {})
    const { processInstanceKey } = await start('one')
    const jobs = await activate({ requestTimeout: 20_000 })
    expect(jobs.map(job => job.processInstanceKey)).toContain(processInstanceKey)
    for (const { key: jobKey } of jobs) await client.call('CompleteJob', { jobKey })
  })

  test('jobs of more than one message come in several', async () => {
    const big = 'x'.repeat(1_500_000)
    for (let i = 0; i < 4; i++) await start('one', { big })
    const jobs = await activate({})
    expect(jobs).toHaveLength(4)
    for (const { key: jobKey } of jobs) await client.call('CompleteJob', { jobKey })
  })

  test('a stream gets job after job until it is closed', async () => {
    const stream = client.stream('StreamActivatedJobs', { type: 'work', worker: 'streaming', timeout: 60_000 })
    stream.on('error', () => {})
    const first = once(stream, 'data') as Promise<Job[]>
    const one = await start('one')
    const [job] = await first
    expect(job).toMatchObject({ processInstanceKey: one.processInstanceKey, worker: 'streaming' })
    const second = once(stream, 'data') as Promise<Job[]>
    const other = await start('one')
    expect((await second)[0]!.processInstanceKey).toBe(other.processInstanceKey)
    const closed = new Promise(resolve => stream.on('status', resolve))
    stream.cancel()
    await closed
  })
})

test('the time of a lease is changed, of a job in work only', async () => {
  await start('one')
  const [job] = await activate({})
  await client.call('UpdateJobTimeout', { jobKey: job!.key, timeout: 1000 })
  office.app.clock.set(office.app.clock.now() + 2000)
  const again = await activate({ requestTimeout: 20_000 })
  expect(again.map(({ key }) => key)).toEqual([job!.key])
  const unknown = await refusal(client.call('UpdateJobTimeout', { jobKey: '2251799999999999', timeout: 1 }))
  expect(unknown).toMatchObject({
    code: 5,
    details: expect.stringMatching(/^Command 'UPDATE_TIMEOUT' rejected with code 'NOT_FOUND'/),
  })
})

test('an instance goes on under another diagram', async () => {
  const { processInstanceKey } = await start('two')
  const { deployments } = await deploy({ twoAnew: processes.twoAnew })
  const plan = (targetElementId: string) => ({
    processInstanceKey,
    migrationPlan: {
      targetProcessDefinitionKey: deployments[0].process.processDefinitionKey,
      mappingInstructions: [{ sourceElementId: 'first', targetElementId }],
    },
  })
  expect(await refusal(client.call('MigrateProcessInstance', plan('nope')))).toMatchObject({
    code: 3,
    details: expect.stringContaining("non-existing target element id 'nope'"),
  })
  await client.call('MigrateProcessInstance', plan('first2'))
  const [job] = await activate({ type: 'first' })
  await client.call('CompleteJob', { jobKey: job!.key })
  expect((await activate({ type: 'second2' }))[0]!.processInstanceKey).toBe(processInstanceKey)
})

test('a definition is deleted when nothing of it runs', async () => {
  const xml = processes.one.replace('id="one"', 'id="doomed"')
  const { deployments } = await deploy({ doomed: xml })
  const resourceKey = deployments[0].process.processDefinitionKey
  const { processInstanceKey } = await start('doomed')
  expect(await refusal(client.call('DeleteResource', { resourceKey }))).toMatchObject({
    code: 9,
    details: expect.stringMatching(/^Command 'DELETE' rejected with code 'INVALID_STATE': .*still running instances/),
  })
  await client.call('CancelProcessInstance', { processInstanceKey })
  await client.call('DeleteResource', { resourceKey })
  expect((await refusal(start('doomed'))).code).toBe(5)
  expect((await refusal(client.call('DeleteResource', { resourceKey }))).code).toBe(5)
})

test('an instance ends after the element named', async () => {
  const { processInstanceKey } = await client.call('CreateProcessInstance', {
    bpmnProcessId: 'two',
    runtimeInstructions: [{ terminate: { afterElementId: 'first' } }],
  })
  const jobs = await activate({ type: 'first' })
  const job = jobs.find(each => each.processInstanceKey === processInstanceKey)
  await client.call('CompleteJob', { jobKey: job!.key })
  expect(office.app.house.instances.find(processInstanceKey)?.state).toBe('TERMINATED')
})

test('what is no JSON is refused', async () => {
  const answer = await refusal(client.call('CreateProcessInstance', { bpmnProcessId: 'one', variables: '{' }))
  expect(answer).toMatchObject({ code: 3, details: expect.stringContaining("Property 'variables' is invalid") })
})

test('every call is an entry with the client as its actor', async () => {
  const { processInstanceKey } = await start('straight')
  const [entry] = office.app.house.journal.entriesOf(processInstanceKey)
  expect(entry).toMatchObject({
    kind: 'engine',
    verb: 'process-instance.create',
    actor: { kind: 'client', id: 'anonymous', via: 'grpc' },
  })
  await refusal(client.call('CancelProcessInstance', { processInstanceKey }))
  expect(office.app.house.journal.entriesOf(processInstanceKey).at(-1)).toMatchObject({
    kind: 'refused',
    verb: 'process-instance.cancel',
    actor: { kind: 'client', id: 'anonymous' },
    refusal: { type: 'NOT_FOUND' },
  })
})
