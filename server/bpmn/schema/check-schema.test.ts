import { expect, test } from 'vitest'
import { checkSchema } from './check-schema.ts'
import { ELEMENT_TYPES, SUBSTITUTES } from './element-types.ts'
import { typeOf } from './schema.ts'

const file = (process: string, rest = '', attributes = 'targetNamespace="t"') =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" ${attributes}><bpmn:process id="p" isExecutable="true">${process}</bpmn:process>${rest}</bpmn:definitions>`

const FLOW = '<bpmn:startEvent id="s"/><bpmn:task id="t"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="t"/>'

test.each([
  ['a plain process', file(FLOW)],
  [
    'everything of a task in its order',
    file(`<bpmn:startEvent id="s"/><bpmn:serviceTask id="t" zeebe:modelerTemplate="x">
    <bpmn:documentation>what it <b>does</b></bpmn:documentation><bpmn:extensionElements><zeebe:taskDefinition type="t" id="s"/></bpmn:extensionElements>
    <bpmn:incoming>f</bpmn:incoming><bpmn:multiInstanceLoopCharacteristics><bpmn:completionCondition xsi:type="bpmn:tFormalExpression">=x</bpmn:completionCondition>
    </bpmn:multiInstanceLoopCharacteristics></bpmn:serviceTask><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="t"><bpmn:conditionExpression>=x</bpmn:conditionExpression></bpmn:sequenceFlow>`),
  ],
  [
    'lanes, data and artifacts',
    file(`<bpmn:laneSet id="l"><bpmn:lane id="l1"><bpmn:flowNodeRef>s</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>${FLOW}
    <bpmn:dataObject id="o"/><bpmn:dataObjectReference id="r" dataObjectRef="o"/><bpmn:textAnnotation id="a"><bpmn:text>hm</bpmn:text></bpmn:textAnnotation>
    <bpmn:association id="as" sourceRef="t" targetRef="a"/>`),
  ],
  [
    'a drawing',
    file(
      FLOW,
      `<bpmndi:BPMNDiagram id="g"><bpmndi:BPMNPlane id="pl" bpmnElement="p"><bpmndi:BPMNShape id="sh" bpmnElement="s">
    <dc:Bounds x="1.5" y="-2" width="36" height="36"/><bpmndi:BPMNLabel><dc:Bounds x="1" y="2" width="3" height="4"/></bpmndi:BPMNLabel></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="ed" bpmnElement="f"><di:waypoint x="1" y="2"/><di:waypoint x="3" y="4"/></bpmndi:BPMNEdge></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`,
    ),
  ],
  [
    'a message that is not there, which validation tells',
    file('<bpmn:startEvent id="s"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent>'),
  ],
])('%s is in order', (_, xml) => {
  expect(checkSchema(xml)).toEqual([])
})

test.each([
  [
    'an extension after the flows',
    '<bpmn:task id="t"><bpmn:incoming>f</bpmn:incoming><bpmn:extensionElements/></bpmn:task>',
    "line 3: expected another order of what is in task 't', but found extensionElements",
  ],
  [
    'an association between nodes',
    '<bpmn:startEvent id="s"/><bpmn:association id="a" sourceRef="s" targetRef="s"/><bpmn:task id="t"/>',
    "expected another order of what is in process 'p', but found task",
  ],
  [
    'two timers in one event',
    '<bpmn:startEvent id="s"><bpmn:timerEventDefinition id="e"><bpmn:timeDate>x</bpmn:timeDate><bpmn:timeCycle>x</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>',
    'found timeCycle too late or too often',
  ],
  ['an unknown element', '<bpmn:rocket id="r"/>', "expected nothing of the name rocket in process 'p'"],
  [
    'a foreign element outside of extensions',
    '<zeebe:userTask/>',
    "expected nothing of the name zeebe:userTask in process 'p'",
  ],
  [
    'an element where it has no place',
    '<bpmn:task id="t"><bpmn:signalEventDefinition/></bpmn:task>',
    "expected nothing of the name signalEventDefinition in task 't'",
  ],
  ['an unknown attribute', '<bpmn:task id="t" colour="red"/>', "expected no attribute colour at task 't'"],
  [
    'a flow without an end',
    '<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f" sourceRef="s"/>',
    "expected an attribute targetRef at sequenceFlow 'f'",
  ],
  [
    'a flow to nowhere',
    '<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="t"/>',
    "expected an element with the id 't', but there is none",
  ],
  ['a default flow that is not there', '<bpmn:exclusiveGateway id="g" default="f"/>', "the id 'f', but there is none"],
  [
    'a boundary event of nothing',
    '<bpmn:boundaryEvent id="b"/>',
    "expected an attribute attachedToRef at boundaryEvent 'b'",
  ],
  ['an id twice', '<bpmn:task id="t"/><bpmn:task id="t"/>', "expected every id once, but found 't' again"],
  ['an id that is the one of the file', '<bpmn:task id="d"/>', "found 'd' again"],
  ['an id that is no name', '<bpmn:task id="1 t"/>', "expected id of task '1 t' to be a name"],
  ['yes and no', '<bpmn:task id="t" isForCompensation="yes"/>', "to be true or false, but found 'yes'"],
  [
    'a kind that does not exist',
    '<bpmn:adHocSubProcess id="a" ordering="Random"/>',
    'to be one of Parallel|Sequential',
  ],
  ['text between elements', '<bpmn:task id="t">hello</bpmn:task>', "found the text 'hello' in task 't'"],
  [
    'a link without an id',
    '<bpmn:intermediateThrowEvent id="l"><bpmn:linkEventDefinition name="n"/></bpmn:intermediateThrowEvent>',
    'expected an attribute id at linkEventDefinition',
  ],
  [
    'a link without a name',
    '<bpmn:intermediateThrowEvent id="l"><bpmn:linkEventDefinition id="n"/></bpmn:intermediateThrowEvent>',
    "expected an attribute name at linkEventDefinition 'n'",
  ],
  [
    'compensation without an id',
    '<bpmn:endEvent id="e"><bpmn:compensateEventDefinition/></bpmn:endEvent>',
    'expected an attribute id at compensateEventDefinition',
  ],
  [
    'a condition that says nothing',
    '<bpmn:startEvent id="s"><bpmn:conditionalEventDefinition id="c"/></bpmn:startEvent>',
    "expected condition in conditionalEventDefinition 'c', but it ends before",
  ],
])('%s is told, with its line', (_, process, problem) => {
  const found = checkSchema(file(process))
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(problem)
})

test('a file without target namespace is refused', () => {
  expect(checkSchema(file(FLOW, '', ''))).toEqual(["line 1: expected an attribute targetNamespace at definitions 'd'"])
})

test('a shape without bounds is told', () => {
  const drawing = `<bpmndi:BPMNDiagram><bpmndi:BPMNPlane><bpmndi:BPMNShape id="x"/></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`
  expect(checkSchema(file(FLOW, drawing))[0]).toContain(
    "expected dc:Bounds in bpmndi:BPMNShape 'x', but it ends before",
  )
})

test('every type that the table names is in the table', () => {
  const simple = new Set(['qname', 'idref'])
  const names = ELEMENT_TYPES.trim()
    .split('\n')
    .map(line => /^\S+/.exec(line)![0])
  const named = names.flatMap(name => typeOf(name)!.slots.flatMap(({ types }) => [...types.values()]))
  const substitutes = Object.values(SUBSTITUTES).flatMap(list => list.split(/\s+/))
  expect([...named, ...substitutes].filter(name => !simple.has(name) && !typeOf(name))).toEqual([])
})
