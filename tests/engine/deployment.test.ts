import { afterEach, beforeEach, expect, test } from 'vitest'
import { CommandRejected } from '../../server/engine/index.ts'
import { diagram, flows, openEngine, type TestEngine, userTask } from '../contracts/open-engine.ts'

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

/** Good BPMN that is never executed: refused by name, with what to use instead. */
test.each([
  ['a complex gateway', '<bpmn:complexGateway id="x"/>', 'Use an inclusive gateway'],
  ['a transaction', '<bpmn:transaction id="x"><bpmn:startEvent id="y"/></bpmn:transaction>', 'Use a sub-process'],
  [
    'a receive task that starts a process',
    '<bpmn:receiveTask id="x" instantiate="true" messageRef="m"/>',
    'Use a message start event',
  ],
])('%s is refused by name', async (_, element, instead) => {
  const message =
    '<bpmn:message id="m" name="m"><bpmn:extensionElements><zeebe:subscription correlationKey="=k"/></bpmn:extensionElements></bpmn:message>'
  const reason = await refusal(
    'p.bpmn',
    around(element).replace('</bpmn:definitions>', `${message}</bpmn:definitions>`),
  )
  expect(reason).toContain('- Element: x')
  expect(reason).toContain(instead)
})

test.each([
  [
    'a process that an error starts',
    '<bpmn:startEvent id="x"><bpmn:errorEventDefinition/></bpmn:startEvent>',
    '- Element: x',
  ],
  [
    'a process that an escalation starts',
    '<bpmn:startEvent id="x"><bpmn:escalationEventDefinition/></bpmn:startEvent>',
    'message, a timer, a signal or a condition',
  ],
  [
    'a cancel event',
    '<bpmn:subProcess id="x"><bpmn:startEvent id="y"/></bpmn:subProcess><bpmn:boundaryEvent id="z" attachedToRef="x"><bpmn:cancelEventDefinition id="d"/></bpmn:boundaryEvent>',
    'Use an error end event',
  ],
])('%s is refused', async (_, element, message) => {
  expect(await refusal('p.bpmn', diagram(`<bpmn:startEvent id="s"/>${element}`))).toContain(message)
})

test.each([
  ['broken XML', 'p.bpmn', '<bpmn:definitions', 'unclosed tag'],
  ['an external entity', 'p.bpmn', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', 'document type'],
  ['an unknown element', 'p.bpmn', around('<bpmn:rocket id="x"/>'), 'nothing of the name rocket'],
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
