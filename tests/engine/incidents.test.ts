import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  diagram,
  flows,
  keyOf,
  openEngine,
  serviceTask,
  type TestEngine,
  timer,
  told,
  userTask,
} from '../contracts/open-engine.ts'
import { journalDifferences } from './conformance/rebuilt.ts'

let house: TestEngine
beforeEach(() => {
  house = openEngine()
})
afterEach(async () => {
  expect(journalDifferences(house)).toEqual([])
  await house.close()
})

const start = (variables = {}) => ({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p', variables }) as const
const count = (table: string) => house.db.prepare(`select count(*) from ${table}`).pluck().get()

test('a step that fails leaves nothing behind but its incident; mended, it is done whole', async () => {
  const task = serviceTask('w').replace('type="w"', 'type="=kind"')
  await house.deploy(
    'p.bpmn',
    diagram(
      `<bpmn:startEvent id="s"/>${task}<bpmn:boundaryEvent id="b" attachedToRef="w">${timer('PT1H')}</bpmn:boundaryEvent>${flows('s-w')}`,
    ),
  )
  const outcome = await house.submit(start())
  expect(told(house, 'TIMER')).toEqual([])
  expect(count('engine_timer')).toBe(0)
  expect(told(house, 'INCIDENT')).toEqual(['CREATED w'])

  const elementInstanceKey = String(outcome.results[0]!.processInstanceKey)
  await house.submit({ type: 'SET_VARIABLES', elementInstanceKey, variables: { kind: 'write' } })
  await house.submit({ type: 'RESOLVE_INCIDENT', incidentKey: keyOf(outcome, 'INCIDENT', 'CREATED') })
  expect(told(house, 'TIMER')).toEqual(['CREATED b'])
  expect(count('engine_timer')).toBe(1)
  expect(told(house, 'JOB')).toEqual(['CREATED w'])
})

test('other paths of the instance go on beside an incident', async () => {
  await house.deploy(
    'p.bpmn',
    diagram(
      `<bpmn:startEvent id="s"/><bpmn:parallelGateway id="f"/>${userTask('a')}${userTask('b', '<zeebe:assignmentDefinition assignee="=nobody"/>')}
       <bpmn:endEvent id="e"/>${flows('s-f', 'f-a', 'f-b', 'a-e')}`,
    ),
  )
  const outcome = await house.submit(start())
  expect(told(house, 'INCIDENT')).toEqual(['CREATED b'])
  await house.submit({ type: 'COMPLETE_USER_TASK', userTaskKey: keyOf(outcome, 'USER_TASK', 'CREATED') })
  expect(told(house, 'PROCESS_INSTANCE').at(-1)).toBe('ELEMENT_COMPLETED e')
})

test('a completion whose mapping fails keeps its result for the retry', async () => {
  await house.deploy(
    'p.bpmn',
    diagram(
      `<bpmn:startEvent id="s"/>${userTask('a', '<zeebe:ioMapping><zeebe:output source="=assert(r, limit > r)" target="out"/></zeebe:ioMapping>')}
       ${userTask('b')}${flows('s-a', 'a-b')}`,
    ),
  )
  const created = await house.submit(start({ limit: 1 }))
  const elementInstanceKey = String(created.results[0]!.processInstanceKey)
  const completed = await house.submit({
    type: 'COMPLETE_USER_TASK',
    userTaskKey: keyOf(created, 'USER_TASK', 'CREATED'),
    variables: { r: 5 },
  })
  await house.submit({ type: 'SET_VARIABLES', elementInstanceKey, variables: { limit: 9 } })
  await house.submit({ type: 'RESOLVE_INCIDENT', incidentKey: keyOf(completed, 'INCIDENT', 'CREATED') })
  expect(told(house, 'USER_TASK').at(-1)).toBe('CREATED b')
  const document = JSON.parse(house.db.prepare('select document from engine_instance').pluck().get() as string)
  expect(document.variables[elementInstanceKey].out.value).toBe(5)
})
