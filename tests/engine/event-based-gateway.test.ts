import { expect, test } from 'vitest'
import { flows, serviceTask, timer } from '../contracts/open-engine.ts'
import { boundary, eachOnAFreshEngine, message } from './one-instance.ts'

const run = eachOnAFreshEngine()
const HOUR = 3_600_000
const G = '<bpmn:startEvent id="s"/><bpmn:eventBasedGateway id="g"/>'
const awaited = (id: string, definition: string, extensions = '') =>
  `<bpmn:intermediateCatchEvent id="${id}">${extensions && `<bpmn:extensionElements>${extensions}</bpmn:extensionElements>`}${definition}</bpmn:intermediateCatchEvent>`
const waitFor = (name: string) => `<bpmn:messageEventDefinition messageRef="message_${name}"/>`
const TIMER_OR_MESSAGE = `${G}${awaited('t', timer('PT1H'))}${awaited('m', waitFor('m'))}${serviceTask('late')}${serviceTask('come')}`
const WAYS = flows('s-g', 'g-t', 'g-m', 't-late', 'm-come')

test('the first event wins with its data; the others are waited for no more', async () => {
  await run.it.start(`${TIMER_OR_MESSAGE}${WAYS}`, { k: '1' }, message('m'))
  expect(run.it.open).toEqual(['p', 'g'])
  await run.it.publish('m', '1', { variables: { got: 7 } })
  expect(run.it.open).toEqual(['p', 'come'])
  expect(run.it.variables).toEqual({ k: '1', got: 7 })
  expect(run.it.intents('TIMER')).toEqual(['CREATED', 'CANCELED'])
  await run.it.house.advance(2 * HOUR)
  expect(run.it.open).toEqual(['p', 'come'])
})

test('a message that is already there is taken at once, and only one of several', async () => {
  const two = `${G}${awaited('m', waitFor('m'))}${awaited('n', waitFor('n'))}${serviceTask('a')}${serviceTask('b')}`
  await run.it.publish('m', '1', { timeToLive: HOUR })
  await run.it.publish('n', '1', { timeToLive: HOUR })
  await run.it.start(`${two}${flows('s-g', 'g-m', 'g-n', 'm-a', 'n-b')}`, { k: '1' }, message('m') + message('n'))
  expect(run.it.open).toEqual(['p', 'b'])
  expect(run.it.intents('MESSAGE_SUBSCRIPTION')).toEqual(['CREATED', 'CREATED', 'CORRELATED', 'DELETED'])
})

test('what an event brings is its own to map; without a mapping it goes to the scope around', async () => {
  const mapped = awaited(
    'm',
    waitFor('m'),
    '<zeebe:ioMapping><zeebe:output source="=got + 1" target="more"/></zeebe:ioMapping>',
  )
  const elements = `${G}${awaited('t', timer('PT1H'))}${mapped}${serviceTask('late')}${serviceTask('come')}${WAYS}`
  await run.it.start(elements, { k: '1' }, message('m'))
  await run.it.publish('m', '1', { variables: { got: 7 } })
  expect(run.it.variables).toEqual({ k: '1', more: 8 })
})

test('a key that cannot be computed stops the gateway as a whole; mended, all its events are waited for', async () => {
  await run.it.start(`${TIMER_OR_MESSAGE}${WAYS}`, {}, message('m'))
  expect(run.it.intents('TIMER')).toEqual([])
  expect(run.it.records('INCIDENT')[0]!.value.elementId).toBe('g')
  await run.it.set({ k: '1' })
  await run.it.resolve()
  expect(run.it.intents('TIMER')).toEqual(['CREATED'])
  await run.it.publish('m', '1')
  expect(run.it.open).toEqual(['p', 'come'])
})

test('a mapping of the event that fails stops the event; the others stay gone', async () => {
  const mapped = awaited(
    'm',
    waitFor('m'),
    '<zeebe:ioMapping><zeebe:output source="=assert(x, x != null)" target="y"/></zeebe:ioMapping>',
  )
  const elements = `${G}${awaited('t', timer('PT1H'))}${mapped}${serviceTask('late')}${serviceTask('come')}${WAYS}`
  await run.it.start(elements, { k: '1' }, message('m'))
  await run.it.publish('m', '1', { variables: { got: 7 } })
  expect(run.it.open).toEqual(['p', 'm'])
  await run.it.set({ x: 5 })
  await run.it.resolve()
  expect(run.it.open).toEqual(['p', 'come'])
  expect(run.it.variables).toMatchObject({ y: 5 })
})

test('when its scope is interrupted, the gateway waits for nothing any more', async () => {
  const inner = `${TIMER_OR_MESSAGE}${WAYS}`
  const elements = `<bpmn:startEvent id="o"/><bpmn:subProcess id="u">${inner}</bpmn:subProcess>${boundary('stop', 'u', waitFor('n'))}${serviceTask('after')}`
  await run.it.start(`${elements}${flows('o-u', 'stop-after')}`, { k: '1' }, message('m') + message('n'))
  await run.it.publish('n', '1')
  expect(run.it.open).toEqual(['p', 'after'])
  expect(run.it.terminated).toEqual(['g', 'u'])
  expect(run.it.intents('TIMER')).toEqual(['CREATED', 'CANCELED'])
})

test('in a loop it waits anew', async () => {
  const elements = `<bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="x"/><bpmn:eventBasedGateway id="g"/>${awaited('t', timer('PT1H'))}${awaited('m', waitFor('m'))}<bpmn:endEvent id="e"/>`
  await run.it.start(`${elements}${flows('s-x', 'x-g', 'g-t', 'g-m', 't-x', 'm-e')}`, { k: '1' }, message('m'))
  await run.it.house.advance(HOUR)
  await run.it.house.advance(HOUR)
  expect(run.it.completed.filter(id => id === 't')).toHaveLength(2)
  await run.it.publish('m', '1')
  expect(run.it.open).toEqual([])
})

test('of several events that cannot be computed the last in the file is told, whatever its kind', async () => {
  const elements = `${G}${awaited('m', waitFor('m'))}${awaited('t', timer('=late'))}${flows('s-g', 'g-m', 'g-t')}`
  await run.it.start(elements, {}, message('m'))
  expect(run.it.records('INCIDENT')[0]!.value.errorMessage).toContain("'late'")
})
