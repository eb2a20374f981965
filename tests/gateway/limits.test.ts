import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClientGate } from '../../server/api/clients/client-gate.ts'
import { processes } from './processes.ts'
import { type RawClient, rawClient, refusal } from './raw-client.ts'
import { openZeebeOffice, type ZeebeOffice } from './zeebe-office.ts'

/** What is too much, too deep, too long or too many. */
let office: ZeebeOffice
let client: RawClient
beforeAll(async () => {
  office = await openZeebeOffice()
  client = rawClient(office.port)
  const resources = ['one', 'straight'] as const
  await client.call('DeployResource', {
    resources: resources.map(id => ({ name: `${id}.bpmn`, content: Buffer.from(processes[id]) })),
  })
})
afterAll(async () => {
  client.close()
  await office.close()
})

const start = (variables: string) => client.call('CreateProcessInstance', { bpmnProcessId: 'one', variables })
const nested = (levels: number) => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`
const INT64 = '9223372036854775807'

interface Job {
  key: string
  processInstanceKey: string
  deadline: string
}

/** One ActivateJobs call to its end. */
async function activate(request: object): Promise<Job[]> {
  const stream = client.stream('ActivateJobs', { type: 'work', maxJobsToActivate: 100, timeout: 1000, ...request })
  const jobs: Job[] = []
  stream.on('data', (part: { jobs: Job[] }) => jobs.push(...part.jobs))
  await new Promise((resolve, reject) => stream.on('end', resolve).on('error', reject))
  return jobs
}

describe('documents', () => {
  test('as deep as anybody writes them are kept', async () => {
    await start(nested(400))
  })

  test.each([1000, 10_000, 1_000_000])('of %i levels are refused by both protocols', async levels => {
    expect((await refusal(start(nested(levels)))).code).toBe(3)
    const body = `{"processDefinitionId":"one","variables":${nested(levels)}}`
    expect((await office.rest('POST', '/process-instances', body)).status).toBe(400)
  })

  test.each([
    ['the prototype', '{"__proto__":{"isMine":true}}'],
    ['it inside a value', '{"a":[{"__proto__":{"isMine":true}}]}'],
    ['it in other letters', '{"\\u005f_proto__":{"isMine":true}}'],
  ])('that name %s are refused', async (_, variables) => {
    expect((await refusal(start(variables))).code).toBe(3)
    const body = `{"processDefinitionId":"one","variables":${variables}}`
    expect((await office.rest('POST', '/process-instances', body)).status).toBe(400)
    expect('isMine' in {}).toBe(false)
  })

  test('may use names that every object knows', async () => {
    const variables = { constructor: 1, toString: 'a', hasOwnProperty: [2], valueOf: null }
    const request = { bpmnProcessId: 'straight', variables: JSON.stringify(variables) }
    const { variables: result } = await client.call('CreateProcessInstanceWithResult', { request })
    expect(JSON.parse(result)).toEqual(variables)
  })

  test('of more than four megabytes are refused by both protocols', async () => {
    const big = JSON.stringify({ big: 'x'.repeat(4 * 1024 * 1024) })
    expect((await refusal(start(big))).code).toBe(8)
    const body = `{"processDefinitionId":"one","variables":${big}}`
    expect((await office.rest('POST', '/process-instances', body)).status).toBe(413)
  })
})

describe('durations', () => {
  test('that never end make a lease that is a time still', async () => {
    const { processInstanceKey } = await start('{}')
    const jobs = await activate({ timeout: INT64, requestTimeout: -1 })
    const { key, deadline } = jobs.find(job => job.processInstanceKey === processInstanceKey)!
    expect(new Date(Number(deadline)).getUTCFullYear()).toBe(2126)
    await client.call('UpdateJobTimeout', { jobKey: key, timeout: INT64 })
    await client.call('FailJob', { jobKey: key, retries: 1, retryBackOff: INT64 })
    await client.call('PublishMessage', { name: 'kept', timeToLive: INT64, variables: '{}' })
  })

  test('longer than a timer reaches are waited for all the same', async () => {
    const waiting = activate({ type: 'work', requestTimeout: 5_000_000_000, maxJobsToActivate: 1 })
    let isOver = false
    void waiting.then(() => {
      isOver = true
    })
    for (let i = 0; i < 20; i++) await client.call('Topology', {})
    expect(isOver).toBe(false)
    const { processInstanceKey } = await start('{}')
    expect(await waiting).toMatchObject([{ processInstanceKey }])
  })
})

describe('too many at once', () => {
  test('more acts than the house takes in are told to come again', async () => {
    const gate = createClientGate(office.app.house, 'demo')
    const caller = gate.admit({ address: 'in-process', hostname: 'localhost', isForwarded: false, via: 'rest' })
    const all = Array.from({ length: 1010 }, () =>
      caller.submit({ type: 'BROADCAST_SIGNAL', signalName: 'x', variables: {} }).then(
        () => 'done',
        (error: { code: string }) => error.code,
      ),
    )
    const answers = await Promise.all(all)
    expect(answers.filter(answer => answer === 'done')).toHaveLength(1000)
    expect(answers.filter(answer => answer === 'RESOURCE_EXHAUSTED')).toHaveLength(10)
    await caller.submit({ type: 'BROADCAST_SIGNAL', signalName: 'x', variables: {} })
  })

  test('so are more than may wait, until one of them goes', async () => {
    const parked = Array.from({ length: 1000 }, (_, i) => {
      const request = { type: `type-${i}`, maxJobsToActivate: 1, timeout: 1000, requestTimeout: 60_000 }
      return client.stream('ActivateJobs', request).on('error', () => {})
    })
    await client.call('Topology', {})
    const one = { type: 'other', maxJobsToActivate: 1, timeout: 1000, requestTimeout: 60_000 }
    expect((await refusal(activate(one))).code).toBe(8)
    expect((await office.rest('POST', '/jobs/activation', one)).status).toBe(429)
    const request = { processDefinitionId: 'one', awaitCompletion: true }
    const before = office.app.house.journal.lastSeq()
    expect((await office.rest('POST', '/process-instances', request)).status).toBe(429)
    expect(office.app.house.journal.lastSeq()).toBe(before)
    const gone = parked.map(stream => new Promise(resolve => stream.on('status', resolve)))
    for (const stream of parked) (stream as unknown as { cancel(): void }).cancel()
    await Promise.all(gone)
    await client.call('Topology', {})
    expect(await activate({ type: 'other', requestTimeout: 1 })).toEqual([])
  })
})
