import { expect, test } from 'vitest'
import { diagram, flows, serviceTask } from '../contracts/open-engine.ts'
import { boundary, eachOnAFreshEngine } from './one-instance.ts'

const run = eachOnAFreshEngine()
const S = '<bpmn:startEvent id="s"/>'
const signal = '<bpmn:signal id="signal_g" name="g"/>'
const onSignal = '<bpmn:signalEventDefinition signalRef="signal_g"/>'
const stop = `<bpmn:subProcess id="stop" triggeredByEvent="true"><bpmn:startEvent id="es">${onSignal}</bpmn:startEvent>${serviceTask('h')}${flows('es-h')}</bpmn:subProcess>`
const broadcast = () => run.it.submit({ type: 'BROADCAST_SIGNAL', signalName: 'g' })

test('what interrupts the scope wins over what interrupts an activity in it at the same time', async () => {
  const border = `${boundary('b', 'w', onSignal)}${serviceTask('after')}`
  await run.it.start(`${S}${serviceTask('w')}${border}${stop}${flows('s-w', 'b-after')}`, {}, signal)
  await broadcast()
  expect(run.it.terminated).toEqual(['w'])
  expect(run.it.open).toEqual(['p', 'stop', 'h'])
  await run.it.work('h')
  expect(run.it.completed.at(-1)).toBe('p')
})

test('the same when the activity is a call: the called instance ends first', async () => {
  await run.it.house.deploy('q.bpmn', diagram(`${S}${serviceTask('w')}${flows('s-w')}`, '', 'q'))
  const call =
    '<bpmn:callActivity id="c"><bpmn:extensionElements><zeebe:calledElement processId="q"/></bpmn:extensionElements></bpmn:callActivity>'
  await run.it.start(`${S}${call}${boundary('b', 'c', onSignal)}${stop}${flows('s-c')}`, {}, signal)
  await broadcast()
  expect(run.it.terminated).toEqual(['w', 'q', 'c'])
  expect(run.it.open).toEqual(['p', 'stop', 'h'])
})

test('a called instance that listens to what interrupts its caller ends with it', async () => {
  await run.it.house.deploy('q.bpmn', diagram(`${S}${serviceTask('w')}${stop}${flows('s-w')}`, signal, 'q'))
  const call =
    '<bpmn:callActivity id="c"><bpmn:extensionElements><zeebe:calledElement processId="q"/></bpmn:extensionElements></bpmn:callActivity>'
  await run.it.start(
    `${S}${call}${boundary('b', 'c', onSignal)}${serviceTask('after')}${flows('s-c', 'b-after')}`,
    {},
    signal,
  )
  await broadcast()
  expect(run.it.open).toEqual(['p', 'after'])
})
