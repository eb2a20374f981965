import { expect, test } from 'vitest'
import { flows, serviceTask } from '../contracts/open-engine.ts'
import { boundary, eachOnAFreshEngine, message } from './one-instance.ts'

const run = eachOnAFreshEngine()
const S = '<bpmn:startEvent id="s"/>'
const undoes = (id: string) =>
  serviceTask(`undo_${id}`).replace('<bpmn:serviceTask', '<bpmn:serviceTask isForCompensation="true"')
/** A boundary event that leads to the handler `undo_<id>`; the association stands behind the flows. */
const catches = (id: string, handler = undoes(id)) =>
  `${boundary(`c_${id}`, id, `<bpmn:compensateEventDefinition id="c_${id}_d"/>`)}${handler}`
const association = (id: string) =>
  `<bpmn:association id="c_${id}_undo" associationDirection="One" sourceRef="c_${id}" targetRef="undo_${id}"/>`
const undoable = (id: string) => `${serviceTask(id)}${catches(id)}`
const thrower = (id = 't', activity = '') =>
  `<bpmn:intermediateThrowEvent id="${id}"><bpmn:compensateEventDefinition id="${id}_d"${activity && ` activityRef="${activity}"`}/></bpmn:intermediateThrowEvent>`
const associations = (...ids: string[]) => ids.map(association).join('')
const subProcess = (id: string, elements: string) => `<bpmn:subProcess id="${id}">${elements}</bpmn:subProcess>`
const waitFor = (name: string) => `<bpmn:messageEventDefinition messageRef="message_${name}"/>`

const subscriptions = () => run.it.intents('COMPENSATION_SUBSCRIPTION')

test('what was done is undone all at once, oldest first; the event waits for the last handler', async () => {
  const elements = `${S}${undoable('a')}${undoable('b')}${thrower()}<bpmn:endEvent id="e"/>`
  await run.it.start(`${elements}${flows('s-a', 'a-b', 'b-t', 't-e')}${associations('a', 'b')}`)
  await run.it.work('a')
  await run.it.work('b')
  expect(run.it.open).toEqual(['p', 't', 'undo_a', 'undo_b'])
  await run.it.work('undo_a', { undone: 'a' })
  expect(run.it.open).toEqual(['p', 't', 'undo_b'])
  await run.it.work('undo_b')
  expect(run.it.open).toEqual([])
  expect(run.it.variables).toEqual({ undone: 'a' })
  expect(run.it.completed.slice(-4)).toEqual(['undo_b', 't', 'e', 'p'])
})

test('each round of a loop is undone, but no round twice', async () => {
  const ways = flows('s-m', 'm-a', 'a-x', 'x-m:=again', 'x-t', 't-v', 'v-e')
  const gateways = '<bpmn:exclusiveGateway id="m"/><bpmn:exclusiveGateway id="x" default="x_t"/>'
  const elements = `${S}${gateways}${undoable('a')}${thrower()}${thrower('v')}<bpmn:endEvent id="e"/>`
  await run.it.start(`${elements}${ways}${associations('a')}`)
  await run.it.work('a', { again: true })
  await run.it.work('a', { again: false })
  expect(run.it.open).toEqual(['p', 't', 'undo_a', 'undo_a'])
  await run.it.work('undo_a')
  await run.it.work('undo_a')
  expect(run.it.open).toEqual([])
  expect(run.it.completed).toContain('v')
})

test('what is named is undone alone; the rest stays to be undone later', async () => {
  const elements = `${S}${undoable('a')}${undoable('b')}${thrower('t', 'b')}${thrower('v')}<bpmn:endEvent id="e"/>`
  await run.it.start(`${elements}${flows('s-a', 'a-b', 'b-t', 't-v', 'v-e')}${associations('a', 'b')}`)
  await run.it.work('a')
  await run.it.work('b')
  expect(run.it.open).toEqual(['p', 't', 'undo_b'])
  await run.it.work('undo_b')
  expect(run.it.open).toEqual(['p', 'v', 'undo_a'])
})

