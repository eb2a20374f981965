import { BpmnModdle } from 'bpmn-moddle'
import { expect, test } from 'vitest'
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' }
import { type ModdleElement, parseBpmn } from '../bpmn/index.ts'
import type { Outline } from './outline.ts'
import { elementIn } from './parts-of.ts'
import { outlineOf } from './read-outline.ts'
import { type PropertyWriter, writeProperty } from './write-property.ts'

const moddle = new BpmnModdle({ zeebe })

/** Writes at once into a tree that is nobody's. */
const writerIn = (file: ModdleElement): PropertyWriter => ({
  create: (type, attributes) => moddle.create(type, attributes) as ModdleElement,
  set: (element, properties) => {
    for (const [name, value] of Object.entries(properties)) (element as Settable).set(name, value)
  },
  find: id => elementIn(file, id),
})

type Settable = ModdleElement & { set(name: string, value: unknown): void }

const FILE = `<?xml version="1.0"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="file" targetNamespace="t">
  <bpmn:process id="p"><bpmn:startEvent id="start" /><bpmn:userTask id="task" /><bpmn:serviceTask id="job" /><bpmn:scriptTask id="script" />
    <bpmn:businessRuleTask id="rule" /><bpmn:callActivity id="call" /><bpmn:receiveTask id="receive" /><bpmn:exclusiveGateway id="x" />
    <bpmn:boundaryEvent id="border" attachedToRef="task" /><bpmn:intermediateCatchEvent id="catch" /><bpmn:subProcess id="sub" />
    <bpmn:sequenceFlow id="f" sourceRef="x" targetRef="task" /></bpmn:process>
  <bpmn:message id="m" name="x" /><bpmn:message id="n" name="y" /><bpmn:error id="e" name="z" />
</bpmn:definitions>`

const SAID: readonly (readonly [
  id: string,
  before: readonly [key: string, value: string][],
  key: string,
  value: string,
])[] = [
  ['p', [], 'name', '程序'],
  ['p', [], 'isExecutable', 'true'],
  ['p', [], 'property:bizPrefix', 'ZX'],
  ['file', [], 'modeler:executionPlatform', 'Camunda Cloud'],
  ['task', [], 'documentation/text', '说明'],
  ['task', [], 'header:limit', 'review.first'],
  ['task', [['header:limit', 'a']], 'header:limit', 'b'],
  [
    'task',
    [
      ['header:limit', 'a'],
      ['header:limit#2', 'b'],
    ],
    'header:limit#2',
    'c',
  ],
  ['task', [], 'assignment:assignee', '=x'],
  ['task', [], 'priority:priority', '7'],
  ['task', [], 'schedule:dueDate', '=x'],
  ['task', [], 'zeebe:UserTask', 'zeebe:UserTask'],
  ['task', [], 'zeebe:VersionTag/value', '1'],
  [
    'task',
    [
      ['input:a', '=1'],
      ['output:b', '=2'],
    ],
    'input:c',
    '=3',
  ],
  ['task', [['loop', 'bpmn:MultiInstanceLoopCharacteristics']], 'loop:isSequential', 'true'],
  ['task', [['loop', 'bpmn:MultiInstanceLoopCharacteristics']], 'loop:inputCollection', '=list'],
  ['task', [['loop', 'bpmn:MultiInstanceLoopCharacteristics']], 'loop:completionCondition', '=done'],
  ['task', [], 'loop', 'bpmn:StandardLoopCharacteristics'],
  ['job', [['job:type', 'a']], 'job:retries', '3'],
  ['script', [['script:resultVariable', 'r']], 'script:expression', '=1 + 1'],
  ['rule', [['decision:decisionId', 'd']], 'decision:resultVariable', 'r'],
  ['call', [['call:processId', 'q']], 'call:propagateAllChildVariables', 'false'],
  ['receive', [], 'messageRef', 'm'],
  ['receive', [['messageRef', 'm']], 'messageRef', 'n'],
  ['border', [], 'event', 'bpmn:TimerEventDefinition'],
  ['border', [['event', 'bpmn:TimerEventDefinition']], 'event:timeDuration', '=limit'],
  ['border', [['event', 'bpmn:ErrorEventDefinition']], 'event:errorRef', 'e'],
  ['border', [], 'cancelActivity', 'false'],
  ['catch', [['event', 'bpmn:MessageEventDefinition']], 'event:messageRef', 'm'],
  ['catch', [['event', 'bpmn:ConditionalEventDefinition']], 'event:condition', '=ready'],
  [
    'catch',
    [
      ['event', 'bpmn:LinkEventDefinition'],
      ['event:id', 'l'],
    ],
    'event:name',
    'L',
  ],
  ['start', [['event', 'bpmn:TimerEventDefinition']], 'event:timeCycle', 'R/P1D'],
  ['sub', [], 'triggeredByEvent', 'true'],
  ['f', [], 'condition', '=ok'],
  ['f', [['condition', '=ok']], 'condition', '=no'],
  ['x', [], 'default', 'f'],
  ['m', [], 'subscription:correlationKey', '=key'],
  ['e', [], 'errorCode', 'E1'],
]

const propertiesOf = (outline: Outline, id: string) => outline.parts.find(part => part.id === id)?.properties ?? {}

test.each(SAID)(
  '%s, of which %j is said, is given %s “%s” and nothing else, and loses it again',
  async (id, before, key, value) => {
    const file = await parseBpmn(FILE)
    const element = elementIn(file, id) as ModdleElement
    for (const [known, said] of before) writeProperty(element, known, said, writerIn(file))
    const was = outlineOf(file)
    writeProperty(element, key, value, writerIn(file))
    const is = outlineOf(file)
    expect(propertiesOf(is, id)).toEqual({ ...propertiesOf(was, id), [key]: value })
    expect(is.parts.filter(part => part.id !== id)).toEqual(was.parts.filter(part => part.id !== id))
    expect(Object.keys(propertiesOf(is, id)).sort()).toEqual(
      Object.keys(propertiesOf(outlineOf(await again(file)), id)).sort(),
    )
    writeProperty(element, key, undefined, writerIn(file))
    const { [key]: _, ...rest } = propertiesOf(was, id)
    expect(propertiesOf(outlineOf(file), id)).toEqual(rest)
  },
)

/** What was written can be read from the file. */
async function again(file: ModdleElement): Promise<ModdleElement> {
  const { xml } = await moddle.toXML(file as never)
  return parseBpmn(xml)
}
