import { expect, test } from 'vitest'
import { diagram, flows, serviceTask } from '../contracts/open-engine.ts'
import { boundary, eachOnAFreshEngine } from './one-instance.ts'

const run = eachOnAFreshEngine()
const S = '<bpmn:startEvent id="s"/>'
const NON_INTERRUPTING = 'cancelActivity="false"'
const when = (condition: string, filter = '') =>
  `<bpmn:conditionalEventDefinition>${filter && `<bpmn:extensionElements><zeebe:conditionalFilter ${filter}/></bpmn:extensionElements>`}<bpmn:condition xsi:type="bpmn:tFormalExpression">${condition.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</bpmn:condition></bpmn:conditionalEventDefinition>`
const caught = (definition: string) =>
  `${S}<bpmn:intermediateCatchEvent id="c">${definition}</bpmn:intermediateCatchEvent>${serviceTask('z')}${flows('s-c', 'c-z')}`
/** `a` with an event on its border that leads to `b`. */
const guarded = (definition: string, attributes = '') =>
  `${S}${serviceTask('a')}${boundary('c', 'a', definition, attributes)}${serviceTask('b')}${flows('s-a', 'c-b')}`
const eventSubProcess = (definition: string, attributes = '') =>
  `<bpmn:subProcess id="v" triggeredByEvent="true"><bpmn:startEvent id="vs" ${attributes}>${definition}</bpmn:startEvent>${serviceTask('w')}${flows('vs-w')}</bpmn:subProcess>`

const times = (elementId: string) => run.it.completed.filter(id => id === elementId).length

test('a catch event waits until its condition holds', async () => {
  await run.it.start(caught(when('=x > 10')), { x: 5 })
  await run.it.set({ x: 7 })
  expect(run.it.open).toEqual(['p', 'c'])
  await run.it.set({ x: 11 })
  expect(run.it.open).toEqual(['p', 'z'])
  expect(run.it.intents('CONDITION_SUBSCRIPTION')).toEqual(['CREATED', 'TRIGGERED', 'DELETED'])
})

test('a condition that holds when the waiting begins is met at once', async () => {
  await run.it.start(caught(when('=x > 10')), { x: 11 })
  expect(run.it.open).toEqual(['p', 'z'])
})

test('what is no answer is no yes, and no incident', async () => {
  await run.it.start(caught(when('=x > 10')))
  await run.it.set({ x: 'many' })
  expect(run.it.open).toEqual(['p', 'c'])
  expect(run.it.intents('INCIDENT')).toEqual([])
})

test('an interrupting event ends its activity, even at its very beginning', async () => {
  await run.it.start(guarded(when('=x > 10')), { x: 11 })
  expect(run.it.open).toEqual(['p', 'b'])
  expect(run.it.intents('JOB')).toEqual(['CREATED', 'CANCELED', 'CREATED'])
})

test('an input mapping of the activity can make it hold', async () => {
  const mapping = '<zeebe:ioMapping><zeebe:input source="=20" target="x"/></zeebe:ioMapping>'
  await run.it.start(guarded(when('=x > 10')).replace(serviceTask('a'), serviceTask('a', mapping)), { x: 1 })
  expect(run.it.open).toEqual(['p', 'b'])
})

test('what the activity leaves behind comes too late for its own border', async () => {
  await run.it.start(guarded(when('=x > 10')), { x: 1 })
  await run.it.work('a', { x: 11 })
  expect(times('c')).toBe(0)
  expect(run.it.open).toEqual([])
})

test('a non-interrupting event happens on every change while its condition holds', async () => {
  await run.it.start(guarded(when('=x > 10'), NON_INTERRUPTING), { x: 1 })
  await run.it.set({ x: 11 })
  await run.it.set({ x: 11 })
  await run.it.set({ x: 12 })
  await run.it.set({ other: 1 })
  expect(times('c')).toBe(2)
  expect(run.it.open).toEqual(['p', 'a', 'b', 'b'])
})

test('however many of its variables one document changes, it happens once', async () => {
  await run.it.start(guarded(when('=x > 10 or y > 5'), NON_INTERRUPTING), { x: 1, y: 1 })
  await run.it.set({ x: 11, y: 6 })
  expect(times('c')).toBe(1)
})

test('the whole document counts, whatever the order of its members', async () => {
  await run.it.start(caught(when('=x > 10 and y > 5')), { x: 1, y: 1 })
  await run.it.set({ x: 11, y: 6 })
  expect(run.it.open).toEqual(['p', 'z'])
})

test.each([
  ['variableEvents="update"', 1],
  ['variableEvents="create"', 1],
  ['variableEvents="create, update"', 2],
  ['variableNames="y"', 0],
])('a filter says which changes count (%s)', async (filter, expected) => {
  await run.it.start(guarded(when('=x > 10', filter), NON_INTERRUPTING))
  await run.it.set({ x: 11 })
  await run.it.set({ x: 12 })
  expect(times('c')).toBe(expected)
})

