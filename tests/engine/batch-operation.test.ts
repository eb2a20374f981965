import { afterEach, beforeEach, expect, test } from 'vitest'
import { runBatchOperation } from '../../server/engine/index.ts'
import { act, diagram, flows, keyOf, openEngine, type TestEngine, told, userTask } from '../contracts/open-engine.ts'

let house: TestEngine
beforeEach(async () => {
  house = openEngine()
  await house.deploy('p.bpmn', diagram(`<bpmn:startEvent id="s"/>${userTask('a')}${flows('s-a')}`))
})
afterEach(() => house.close())

const begin = () => house.submit({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p' })

const suspendAll = (processInstanceKeys: string[], batchId = 'b1') =>
  runBatchOperation(house.engine, {
    processInstanceKeys,
    atOnce: 3,
    submission: processInstanceKey => ({
      act: act('instance.suspend', { idempotency: { scope: batchId, key: processInstanceKey, bodyHash: '' } }),
      commands: [{ type: 'SUSPEND_PROCESS_INSTANCE', processInstanceKey }],
    }),
  })

test('says of each instance what became of it, and the sums add up', async () => {
  const begun = []
  for (let index = 0; index < 8; index++) begun.push(await begin())
  const keys = begun.map(({ results }) => String(results[0]!.processInstanceKey))
  await house.submit({ type: 'COMPLETE_USER_TASK', userTaskKey: keyOf(begun[1]!, 'USER_TASK', 'CREATED') })
  await house.submit({ type: 'SUSPEND_PROCESS_INSTANCE', processInstanceKey: keys[2]! })

  const { items, ...sums } = await suspendAll([...keys, keys[0]!])
  expect(sums).toEqual({ total: 8, ok: 6, failed: 1, skipped: 1 })
  expect(items[1]).toMatchObject({ verdict: 'skipped', reason: expect.stringContaining('no such process') })
  expect(items[2]).toMatchObject({ verdict: 'failed', reason: expect.stringContaining("'SUSPENDED'") })
})

test('a batch that was broken off is begun again and does nothing twice', async () => {
  const keys = []
  for (let index = 0; index < 5; index++) keys.push(String((await begin()).results[0]!.processInstanceKey))
  await suspendAll(keys.slice(0, 3))
  const { items: _, ...sums } = await suspendAll(keys)
  expect(sums).toEqual({ total: 5, ok: 5, failed: 0, skipped: 0 })
  expect(told(house, 'PROCESS_INSTANCE_SUSPENSION')).toHaveLength(5)
})
