import { expect, test } from 'vitest'
import { parseBpmn, validateDiagram } from '../index.ts'

const flow = (from: string, to: string, condition = '') =>
  `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${condition && `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`}</bpmn:sequenceFlow>`
const process = (body: string, rest = '') =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="t"><bpmn:process id="p" isExecutable="true">${body}</bpmn:process>${rest}</bpmn:definitions>`
const problems = async (xml: string) =>
  validateDiagram(await parseBpmn(xml)).map(({ element, message }) => `${element}: ${message}`)

const START = '<bpmn:startEvent id="s"/>'
const task = (extension: string) =>
  `<bpmn:userTask id="t"><bpmn:extensionElements><zeebe:userTask/>${extension}</bpmn:extensionElements></bpmn:userTask>`

test('a diagram without a fault has no problem', async () => {
  expect(await problems(process(`${START}${task('')}${flow('s', 't')}`))).toEqual([])
})

/** The traces of tests/engine hold one scenario a rule; here is what they do not reach. */
test.each([
  [
    'two faults are both told',
    `${START}${START.replace('"s"', '"s2"')}<bpmn:endEvent id="e"/><bpmn:serviceTask id="w"/>${flow('e', 'w')}`,
    [
      'p: Multiple none start events are not allowed',
      'e: End events must not have outgoing sequence flows to other elements.',
      "w: Must have exactly one 'zeebe:taskDefinition' extension element",
    ],
  ],
  [
    'FEEL of an assignment',
    `${START}${task('<zeebe:assignmentDefinition candidateGroups="=[1,"/>')}`,
    ["failed to parse expression '[1,'"],
  ],
  ['FEEL of a form id', `${START}${task('<zeebe:formDefinition formId="=("/>')}`, ["failed to parse expression '('"]],
  ['a follow-up date', `${START}${task('<zeebe:taskSchedule followUpDate="2030-01-01"/>')}`, ["found '2030-01-01'"]],
  [
    'a message that is thrown without a job',
    `${START}<bpmn:endEvent id="e"><bpmn:messageEventDefinition/></bpmn:endEvent>`,
    ["e: Must have exactly one 'zeebe:taskDefinition'"],
  ],
  [
    'a flow that decides after a task',
    `${START}${task('')}<bpmn:endEvent id="e"/>${flow('t', 'e', '=x')}`,
    ['t: Conditional sequence flows'],
  ],
  [
    'a date of a timer',
    `${START}<bpmn:intermediateCatchEvent id="c"><bpmn:timerEventDefinition><bpmn:timeDate xsi:type="bpmn:tFormalExpression">2030-01-01</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`,
    ["c: Invalid timer date expression (Invalid date-time format '2030-01-01'"],
  ],
])('%s', async (_, body, expected) => {
  const found = await problems(process(body))
  expect(found).toHaveLength(expected.length)
  for (const [index, text] of expected.entries()) expect(found[index]).toContain(text)
})

test('two starts of event sub-processes in one scope may not catch the same', async () => {
  const eventSubProcess = (id: string) =>
    `<bpmn:subProcess id="${id}" triggeredByEvent="true"><bpmn:startEvent id="${id}s"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent></bpmn:subProcess>`
  const message =
    '<bpmn:message id="m" name="stop"><bpmn:extensionElements><zeebe:subscription correlationKey="=k"/></bpmn:extensionElements></bpmn:message>'
  expect(await problems(process(`${START}${eventSubProcess('u')}${eventSubProcess('v')}`, message))).toEqual([
    "p: Multiple message event definitions with the same name 'stop' are not allowed.",
  ])
})

test('a loop with a job or a task of people in it is no straight-through loop', async () => {
  const body = (middle: string) =>
    `${START}<bpmn:exclusiveGateway id="m"/><bpmn:task id="n"/>${middle}${flow('s', 'm')}${flow('m', 'n')}${flow('n', 't')}${flow('t', 'm')}`
  expect(await problems(process(body(task(''))))).toEqual([])
  expect(await problems(process(body('<bpmn:manualTask id="t"/>')))).toEqual([
    'p: Processes are not allowed to contain a straight-through processing loop: n > t > m > n',
  ])
})

test('a diagram without executable process is told by its definitions', async () => {
  expect(await problems(process(START).replace(' isExecutable="true"', ''))).toEqual([
    'd: Must contain at least one executable process',
  ])
})