test('only who sees the variable is asked', async () => {
  const sub = (id: string) =>
    `<bpmn:subProcess id="u${id}"><bpmn:startEvent id="s${id}"/>${serviceTask(id)}${boundary(`c${id}`, id, when('=x > 10'))}${flows(`s${id}-${id}`)}</bpmn:subProcess>`
  const elements = `${S}<bpmn:parallelGateway id="f"/>${sub('a')}${sub('b')}${flows('s-f', 'f-ua', 'f-ub')}`
  await run.it.start(elements, { x: 1 })
  await run.it.set({ x: 11 }, 'ua', true)
  expect(times('ca')).toBe(1)
  expect(run.it.open).toEqual(['p', 'ub', 'b'])
})

test('a variable of its own hides the one outside', async () => {
  const mapping = '<zeebe:ioMapping><zeebe:input source="=1" target="x"/></zeebe:ioMapping>'
  await run.it.start(guarded(when('=x > 10')).replace(serviceTask('a'), serviceTask('a', mapping)), { x: 1 })
  await run.it.set({ x: 11 })
  expect(run.it.open).toEqual(['p', 'a'])
})

test('outer scopes are asked first; what they end is not asked any more', async () => {
  const inner = `<bpmn:startEvent id="us"/>${serviceTask('a')}${boundary('inner', 'a', when('=x > 10'))}${flows('us-a')}`
  const elements = `${S}<bpmn:subProcess id="u">${inner}</bpmn:subProcess>${boundary('outer', 'u', when('=x > 5'))}${serviceTask('b')}`
  await run.it.start(`${elements}${flows('s-u', 'outer-b')}`, { x: 1 })
  await run.it.set({ x: 11 })
  expect(run.it.open).toEqual(['p', 'b'])
  expect(times('inner')).toBe(0)
})

test('a condition starts an event sub-process that interrupts its scope', async () => {
  await run.it.start(`${S}${serviceTask('a')}${eventSubProcess(when('=stop'))}${flows('s-a')}`)
  await run.it.set({ stop: true })
  expect(run.it.open).toEqual(['p', 'v', 'w'])
  expect(run.it.terminated).toEqual(['a'])
  expect(run.it.intents('CONDITION_SUBSCRIPTION')).toEqual(['CREATED', 'TRIGGERED', 'DELETED'])
})

test('one that does not interrupt starts again with each change', async () => {
  const elements = `${S}${serviceTask('a')}${eventSubProcess(when('=n > 1'), 'isInterrupting="false"')}${flows('s-a')}`
  await run.it.start(elements, { n: 0 })
  await run.it.set({ n: 2 })
  await run.it.set({ n: 3 })
  expect(run.it.open).toEqual(['p', 'a', 'v', 'w', 'v', 'w'])
  await run.it.set({ n: 0 })
  expect(run.it.open).toEqual(['p', 'a', 'v', 'w', 'v', 'w'])
})

test('the result of one task makes the condition of another hold', async () => {
  const elements = `${S}<bpmn:parallelGateway id="f"/>${serviceTask('a')}${serviceTask('d')}${boundary('c', 'a', when('=x > 10'))}${serviceTask('b')}`
  await run.it.start(`${elements}${flows('s-f', 'f-a', 'f-d', 'c-b')}`)
  await run.it.work('d', { x: 11 })
  expect(run.it.open).toEqual(['p', 'b'])
})

test('asked from outside, every start event whose condition holds begins an instance, of the latest version', async () => {
  const start = (id: string, condition: string) =>
    `<bpmn:startEvent id="${id}">${when(condition)}</bpmn:startEvent>${serviceTask(`${id}_task`)}${flows(`${id}-${id}_task`)}`
  await run.it.house.deploy('p.bpmn', diagram(start('old', '=x > 1')))
  await run.it.house.deploy('p.bpmn', diagram(`${start('a', '=x > 10')}${start('b', '=x > 5')}`))
  const nothing = await run.it.submit({ type: 'EVALUATE_CONDITIONALS', variables: { x: 3 } })
  expect(nothing.results).toMatchObject([{ processInstances: [] }])
  const { results } = await run.it.submit({ type: 'EVALUATE_CONDITIONALS', variables: { x: 11 } })
  expect(results[0]!.processInstances).toHaveLength(2)
  expect(run.it.open.filter(id => id !== 'p').sort()).toEqual(['a_task', 'b_task'])
  expect(run.it.records('VARIABLE').filter(({ value }) => value.name === 'x' && value.value === 11)).toHaveLength(4)
})
