import { afterEach, beforeEach, expect, test } from 'vitest'
import { CommandRejected } from '../../server/engine/index.ts'
import { diagram, flows, openEngine, serviceTask, type TestEngine, timer, userTask } from '../contracts/open-engine.ts'

let house: TestEngine
beforeEach(() => {
  house = openEngine()
})
afterEach(() => house.close())

const around = (element: string) => diagram(`<bpmn:startEvent id="s"/>${element}${flows('s-x')}`)
const refusal = (name: string, content: string) =>
  house.deploy(name, content).then(
    () => 'accepted',
    error => (error instanceof CommandRejected ? error.reason : Promise.reject(error)),
  )

/** Good BPMN that cannot be executed yet: refused by name, never started and then stuck. */
test.each([
  ['an inclusive gateway', '<bpmn:inclusiveGateway id="x"/>', "Elements of type 'InclusiveGateway'"],
  [
    'an event-based gateway',
    `<bpmn:eventBasedGateway id="x"/><bpmn:intermediateCatchEvent id="c">${timer('PT1H')}</bpmn:intermediateCatchEvent>
     <bpmn:intermediateCatchEvent id="d">${timer('PT2H')}</bpmn:intermediateCatchEvent>${flows('x-c', 'x-d')}`,
    "Elements of type 'EventBasedGateway'",
  ],
  [
    'a call activity',
    '<bpmn:callActivity id="x"><bpmn:extensionElements><zeebe:calledElement processId="q"/></bpmn:extensionElements></bpmn:callActivity>',
    "Elements of type 'CallActivity'",
  ],
  [
    'multi-instance',
    `<bpmn:userTask id="x"><bpmn:extensionElements><zeebe:userTask/></bpmn:extensionElements><bpmn:multiInstanceLoopCharacteristics>
     <bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=l"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>`,
    'Multi-instance activities',
  ],
  [
    'a signal',
    '<bpmn:intermediateCatchEvent id="x"><bpmn:signalEventDefinition/></bpmn:intermediateCatchEvent>',
    "Events of type 'signal'",
  ],
  [
    'an execution listener',
    serviceTask(
      'x',
      '<zeebe:executionListeners><zeebe:executionListener eventType="start" type="l"/></zeebe:executionListeners>',
    ),
    'Execution listeners',
  ],
])('%s is refused by name', async (_, element, what) => {
  const reason = await refusal('p.bpmn', around(element))
  expect(reason).toContain('- Element: x')
  expect(reason).toContain(`${what} are not executable by this engine yet.`)
})

test('a timer that starts a process is refused by name', async () => {
  const content = diagram(`<bpmn:startEvent id="s">${timer('PT1H')}</bpmn:startEvent>${userTask('a')}${flows('s-a')}`)
  expect(await refusal('p.bpmn', content)).toContain("Start events of type 'timer' are not executable")
})

test.each([
  ['broken XML', 'p.bpmn', '<bpmn:definitions', 'unclosed tag'],
  ['an external entity', 'p.bpmn', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', 'document type'],
  ['an unknown element', 'p.bpmn', around('<bpmn:rocket id="x"/>'), 'bpmn:rocket'],
  ['wrong FEEL', 'p.bpmn', around(userTask('x', '<zeebe:assignmentDefinition assignee="=1 +"/>')), "expression '1 +'"],
  ['a form that is no JSON', 'f.form', '{', 'Expected JSON'],
  ['a form without id', 'f.form', '{"components":[]}', 'Expected a form with an id'],
  ['a broken decision', 'd.dmn', '<definitions', "'d.dmn'"],
  ['another kind of file', 'a.txt', 'hello', 'unknown resource type'],
])('%s is refused, saying what was found', async (_, name, content, message) => {
  expect(await refusal(name, content)).toContain(message)
})

test('one bad resource keeps the whole bundle out', async () => {
  const resources = [
    { name: 'p.bpmn', content: around(userTask('x')) },
    { name: 'q.bpmn', content: '<' },
  ]
  await expect(house.submit({ type: 'DEPLOY_RESOURCES', resources })).rejects.toThrow("'q.bpmn'")
  expect(house.db.prepare('select count(*) from engine_process').pluck().get()).toBe(0)
  expect(house.db.prepare('select count(*) from engine_resource').pluck().get()).toBe(0)
})

test('a deployment answers with the keys of what it made', async () => {
  const { results } = await house.deploy('p.bpmn', around(userTask('x')))
  expect(results).toMatchObject([
    {
      deploymentKey: expect.any(String),
      processesMetadata: [{ bpmnProcessId: 'p', processDefinitionKey: expect.any(String) }],
    },
  ])
})
