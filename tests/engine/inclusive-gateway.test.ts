import { expect, test } from 'vitest'
import { flows, serviceTask } from '../contracts/open-engine.ts'
import { boundary, eachOnAFreshEngine, message } from './one-instance.ts'

const run = eachOnAFreshEngine()
const gateway = (id: string, attributes = '') => `<bpmn:inclusiveGateway id="${id}" ${attributes}/>`
const waitFor = (name: string) => `<bpmn:messageEventDefinition messageRef="message_${name}"/>`
const S = '<bpmn:startEvent id="s"/>'
/** `fork` leads to `a` and `b` side by side; behind them `j`, then `z`. */
const TWO = `${S}<bpmn:parallelGateway id="fork"/>${serviceTask('a')}${serviceTask('b')}${gateway('j')}${serviceTask('z')}`

test('a fork takes every flow that is true, the last in the file first', async () => {
  const tasks = ['a', 'b', 'c'].map(id => serviceTask(id)).join('')
  await run.it.start(`${S}${gateway('g')}${tasks}${flows('s-g', 'g-a:=x > 1', 'g-b:=x > 5', 'g-c:=x > 2')}`, { x: 3 })
  expect(run.it.open).toEqual(['p', 'c', 'a'])
})

test('a join waits for who is on the way and not for who never was', async () => {
  const tasks = ['a', 'b', 'c'].map(id => serviceTask(id)).join('')
  const ways = flows('s-g', 'g-a:=true', 'g-b:=true', 'g-c:=false', 'a-j', 'b-j', 'c-j', 'j-z')
  await run.it.start(`${S}${gateway('g')}${tasks}${gateway('j')}${serviceTask('z')}${ways}`)
  await run.it.work('a')
  expect(run.it.open).toEqual(['p', 'b'])
  await run.it.work('b')
  expect(run.it.open).toEqual(['p', 'z'])
})

test('a token that can still come over a boundary event is waited for', async () => {
  const ways = flows('s-fork', 'fork-a', 'fork-b', 'a-j', 'b-e', 'late-j', 'j-z')
  await run.it.start(
    `${TWO}<bpmn:endEvent id="e"/>${boundary('late', 'b', waitFor('m'))}${ways}`,
    { k: '1' },
    message('m'),
  )
  await run.it.work('a')
  expect(run.it.open).toEqual(['p', 'b'])
  await run.it.publish('m', '1')
  expect(run.it.open).toEqual(['p', 'z'])
})

/** Zeebe 8.8 looks only when a token arrives: there these instances would stay for ever. */
test.each([
  ['another way is chosen', () => run.it.work('b', { away: true })],
  ['an event leads it away', () => run.it.publish('m', '1')],
])('the token that was waited for goes elsewhere (%s): the join fires', async (_, leave) => {
  const ways = flows('s-fork', 'fork-a', 'fork-b', 'a-j', 'b-x', 'x-e:=away', 'x-j', 'late-e', 'j-z')
  const elements = `${TWO}<bpmn:exclusiveGateway id="x" default="x_j"/><bpmn:endEvent id="e"/>${boundary('late', 'b', waitFor('m'))}`
  await run.it.start(`${elements}${ways}`, { k: '1' }, message('m'))
  await run.it.work('a')
  expect(run.it.open).toEqual(['p', 'b'])
  await leave()
  expect(run.it.open).toEqual(['p', 'z'])
  await run.it.work('z')
  expect(run.it.open).toEqual([])
})

test('who can only come over a flow that was already taken is not waited for', async () => {
  const ways = flows('s-fork', 'fork-a', 'fork-b', 'a-m', 'b-m', 'm-j', 'c-j', 'j-z')
  await run.it.start(`${TWO}<bpmn:exclusiveGateway id="m"/>${serviceTask('c')}${ways}`)
  await run.it.work('a')
  expect(run.it.open).toEqual(['p', 'b', 'z'])
  await run.it.work('b')
  expect(run.it.open).toEqual(['p', 'z', 'z'])
})

test('in a loop the join fires once a round', async () => {
  const ways = flows('s-m', 'm-g', 'g-a:=true', 'g-b:=n = 1', 'a-j', 'b-j', 'j-x', 'x-m:=again', 'x-e')
  const elements = `${S}<bpmn:exclusiveGateway id="m"/>${gateway('g')}${serviceTask('a')}${serviceTask('b')}${gateway('j')}`
  await run.it.start(`${elements}<bpmn:exclusiveGateway id="x" default="x_e"/><bpmn:endEvent id="e"/>${ways}`, { n: 1 })
  await run.it.work('a')
  await run.it.work('b', { again: true, n: 2 })
  expect(run.it.open).toEqual(['p', 'a'])
  await run.it.work('a', { again: false })
  expect(run.it.completed.filter(id => id === 'j')).toHaveLength(2)
  expect(run.it.open).toEqual([])
})

test('inside a sub-process only what is inside counts', async () => {
  const inner = `<bpmn:startEvent id="us"/>${gateway('g')}${serviceTask('a')}${serviceTask('b')}${gateway('j')}`
  const sub = `<bpmn:subProcess id="u">${inner}${flows('us-g', 'g-a:=true', 'g-b:=false', 'a-j', 'b-j')}</bpmn:subProcess>`
  const ways = flows('s-fork', 'fork-u', 'fork-c', 'u-e', 'c-e')
  await run.it.start(`${S}<bpmn:parallelGateway id="fork"/>${sub}${serviceTask('c')}<bpmn:endEvent id="e"/>${ways}`)
  await run.it.work('a')
  expect(run.it.open).toEqual(['p', 'c'])
  expect(run.it.completed).toContain('u')
})

test('a condition that cannot be answered leaves the whole fork undone until it is mended', async () => {
  const ways = flows('s-g', 'g-a:=true', 'g-b:=x > 1')
  await run.it.start(`${S}${gateway('g')}${serviceTask('a')}${serviceTask('b')}${ways}`)
  expect(run.it.open).toEqual(['p', 'g'])
  await run.it.set({ x: 2 })
  await run.it.resolve()
  expect(run.it.open).toEqual(['p', 'b', 'a'])
})

test('tokens that wait at a join end with their instance', async () => {
  await run.it.start(`${TWO}${flows('s-fork', 'fork-a', 'fork-b', 'a-j', 'b-j', 'j-z')}`)
  await run.it.work('a')
  await run.it.submit({ type: 'CANCEL_PROCESS_INSTANCE', processInstanceKey: run.it.key })
  expect(run.it.open).toEqual([])
  expect(run.it.completed).not.toContain('j')
})
