import { expect, test } from 'vitest'
import { diagram, flows, serviceTask, timer } from '../contracts/open-engine.ts'
import { boundary, eachOnAFreshEngine } from './one-instance.ts'

const run = eachOnAFreshEngine()
const GO = '<bpmn:signal id="signal_go" name="go"/>'
const START = '<bpmn:startEvent id="s"/>'
const awaitsSignal = '<bpmn:signalEventDefinition signalRef="signal_go"/>'
const catching = (id: string) => `<bpmn:intermediateCatchEvent id="${id}">${awaitsSignal}</bpmn:intermediateCatchEvent>`
const eventSubProcess = (id: string, attributes = '') =>
  `<bpmn:subProcess id="${id}" triggeredByEvent="true"><bpmn:startEvent id="${id}_s" ${attributes}>${awaitsSignal}</bpmn:startEvent>${serviceTask(`${id}_t`)}${flows(`${id}_s-${id}_t`)}</bpmn:subProcess>`
const throwing = (kind: 'intermediateThrowEvent' | 'endEvent', id: string, inputs = '') =>
  `<bpmn:${kind} id="${id}">${inputs && `<bpmn:extensionElements><zeebe:ioMapping>${inputs}</zeebe:ioMapping></bpmn:extensionElements>`}${awaitsSignal}</bpmn:${kind}>`
const broadcast = (variables?: Record<string, number>) =>
  run.it.submit({ type: 'BROADCAST_SIGNAL', signalName: 'go', ...(variables && { variables }) })

test('an interrupting boundary signal ends the activity; what the signal brought goes to the scope around', async () => {
  const border = boundary('b', 'a', awaitsSignal)
  await run.it.start(`${START}${serviceTask('a')}${border}${serviceTask('h')}${flows('s-a', 'b-h')}`, {}, GO)
  await broadcast({ v: 1 })
  expect(run.it.terminated).toEqual(['a'])
  expect(run.it.open).toEqual(['p', 'h'])
  expect(run.it.variables).toEqual({ v: 1 })
  expect(run.it.intents('SIGNAL_SUBSCRIPTION')).toEqual(['CREATED', 'DELETED'])
})

test('a boundary signal that does not interrupt happens each time', async () => {
  const border = boundary('b', 'a', awaitsSignal, 'cancelActivity="false"')
  await run.it.start(`${START}${serviceTask('a')}${border}${serviceTask('h')}${flows('s-a', 'b-h')}`, {}, GO)
  await broadcast()
  await broadcast()
  expect(run.it.open).toEqual(['p', 'a', 'h', 'h'])
  await run.it.work('a')
  await broadcast()
  expect(run.it.open).toEqual(['p', 'h', 'h'])
})

test('an interrupting event sub-process is started once and stops everything else', async () => {
  await run.it.start(`${START}${serviceTask('a')}${eventSubProcess('e')}${flows('s-a')}`, {}, GO)
  await broadcast()
  await broadcast()
  expect(run.it.open).toEqual(['p', 'e', 'e_t'])
})

test('an event sub-process that does not interrupt runs beside the rest', async () => {
  const aside = eventSubProcess('e', 'isInterrupting="false"')
  await run.it.start(`${START}${serviceTask('a')}${aside}${flows('s-a')}`, {}, GO)
  await broadcast()
  await broadcast()
  expect(run.it.open).toEqual(['p', 'a', 'e', 'e_t', 'e', 'e_t'])
})

test('one signal reaches an activity and what is inside it: who waits longer goes first, and what ended takes no more', async () => {
  const inside = `<bpmn:subProcess id="sub"><bpmn:startEvent id="is"/>${catching('c')}${serviceTask('after')}${flows('is-c', 'c-after')}</bpmn:subProcess>`
  const border = boundary('b', 'sub', awaitsSignal)
  await run.it.start(`${START}${inside}${border}${serviceTask('h')}${flows('s-sub', 'b-h')}`, {}, GO)
  await broadcast()
  expect(run.it.terminated).toEqual(['c', 'sub'])
  expect(run.it.open).toEqual(['p', 'h'])
})

