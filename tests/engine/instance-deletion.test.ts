import { afterEach, beforeEach, expect, test } from 'vitest'
import { diagram, flows, keyOf, openEngine, type TestEngine, told, userTask } from '../contracts/open-engine.ts'

let house: TestEngine
beforeEach(async () => {
  house = openEngine()
  await house.deploy('p.bpmn', diagram(`<bpmn:startEvent id="s"/>${userTask('a')}${flows('s-a')}`))
})
afterEach(() => house.close())

const remove = (processInstanceKey: string) => house.submit({ type: 'DELETE_PROCESS_INSTANCE', processInstanceKey })

test('an ended instance is removed, once or twice, and its entries stay', async () => {
  const begun = await house.submit({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p' })
  const key = String(begun.results[0]!.processInstanceKey)
  await expect(remove(key)).rejects.toMatchObject({ type: 'INVALID_STATE', reason: expect.stringContaining('running') })
  await house.submit({ type: 'COMPLETE_USER_TASK', userTaskKey: keyOf(begun, 'USER_TASK', 'CREATED') })
  const before = house.journal.lastSeq()
  await remove(key)
  await remove(key)
  expect(told(house, 'PROCESS_INSTANCE_DELETION')).toEqual(['DELETED', 'DELETED'])
  expect(house.journal.lastSeq()).toBe(before + 2)
  expect(told(house, 'PROCESS_INSTANCE').at(-1)).toBe('ELEMENT_COMPLETED p')
})

test.each(['', 'x', '-1', '9223372036854775807'])("'%s' was never given to anything", async key => {
  await expect(remove(key)).rejects.toMatchObject({ type: 'NOT_FOUND' })
})
