import { expect, test } from 'vitest'
import { flows, serviceTask } from '../contracts/open-engine.ts'
import { boundary, eachOnAFreshEngine, message } from './one-instance.ts'

const run = eachOnAFreshEngine()
const S = '<bpmn:startEvent id="s"/>'
const STOP = '<bpmn:endEvent id="stop"><bpmn:terminateEventDefinition id="stop_d"/></bpmn:endEvent>'
const waitFor = (name: string) => `<bpmn:messageEventDefinition messageRef="message_${name}"/>`
/** Forks to `a`, behind which everything ends, and to `b`. */
const FORK = `<bpmn:startEvent id="us"/><bpmn:parallelGateway id="f"/>${serviceTask('a')}${serviceTask('b')}${STOP}${flows('us-f', 'f-a', 'f-b', 'a-stop')}`
const SUB = `<bpmn:subProcess id="u">${FORK}</bpmn:subProcess>`

test('what it ends is completed, not terminated: the flow goes on behind the sub-process', async () => {
  await run.it.start(`${S}${SUB}${serviceTask('z')}${flows('s-u', 'u-z')}`)
  await run.it.work('a')
  expect(run.it.terminated).toEqual(['b'])
  expect(run.it.open).toEqual(['p', 'z'])
})

test('of many instances only the one in which it stands ends', async () => {
  const many =
    '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=[1,2]"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>'
  await run.it.start(`${S}${SUB.replace('<bpmn:subProcess id="u">', `<bpmn:subProcess id="u">${many}`)}${flows('s-u')}`)
  await run.it.work('a')
  expect([...run.it.open].sort()).toEqual(['a', 'b', 'p', 'u', 'u'])
  expect(run.it.terminated).toEqual(['b'])
  await run.it.work('a')
  expect(run.it.open).toEqual([])
})

test('in an event sub-process that does not interrupt, what it was started beside goes on', async () => {
  const start = `<bpmn:startEvent id="us" isInterrupting="false">${waitFor('m')}</bpmn:startEvent>`
  const inner = FORK.replace('<bpmn:startEvent id="us"/>', start)
  const beside = `<bpmn:subProcess id="v" triggeredByEvent="true">${inner}</bpmn:subProcess>`
  await run.it.start(`${S}${serviceTask('z')}${beside}${flows('s-z')}`, { k: '1' }, message('m'))
  await run.it.publish('m', '1')
  await run.it.work('a')
  expect(run.it.terminated).toEqual(['b'])
  expect(run.it.open).toEqual(['p', 'z'])
})

test('tokens at joins, events on borders and incidents beside it end with the rest', async () => {
  const broken = serviceTask('b').replace('type="b"', 'type="=kind"')
  const held = `${serviceTask('c')}${boundary('late', 'c', waitFor('m'))}<bpmn:parallelGateway id="j"/>${serviceTask('d')}`
  const elements = `${S}<bpmn:parallelGateway id="f"/>${serviceTask('a')}${broken}${held}${STOP}`
  const ways = flows('s-f', 'f-a', 'f-b', 'f-c', 'f-d', 'a-stop', 'd-j', 'c-j')
  await run.it.start(`${elements}${ways}`, { k: '1' }, message('m'))
  await run.it.work('d')
  await run.it.work('a')
  expect(run.it.open).toEqual([])
  expect(run.it.completed.at(-1)).toBe('p')
  expect(run.it.intents('INCIDENT')).toEqual(['CREATED', 'RESOLVED'])
  expect(run.it.intents('MESSAGE_SUBSCRIPTION')).toEqual(['CREATED', 'DELETED'])
})
