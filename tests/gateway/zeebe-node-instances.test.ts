import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ZBClient } from 'zeebe-node'
import { refusal } from './raw-client.ts'
import { type Seat, takeSeat } from './zeebe-node-seat.ts'

let seat: Seat
let client: ZBClient
beforeAll(async () => {
  seat = await takeSeat()
  client = seat.client
})
afterAll(() => seat.office.close())

const UNKNOWN = '2251799999999999'

describe('instances', () => {
  test('start by id in the latest version, by version, and not in one that is none', async () => {
    expect(await seat.start('one')).toMatchObject({ bpmnProcessId: 'one', version: 1, tenantId: '<default>' })
    expect(await client.createProcessInstance({ bpmnProcessId: 'one', version: 1, variables: {} })).toMatchObject({
      version: 1,
    })
    const { code, details } = await refusal(
      client.createProcessInstance({ bpmnProcessId: 'one', version: 9, variables: {} }),
    )
    expect(code).toBe(5)
    expect(details).toBe(
      "Command 'CREATE' rejected with code 'NOT_FOUND': Expected to find process definition with process ID 'one' and version '9', but none found",
    )
  })

  test('start at the elements named', async () => {
    const { processInstanceKey } = await client.createProcessInstance({
      bpmnProcessId: 'two',
      variables: {},
      startInstructions: [{ elementId: 'second' }],
    })
    const job = await seat.lease('second')
    expect(job.processInstanceKey).toBe(processInstanceKey)
    await client.completeJob({ jobKey: job.key, variables: {} })
    expect(seat.stateOf(processInstanceKey)).toBe('COMPLETED')
  })

  test('a process nobody deployed is refused', async () => {
    expect(await refusal(seat.start('nope'))).toMatchObject({
      code: 5,
      details:
        "Command 'CREATE' rejected with code 'NOT_FOUND': Expected to find process definition with process ID 'nope', but none found",
    })
  })

  test('one that waits for nobody answers with its result, filtered', async () => {
    const result = await client.createProcessInstanceWithResult({
      bpmnProcessId: 'straight',
      variables: { a: 1, b: { c: '二' } },
      fetchVariables: ['b'],
    })
    expect(result.variables).toEqual({ b: { c: '二' } })
  })

  test('a result that does not come in time is a deadline exceeded, and the instance goes on', async () => {
    const waiting = refusal(
      client.createProcessInstanceWithResult({ bpmnProcessId: 'one', variables: { late: true }, requestTimeout: 50 }),
    )
    expect((await waiting).code).toBe(4)
  })

  test('is canceled once', async () => {
    const { processInstanceKey } = await seat.start('payment', { orderId: 'c-1' })
    await client.cancelProcessInstance(processInstanceKey)
    expect(seat.stateOf(processInstanceKey)).toBe('TERMINATED')
    expect(await refusal(client.cancelProcessInstance(processInstanceKey))).toEqual({
      code: 5,
      details: `Command 'CANCEL' rejected with code 'NOT_FOUND': Expected to cancel a process instance with key '${processInstanceKey}', but no such process was found`,
    })
  })

  test('variables are set in an instance, and not where there is none', async () => {
    const { processInstanceKey } = await seat.start('payment', { orderId: 'v-1' })
    await client.setVariables({ elementInstanceKey: processInstanceKey, variables: { extra: 1 }, local: false })
    await client.publishMessage({ name: 'paid', correlationKey: 'v-1', timeToLive: 0, variables: {} })
    expect((await seat.lease('ship')).variables).toMatchObject({ extra: 1 })
    expect(await refusal(client.setVariables({ elementInstanceKey: UNKNOWN, variables: {}, local: true }))).toEqual({
      code: 5,
      details: `Command 'UPDATE' rejected with code 'NOT_FOUND': Expected to update variables for element with key '${UNKNOWN}', but no such element was found`,
    })
  })

  test('is modified: one element begun, another ended', async () => {
    const { processInstanceKey } = await seat.start('two')
    const { elementInstanceKey } = await seat.lease('first')
    await client.modifyProcessInstance({
      processInstanceKey,
      activateInstructions: [
        {
          elementId: 'second',
          ancestorElementInstanceKey: '-1',
          variableInstructions: [{ variables: { m: 7 }, scopeId: '' }],
        },
      ],
      terminateInstructions: [{ elementInstanceKey }],
    })
    const second = await seat.lease('second')
    expect(second).toMatchObject({ processInstanceKey, variables: { m: 7 } })
    const { code, details } = await refusal(
      client.modifyProcessInstance({
        processInstanceKey,
        activateInstructions: [{ elementId: 'nope', ancestorElementInstanceKey: '-1', variableInstructions: [] }],
      }),
    )
    expect(code).toBe(3)
    expect(details).toContain("could not be found: 'nope'")
  })
})

describe('messages and signals', () => {
  test('a message reaches who waits for it', async () => {
    const { processInstanceKey } = await seat.start('payment', { orderId: 'm-1' })
    await client.publishMessage({ name: 'paid', correlationKey: 'm-1', timeToLive: 0, variables: { sum: 5 } })
    expect(await seat.lease('ship')).toMatchObject({ processInstanceKey, variables: { sum: 5 } })
  })

  test('a message is kept for who comes later, and under its id only once', async () => {
    const message = { name: 'paid', correlationKey: 'm-2', messageId: 'once', timeToLive: 60_000, variables: {} }
    await client.publishMessage(message)
    expect(await refusal(client.publishMessage(message))).toEqual({
      code: 6,
      details:
        "Command 'PUBLISH' rejected with code 'ALREADY_EXISTS': Expected to publish a new message with id 'once', but a message with that id was already published",
    })
    const { processInstanceKey } = await seat.start('payment', { orderId: 'm-2' })
    expect((await seat.lease('ship')).processInstanceKey).toBe(processInstanceKey)
  })

  test('a message begins an instance', async () => {
    await client.publishStartMessage({ name: 'ordered', timeToLive: 0, variables: { item: 'tea' } })
    expect((await seat.lease('pack')).variables).toMatchObject({ item: 'tea' })
  })

  test('a signal reaches everybody', async () => {
    const both = await Promise.all([seat.start('alarmed'), seat.start('alarmed')])
    const { key } = await client.broadcastSignal({ signalName: 'alarm', variables: {} })
    expect(key).toMatch(/^\d{16}$/)
    expect(both.map(({ processInstanceKey }) => seat.stateOf(processInstanceKey))).toEqual(['COMPLETED', 'COMPLETED'])
  })
})

describe('the connection', () => {
  test('variables that are no object are refused', async () => {
    const answer = await refusal(client.createProcessInstance({ bpmnProcessId: 'one', variables: [1] as never }))
    expect(answer).toMatchObject({
      code: 3,
      details: expect.stringContaining("Expected document to be a root level object, but was 'ARRAY'"),
    })
  })

  test('a message of more than 4 MB is refused', async () => {
    expect((await refusal(seat.start('one', { big: 'x'.repeat(5 * 1024 * 1024) }))).code).toBe(8)
  })
})