test('what still runs is not undone', async () => {
  const ways = flows('s-f', 'f-a', 'f-b', 'b-t', 't-e')
  const elements = `${S}<bpmn:parallelGateway id="f"/>${undoable('a')}${undoable('b')}${thrower()}<bpmn:endEvent id="e"/>`
  await run.it.start(`${elements}${ways}${associations('a', 'b')}`)
  await run.it.work('b')
  expect(run.it.open).toEqual(['p', 'a', 't', 'undo_b'])
})

test('a completed sub-process is undone by its own handler and by those inside it', async () => {
  const inner = `<bpmn:startEvent id="us"/>${undoable('a')}${flows('us-a')}${associations('a')}`
  const elements = `${S}${subProcess('u', inner)}${catches('u')}${thrower()}<bpmn:endEvent id="e"/>`
  await run.it.start(`${elements}${flows('s-u', 'u-t', 't-e')}${associations('u')}`)
  await run.it.work('a')
  expect(run.it.open).toEqual(['p', 't', 'undo_u', 'undo_a'])
  await run.it.work('undo_u')
  await run.it.work('undo_a')
  expect(run.it.open).toEqual([])
  expect(subscriptions().filter(intent => intent === 'COMPLETED')).toHaveLength(2)
})

test('inside a sub-process only what was done inside is undone, and its end waits for it', async () => {
  const end = '<bpmn:endEvent id="ue"><bpmn:compensateEventDefinition id="ue_d"/></bpmn:endEvent>'
  const inner = `<bpmn:startEvent id="us"/>${undoable('b')}${end}${flows('us-b', 'b-ue')}${associations('b')}`
  const elements = `${S}${undoable('a')}${subProcess('u', inner)}<bpmn:endEvent id="e"/>`
  await run.it.start(`${elements}${flows('s-a', 'a-u', 'u-e')}${associations('a')}`)
  await run.it.work('a')
  await run.it.work('b')
  expect(run.it.open).toEqual(['p', 'u', 'ue', 'undo_b'])
  await run.it.work('undo_b')
  expect(run.it.open).toEqual([])
  expect(subscriptions()).toEqual(['CREATED', 'CREATED', 'TRIGGERED', 'COMPLETED', 'DELETED'])
})

test('a sub-process that was interrupted cannot be undone any more', async () => {
  const inner = `<bpmn:startEvent id="us"/>${undoable('a')}${serviceTask('rest')}${flows('us-a', 'a-rest')}${associations('a')}`
  const elements = `${S}${subProcess('u', inner)}${boundary('stop', 'u', waitFor('m'))}${thrower()}<bpmn:endEvent id="e"/>`
  await run.it.start(`${elements}${flows('s-u', 'stop-t', 't-e')}`, { k: '1' }, message('m'))
  await run.it.work('a')
  await run.it.publish('m', '1')
  expect(run.it.open).toEqual([])
  expect(subscriptions()).toEqual(['CREATED', 'DELETED'])
})

test('from an event sub-process the scope around it is undone', async () => {
  const handler = `<bpmn:subProcess id="v" triggeredByEvent="true"><bpmn:startEvent id="vs"><bpmn:errorEventDefinition id="vs_d"/></bpmn:startEvent>
    <bpmn:endEvent id="ve"><bpmn:compensateEventDefinition id="ve_d"/></bpmn:endEvent>${flows('vs-ve')}</bpmn:subProcess>`
  const elements = `${S}${undoable('a')}${serviceTask('b')}${handler}`
  await run.it.start(`${elements}${flows('s-a', 'a-b')}${associations('a')}`)
  await run.it.work('a')
  const job = run.it.records('JOB').find(({ value }) => value.elementId === 'b')!
  await run.it.submit({ type: 'THROW_ERROR', jobKey: job.key, errorCode: 'E' })
  expect(run.it.open).toEqual(['p', 'v', 've', 'undo_a'])
  await run.it.work('undo_a')
  expect(run.it.open).toEqual([])
  expect(run.it.intents('PROCESS_INSTANCE').at(-1)).toBe('ELEMENT_COMPLETED')
})