test('the name may be computed: where it fails there is an incident, and mended it is waited for', async () => {
  const named = '<bpmn:signal id="signal_go" name="=&quot;go-&quot; + k"/>'
  await run.it.start(`${START}${catching('c')}${flows('s-c')}`, {}, named)
  expect(run.it.records('INCIDENT')).toMatchObject([{ value: { errorType: 'EXTRACT_VALUE_ERROR', elementId: 'c' } }])
  await run.it.set({ k: 'x' })
  await run.it.resolve()
  await run.it.submit({ type: 'BROADCAST_SIGNAL', signalName: 'go-x' })
  expect(run.it.completed).toEqual(['s', 'c', 'p'])
})

test('a thrown signal carries what the event mapped for itself, and nothing else', async () => {
  const mapped = throwing('intermediateThrowEvent', 't', '<zeebe:input source="=a + 1" target="carried"/>')
  const fork = '<bpmn:parallelGateway id="f"/>'
  const elements = `${START}${fork}${mapped}${serviceTask('w')}${catching('c')}${flows('s-f', 'f-w', 'f-c', 'w-t')}`
  await run.it.start(elements, { a: 1 }, GO)
  await run.it.work('w')
  expect(run.it.records('SIGNAL')).toMatchObject([{ value: { signalName: 'go', variables: { carried: 2 } } }])
  expect(run.it.variables).toEqual({ a: 1, carried: 2 })
  expect(run.it.open).toEqual([])
})

test('a signal thrown before anybody waits for it is lost, also by the same instance', async () => {
  const elements = `${START}${throwing('intermediateThrowEvent', 't')}${catching('c')}${flows('s-t', 't-c')}`
  await run.it.start(elements, {}, GO)
  expect(run.it.open).toEqual(['p', 'c'])
})

test('two signals in one run reach a waiting event once, with the data of the first', async () => {
  const first = throwing('intermediateThrowEvent', 't1', '<zeebe:input source="=1" target="n"/>')
  const second = throwing('intermediateThrowEvent', 't2', '<zeebe:input source="=2" target="n"/>')
  const elements = `${START}<bpmn:parallelGateway id="f"/>${catching('c')}${serviceTask('w')}<bpmn:parallelGateway id="g"/>${second}${first}`
  await run.it.start(`${elements}${flows('s-f', 'f-c', 'f-w', 'w-g', 'g-t2', 'g-t1')}`, {}, GO)
  await run.it.work('w')
  expect(run.it.variables).toEqual({ n: 1 })
  expect(run.it.completed.filter(id => id === 'c')).toHaveLength(1)
})

test('an end event tells others: each process with a start event for the signal begins, in its latest version', async () => {
  const listener = diagram(
    `<bpmn:startEvent id="s">${awaitsSignal}</bpmn:startEvent>${serviceTask('w')}${flows('s-w')}`,
    GO,
    'q',
  )
  await run.it.house.deploy('q.bpmn', listener)
  await run.it.house.deploy('q.bpmn', listener.replaceAll('"w"', '"w2"'))
  await run.it.start(`${START}${throwing('endEvent', 'e')}${flows('s-e')}`, {}, GO)
  expect(run.it.open).toEqual(['q', 'w2'])
  expect(run.it.intents('SIGNAL_SUBSCRIPTION')).toEqual(['CREATED', 'DELETED', 'CREATED'])
})

test('after an interrupting event sub-process the border of its scope still waits', async () => {
  const inside = `<bpmn:subProcess id="sub"><bpmn:startEvent id="is"/>${serviceTask('a')}${eventSubProcess('e')}${flows('is-a')}</bpmn:subProcess>`
  const border = boundary('b', 'sub', timer('PT1H'))
  await run.it.start(`${START}${inside}${border}${serviceTask('h')}${flows('s-sub', 'b-h')}`, {}, GO)
  await broadcast()
  expect(run.it.open).toEqual(['p', 'sub', 'e', 'e_t'])
  await run.it.house.advance(3_600_000)
  expect(run.it.open).toEqual(['p', 'h'])
})

test('what was canceled waits no more', async () => {
  await run.it.start(`${START}${catching('c')}${flows('s-c')}`, {}, GO)
  await run.it.submit({ type: 'CANCEL_PROCESS_INSTANCE', processInstanceKey: run.it.key })
  await broadcast()
  expect(run.it.house.store.signalsAwaited('go')).toEqual([])
  expect(run.it.completed).toEqual(['s'])
})
