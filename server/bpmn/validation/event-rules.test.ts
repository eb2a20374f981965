import { expect, test } from 'vitest'
import {
  boundary,
  ERROR,
  ESCALATION,
  event,
  eventSub,
  extended,
  flow,
  job,
  message,
  ofMessage,
  ofSignal,
  ofTimer,
  placesOf,
  service,
  sub,
} from './small-diagrams.testing.ts'

test.each([
  ['a boundary event on nothing that is there', boundary('b', ofTimer('timeDuration', 'PT1S'), '', 'nobody'), ['b']],
  ['no timer', event('intermediateCatchEvent', 'c', '<bpmn:timerEventDefinition/>'), ['c', 'c > timerEventDefinition']],
  [
    'a broken timer',
    event('intermediateCatchEvent', 'c', ofTimer('timeDuration', '=1 +')),
    ['c > timerEventDefinition'],
  ],
  [
    'a cycle that is none',
    service('t') + boundary('b', ofTimer('timeCycle', 'every day'), 'cancelActivity="false"'),
    ['b'],
  ],
  [
    'a broken timer that starts it',
    event('startEvent', 'c', ofTimer('timeCycle', '=1 +')),
    ['c', 'c > timerEventDefinition'],
  ],
  [
    'a message that is not named',
    event('intermediateCatchEvent', 'c', '<bpmn:messageEventDefinition/>'),
    ['c > messageEventDefinition'],
  ],
  [
    'a signal that is not named',
    event('intermediateThrowEvent', 'c', '<bpmn:signalEventDefinition/>'),
    ['c > signalEventDefinition'],
  ],
  ['an error event in the middle', event('intermediateCatchEvent', 'c', ERROR), ['c']],
  ['an end by timer', event('endEvent', 'e', ofTimer('timeDuration', 'PT1S')), ['e']],
  [
    'an end in two ways',
    event('endEvent', 'e', `<bpmn:terminateEventDefinition/>${ERROR}`),
    ['e', 'e > errorEventDefinition'],
  ],
  ['an escalation without a name thrown', event('endEvent', 'e', ESCALATION), ['e > escalationEventDefinition']],
  ['two catch-alls for escalations', sub('t', '') + boundary('a', ESCALATION) + boundary('b', ESCALATION), ['t']],
  ['a non-interrupting error in an event sub-process', eventSub('u', ERROR, 'isInterrupting="false"'), ['u']],
  ['an interrupting cycle in an event sub-process', eventSub('u', ofTimer('timeCycle', 'R/PT1S')), ['u']],
  ['two event sub-processes for all errors', eventSub('u', ERROR) + eventSub('v', ERROR), ['p']],
  ['compensation that starts on the process', eventSub('u', '<bpmn:compensateEventDefinition id="c"/>'), ['u', 'u']],
  ['compensation without a handler', service('t') + boundary('b', '<bpmn:compensateEventDefinition id="c"/>'), ['b']],
  [
    'compensation of what cannot be undone',
    service('t') + event('endEvent', 'e', '<bpmn:compensateEventDefinition id="c" activityRef="t"/>'),
    ['c'],
  ],
  [
    'compensation that does not wait',
    event('endEvent', 'e', '<bpmn:compensateEventDefinition id="c" waitForCompletion="false"/>'),
    ['e'],
  ],
  ['a handler in the flow', extended('serviceTask', 't', job, 'isForCompensation="true"') + flow('s', 't'), ['t']],
  ['a handler that receives', '<bpmn:businessRuleTask id="t" isForCompensation="true"/>', ['t', 't']],
  ['an ad-hoc sub-process with nothing in it', '<bpmn:adHocSubProcess id="a"/>', ['a']],
  [
    'an ad-hoc sub-process with a start and an end',
    '<bpmn:adHocSubProcess id="a"><bpmn:startEvent id="x"/><bpmn:endEvent id="y"/></bpmn:adHocSubProcess>',
    ['a', 'a'],
  ],
  [
    'an ad-hoc sub-process whose condition is a text',
    '<bpmn:adHocSubProcess id="a"><bpmn:task id="x"/><bpmn:completionCondition>true</bpmn:completionCondition></bpmn:adHocSubProcess>',
    ['a'],
  ],
  [
    'a link in a sub-process to one outside',
    sub('t', '', '', event('intermediateThrowEvent', 'l', '<bpmn:linkEventDefinition id="x" name="L"/>')) +
      event('intermediateCatchEvent', 'm', '<bpmn:linkEventDefinition id="y" name="L"/>'),
    ['t'],
  ],
  [
    'a link of the same name in a sub-process',
    sub('t', '', '', event('intermediateCatchEvent', 'l', '<bpmn:linkEventDefinition id="x" name="L"/>')) +
      event('intermediateCatchEvent', 'm', '<bpmn:linkEventDefinition id="y" name="L"/>'),
    ['p'],
  ],
])('%s', async (_, body, expected) => {
  expect(await placesOf(body)).toEqual(expected)
})