test('a handler that cannot go on keeps the event waiting until it is mended', async () => {
  const handler = undoes('a').replace('type="undo_a"', 'type="=kind"')
  const elements = `${S}${serviceTask('a')}${catches('a', handler)}${thrower()}<bpmn:endEvent id="e"/>`
  await run.it.start(`${elements}${flows('s-a', 'a-t', 't-e')}${associations('a')}`)
  await run.it.work('a')
  expect(run.it.records('INCIDENT')[0]!.value.elementId).toBe('undo_a')
  await run.it.set({ kind: 'undo' })
  await run.it.resolve()
  await run.it.work('undo_a')
  expect(run.it.open).toEqual([])
})

test('an instance that is canceled while it compensates leaves nothing behind', async () => {
  await run.it.start(`${S}${undoable('a')}${thrower()}${flows('s-a', 'a-t')}${associations('a')}`)
  await run.it.work('a')
  await run.it.submit({ type: 'CANCEL_PROCESS_INSTANCE', processInstanceKey: run.it.key })
  expect(run.it.open).toEqual([])
  expect(run.it.terminated).toEqual(['t', 'undo_a', 'p'])
  expect(subscriptions()).toEqual(['CREATED', 'TRIGGERED', 'DELETED'])
})

test('a terminating end event ends the compensation that goes on beside it', async () => {
  const elements = `${S}<bpmn:parallelGateway id="f"/>${undoable('a')}${thrower()}${serviceTask('b')}<bpmn:endEvent id="e"><bpmn:terminateEventDefinition id="e_d"/></bpmn:endEvent>`
  await run.it.start(`${elements}${flows('s-f', 'f-a', 'f-b', 'a-t', 'b-e')}${associations('a')}`)
  await run.it.work('a')
  await run.it.work('b')
  expect(run.it.open).toEqual([])
  expect(run.it.terminated).toEqual(['t', 'undo_a'])
  expect(run.it.completed.at(-1)).toBe('p')
})

test('an activity done many times over is undone once', async () => {
  const many =
    '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=[1,2]"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>'
  const task = serviceTask('a').replace('</bpmn:serviceTask>', `${many}</bpmn:serviceTask>`)
  await run.it.start(`${S}${task}${catches('a')}${thrower()}${flows('s-a', 'a-t')}${associations('a')}`)
  await run.it.work('a')
  expect(subscriptions()).toEqual([])
  await run.it.work('a')
  expect(run.it.open).toEqual(['p', 't', 'undo_a'])
})

test('a sub-process undoes step by step', async () => {
  const steps = `<bpmn:startEvent id="hs"/>${serviceTask('h1')}${serviceTask('h2')}${flows('hs-h1', 'h1-h2')}`
  const handler = subProcess('undo_a', steps).replace('<bpmn:subProcess', '<bpmn:subProcess isForCompensation="true"')
  await run.it.start(
    `${S}${serviceTask('a')}${catches('a', handler)}${thrower()}${flows('s-a', 'a-t')}${associations('a')}`,
  )
  await run.it.work('a')
  await run.it.work('h1')
  expect(run.it.open).toEqual(['p', 't', 'undo_a', 'h2'])
  await run.it.work('h2')
  expect(run.it.open).toEqual([])
})

test('of a sub-process done many times over each instance is undone, and when it throws itself only its own', async () => {
  const many =
    '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=[1,2]"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>'
  const inner = `<bpmn:startEvent id="us"/>${undoable('a')}${serviceTask('b')}${thrower('ut', 'a')}${flows('us-a', 'a-b', 'b-x', 'x-ut:=own')}`
  const gateway = '<bpmn:exclusiveGateway id="x" default="x_ue"/><bpmn:endEvent id="ue"/>'
  const sub = subProcess('u', `${many}${inner}${gateway}${flows('x-ue')}${associations('a')}`)
  await run.it.start(`${S}${sub}${thrower()}${flows('s-u', 'u-t')}`, { own: true })
  await run.it.work('a')
  await run.it.work('b')
  await run.it.work('undo_a', { own: false })
  await run.it.work('a')
  await run.it.work('b')
  expect(run.it.open).toEqual(['p', 't', 'undo_a'])
  await run.it.work('undo_a')
  expect(run.it.open).toEqual([])
})
