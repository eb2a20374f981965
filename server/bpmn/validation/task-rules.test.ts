import { expect, test } from 'vitest'
import { extended, job, multi, ofTimer, placesOf, service, user } from './small-diagrams.testing.ts'

test.each([
  [
    'job without type',
    extended('serviceTask', 't', '<zeebe:taskDefinition/>'),
    ['t > extensionElements > taskDefinition'],
  ],
  ['two task definitions', extended('serviceTask', 't', job + job), ['t']],
  [
    'a broken retries expression',
    extended('serviceTask', 't', '<zeebe:taskDefinition type="t" retries="=1 +"/>'),
    ['t > extensionElements > taskDefinition'],
  ],
  ['a send task without a job', '<bpmn:sendTask id="t"/>', ['t']],
  ['a receive task without a message', '<bpmn:receiveTask id="t"/>', ['t']],
  [
    'a script that is a text',
    extended('scriptTask', 't', '<zeebe:script expression="1" resultVariable="r"/>'),
    ['t > extensionElements > script'],
  ],
  [
    'a script without a result',
    extended('scriptTask', 't', '<zeebe:script expression="=1"/>'),
    ['t > extensionElements > script'],
  ],
  [
    'a decision without a result',
    extended('businessRuleTask', 't', '<zeebe:calledDecision decisionId="d"/>'),
    ['t > extensionElements > calledDecision'],
  ],
  [
    'a call of nothing',
    extended('callActivity', 't', '<zeebe:calledElement/>'),
    ['t > extensionElements > calledElement'],
  ],
  [
    'a call bound to the moon',
    extended('callActivity', 't', '<zeebe:calledElement processId="p" bindingType="moon"/>'),
    ['t > extensionElements > calledElement'],
  ],
  [
    'an output that is a text',
    service('t', '<zeebe:ioMapping><zeebe:output source="x" target="y"/></zeebe:ioMapping>'),
    ['t > extensionElements > ioMapping > output'],
  ],
  [
    'an output from nowhere',
    service('t', '<zeebe:ioMapping><zeebe:output target="y"/></zeebe:ioMapping>'),
    ['t > extensionElements > ioMapping > output'],
  ],
  [
    'an input to a word of FEEL',
    service('t', '<zeebe:ioMapping><zeebe:input source="=x" target="null"/></zeebe:ioMapping>'),
    ['t > extensionElements > ioMapping > input'],
  ],
  [
    'two inputs, each wrong',
    service(
      't',
      '<zeebe:ioMapping><zeebe:input source="=x" target="a b"/><zeebe:input source="=1 +" target="c"/></zeebe:ioMapping>',
    ),
    ['t > extensionElements > ioMapping > input', 't > extensionElements > ioMapping > input'],
  ],
  ['two mappings', service('t', '<zeebe:ioMapping/><zeebe:ioMapping/>'), ['t']],
  [
    'reserved and repeated headers',
    service(
      't',
      '<zeebe:taskHeaders><zeebe:header key="a" value="1"/><zeebe:header key="a" value="2"/><zeebe:header key="io.camunda.zeebe:x" value="1"/></zeebe:taskHeaders>',
    ),
    ['t > extensionElements > taskHeaders', 't > extensionElements > taskHeaders'],
  ],
  [
    'an empty place in a list of candidates',
    user('<zeebe:assignmentDefinition candidateGroups="1,,"/>'),
    ['u > extensionElements > assignmentDefinition'],
  ],
  [
    'a priority that is no number',
    user('<zeebe:priorityDefinition priority="high"/>'),
    ['u > extensionElements > priorityDefinition'],
  ],
  [
    'a form named in two ways',
    user('<zeebe:formDefinition formId="a" externalReference="b"/>'),
    ['u > extensionElements > formDefinition'],
  ],
  [
    'a form key on a native task',
    user('<zeebe:formDefinition formKey="a"/>'),
    ['u > extensionElements > formDefinition'],
  ],
  [
    'a bound reference to elsewhere',
    user('<zeebe:formDefinition externalReference="a" bindingType="latest"/>'),
    ['u > extensionElements > formDefinition'],
  ],
  ['two schedules', user('<zeebe:taskSchedule/><zeebe:taskSchedule/>'), ['u']],
  [
    'listeners of a task that is a job',
    extended(
      'userTask',
      'u',
      '<zeebe:taskListeners><zeebe:taskListener eventType="creating" type="x"/></zeebe:taskListeners>',
    ),
    ['u > extensionElements > taskListeners'],
  ],
  [
    'a listener without type',
    service('t', '<zeebe:executionListeners><zeebe:executionListener eventType="start"/></zeebe:executionListeners>'),
    ['t > extensionElements > executionListeners > executionListener'],
  ],
  [
    'a listener to no event',
    service('t', '<zeebe:executionListeners><zeebe:executionListener type="x"/></zeebe:executionListeners>'),
    ['t > extensionElements > executionListeners > executionListener'],
  ],
  [
    'a listener at the end of a gateway',
    extended(
      'exclusiveGateway',
      'g',
      '<zeebe:executionListeners><zeebe:executionListener eventType="end" type="x"/></zeebe:executionListeners>',
    ),
    ['g'],
  ],
  [
    'a listener at the start of a boundary event',
    service('t') +
      extended(
        'boundaryEvent',
        'b',
        '<zeebe:executionListeners><zeebe:executionListener eventType="start" type="x"/></zeebe:executionListeners>',
        'attachedToRef="t"',
        ofTimer('timeDuration', 'PT1S'),
      ),
    ['b'],
  ],
  [
    'a list without elements to collect',
    multi('<zeebe:loopCharacteristics inputCollection="=l" outputElement="=x"/>'),
    ['t > multiInstanceLoopCharacteristics > extensionElements > loopCharacteristics'],
  ],
  [
    'no list',
    multi('<zeebe:loopCharacteristics/>'),
    ['t > multiInstanceLoopCharacteristics > extensionElements > loopCharacteristics'],
  ],
  [
    'an element of the result that is a text',
    multi('<zeebe:loopCharacteristics inputCollection="=l" outputCollection="r" outputElement="x"/>'),
    ['t > multiInstanceLoopCharacteristics > extensionElements > loopCharacteristics'],
  ],
  [
    'a broken condition of completion',
    multi(
      '<zeebe:loopCharacteristics inputCollection="=l"/>',
      '<bpmn:completionCondition>=1 +</bpmn:completionCondition>',
    ),
    ['t > multiInstanceLoopCharacteristics'],
  ],
])('%s', async (_, body, expected) => {
  expect(await placesOf(body)).toEqual(expected)
})