test.each([
  ['a signal without a name', event('intermediateCatchEvent', 'c', ofSignal('n')), '<bpmn:signal id="n"/>', ['n']],
  [
    'an escalation without a code',
    event('endEvent', 'e', '<bpmn:escalationEventDefinition escalationRef="n"/>'),
    '<bpmn:escalation id="n"/>',
    ['n'],
  ],
  [
    'an error without a code',
    event('endEvent', 'e', '<bpmn:errorEventDefinition errorRef="n"/>'),
    '<bpmn:error id="n"/>',
    ['e > errorEventDefinition'],
  ],
  [
    'a caught code that is computed',
    sub('t', '') + boundary('b', '<bpmn:escalationEventDefinition escalationRef="n"/>'),
    '<bpmn:escalation id="n" escalationCode="=x"/>',
    ['b > escalationEventDefinition'],
  ],
  [
    'a key that is a text',
    event('intermediateCatchEvent', 'c', ofMessage('m')),
    message('m', 'n', '<zeebe:subscription correlationKey="k"/>'),
    ['m > extensionElements > subscription'],
  ],
  [
    'a subscription without a key',
    event('intermediateCatchEvent', 'c', ofMessage('m')),
    message('m', 'n', '<zeebe:subscription/>'),
    ['m > extensionElements > subscription'],
  ],
  ['a broken name', event('intermediateCatchEvent', 'c', ofMessage('m')), message('m', '=1 +'), ['m']],
  [
    'a receive task and its boundary event of one name',
    `<bpmn:receiveTask id="t" messageRef="m"/>${boundary('b', ofMessage('n'))}`,
    message('m', 'x') + message('n', 'x'),
    ['t'],
  ],
  [
    'two signals of one name at one gateway',
    `<bpmn:eventBasedGateway id="g"><bpmn:outgoing>g-a</bpmn:outgoing><bpmn:outgoing>g-b</bpmn:outgoing></bpmn:eventBasedGateway>${event('intermediateCatchEvent', 'a', ofSignal('n'))}${event('intermediateCatchEvent', 'b', ofSignal('o'))}${flow('g', 'a')}${flow('g', 'b')}`,
    '<bpmn:signal id="n" name="x"/><bpmn:signal id="o" name="x"/>',
    ['g'],
  ],
  [
    'another way to an event of a gateway',
    `<bpmn:eventBasedGateway id="g"><bpmn:outgoing>g-a</bpmn:outgoing><bpmn:outgoing>g-b</bpmn:outgoing></bpmn:eventBasedGateway>${event('intermediateCatchEvent', 'a', ofSignal('n'))}${event('intermediateCatchEvent', 'b', ofSignal('o'))}${flow('g', 'a')}${flow('g', 'b')}${flow('s', 'b')}`,
    '<bpmn:signal id="n" name="x"/><bpmn:signal id="o" name="y"/>',
    ['g'],
  ],
  [
    'two signals of one name start it',
    event('startEvent', 'a', ofSignal('n')) + event('startEvent', 'b', ofSignal('o')),
    '<bpmn:signal id="n" name="x"/><bpmn:signal id="o" name="x"/>',
    ['p'],
  ],
  [
    'two messages of one name start it',
    event('startEvent', 'a', ofMessage('n')) + event('startEvent', 'b', ofMessage('o')),
    '<bpmn:message id="n" name="x"/><bpmn:message id="o" name="x"/>',
    ['p'],
  ],
  [
    'a start by a name that needs variables',
    event('startEvent', 'a', ofMessage('n')),
    '<bpmn:message id="n" name="=x"/>',
    ['a'],
  ],
  [
    'a start by a name that is no text',
    event('startEvent', 'a', ofSignal('n')),
    '<bpmn:signal id="n" name="=1 + 1"/>',
    ['a'],
  ],
  [
    'a start by a name that is computed',
    event('startEvent', 'a', ofSignal('n')),
    '<bpmn:signal id="n" name="=&quot;a&quot; + &quot;b&quot;"/>',
    [],
  ],
])('%s', async (_, body, rest, expected) => {
  expect(await placesOf(body, rest)).toEqual(expected)
})

test.each([
  [
    'a sub-process that passes',
    `<bpmn:manualTask id="m"/>${sub('u', '')}${flow('s', 'm')}${flow('m', 'u')}${flow('u', 'm')}`,
    ['p'],
  ],
  [
    'a sub-process in which somebody works',
    `<bpmn:manualTask id="m"/>${sub('u', '', '', `${service('t')}${flow('us', 't')}`)}${flow('s', 'm')}${flow('m', 'u')}${flow('u', 'm')}`,
    [],
  ],
  [
    'a process that calls itself',
    `${extended('callActivity', 'c', '<zeebe:calledElement processId="p"/>')}${flow('s', 'c')}`,
    ['p'],
  ],
  [
    'a process that calls itself after work',
    `${service('t')}${extended('callActivity', 'c', '<zeebe:calledElement processId="p"/>')}${flow('s', 't')}${flow('t', 'c')}`,
    [],
  ],
  [
    'a loop that waits for a timer',
    `<bpmn:manualTask id="m"/>${event('intermediateCatchEvent', 'c', ofTimer('timeDuration', 'PT1S'))}${flow('s', 'm')}${flow('m', 'c')}${flow('c', 'm')}`,
    [],
  ],
])('a loop through %s', async (_, body, expected) => {
  expect(await placesOf(body)).toEqual(expected)
})
