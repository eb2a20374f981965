import { expect, test } from 'vitest'
import { diagram, flows, serviceTask } from '../contracts/open-engine.ts'
import { boundary, eachOnAFreshEngine } from './one-instance.ts'

const run = eachOnAFreshEngine()
const S = '<bpmn:startEvent id="s"/>'
const E = '<bpmn:endEvent id="e"/>'
const definition = (code?: string) =>
  `<bpmn:escalationEventDefinition${code === undefined ? '' : ` escalationRef="escalation_${code}"`}/>`
const escalations = (...codes: string[]) =>
  codes.map(code => `<bpmn:escalation id="escalation_${code}" escalationCode="${code}"/>`).join('')
const computed = '<bpmn:escalation id="escalation_c" escalationCode="=code"/>'
const throws = (id: string, code: string) =>
  `<bpmn:intermediateThrowEvent id="${id}">${definition(code)}</bpmn:intermediateThrowEvent>`
const ends = (id: string, code: string) => `<bpmn:endEvent id="${id}">${definition(code)}</bpmn:endEvent>`
const subProcess = (id: string, elements: string) => `<bpmn:subProcess id="${id}">${elements}</bpmn:subProcess>`
const onEscalation = (id: string, code: string | undefined, elements: string, interrupts = true) =>
  `<bpmn:subProcess id="${id}" triggeredByEvent="true"><bpmn:startEvent id="${id}_s" isInterrupting="${interrupts}">${definition(code)}</bpmn:startEvent>${elements}</bpmn:subProcess>`
const goesOn = 'cancelActivity="false"'
const call = (id: string, process: string, inner = '') =>
  `<bpmn:callActivity id="${id}"><bpmn:extensionElements><zeebe:calledElement processId="${process}"/></bpmn:extensionElements>${inner}</bpmn:callActivity>`

const told = () =>
  run.it.records('ESCALATION').map(({ intent, value }) => [intent, value.escalationCode, value.catchElementId])

test('an escalation reaches the catcher further out and interrupts what lies between, the one who threw it too', async () => {
  const inner = subProcess(
    'v',
    `<bpmn:startEvent id="vs"/>${throws('t', 'A')}${serviceTask('w')}${flows('vs-t', 't-w')}`,
  )
  const outer = subProcess('u', `<bpmn:startEvent id="us"/>${inner}${flows('us-v')}`)
  await run.it.start(
    `${S}${outer}${boundary('b', 'u', definition('A'))}${serviceTask('h')}${flows('s-u', 'b-h')}`,
    {},
    escalations('A'),
  )
  expect(run.it.terminated).toEqual(['t', 'v', 'u'])
  expect(run.it.open).toEqual(['p', 'h'])
  expect(told()).toEqual([['ESCALATED', 'A', 'b']])
})

test('inside out: an inner catch-all comes before an outer exact code; in one scope the exact code comes first', async () => {
  const inner = subProcess('v', `<bpmn:startEvent id="vs"/>${throws('t', 'A')}${ends('x', 'B')}${flows('vs-t', 't-x')}`)
  const inMiddle = `${boundary('all', 'v', definition(), goesOn)}${boundary('exact', 'v', definition('B'), goesOn)}`
  const outer = subProcess('u', `<bpmn:startEvent id="us"/>${inner}${inMiddle}${flows('us-v')}`)
  await run.it.start(
    `${S}${outer}${boundary('b', 'u', definition('A'), goesOn)}${flows('s-u')}`,
    {},
    escalations('A', 'B'),
  )
  expect(told()).toEqual([
    ['ESCALATED', 'A', 'all'],
    ['ESCALATED', 'B', 'exact'],
  ])
  expect(run.it.open).toEqual([])
})

test('nobody has to catch it: the path goes on', async () => {
  await run.it.start(`${S}${throws('t', 'A')}${ends('e', 'B')}${flows('s-t', 't-e')}`, {}, escalations('A', 'B'))
  expect(told()).toEqual([
    ['NOT_ESCALATED', 'A', undefined],
    ['NOT_ESCALATED', 'B', undefined],
  ])
  expect(run.it.completed.at(-1)).toBe('p')
})

test('an event sub-process handles it beside the path, once for each throw', async () => {
  const handler = onEscalation('es', 'A', `${serviceTask('h')}${flows('es_s-h')}`, false)
  await run.it.start(
    `${S}${throws('t', 'A')}${throws('v', 'A')}${E}${handler}${flows('s-t', 't-v', 'v-e')}`,
    {},
    escalations('A'),
  )
  expect(run.it.open).toEqual(['p', 'es', 'es', 'h', 'h'])
  await run.it.work('h')
  await run.it.work('h')
  expect(run.it.completed.at(-1)).toBe('p')
})

test('an event sub-process does not catch what it throws itself, but the border of its scope does', async () => {
  const handler = onEscalation('es', 'A', `${ends('again', 'A')}${flows('es_s-again')}`)
  const scope = subProcess('u', `<bpmn:startEvent id="us"/>${throws('t', 'A')}${handler}${flows('us-t')}`)
  await run.it.start(
    `${S}${scope}${boundary('b', 'u', definition('A'))}${serviceTask('h')}${flows('s-u', 'b-h')}`,
    {},
    escalations('A'),
  )
  expect(told()).toEqual([
    ['ESCALATED', 'A', 'es_s'],
    ['ESCALATED', 'A', 'b'],
  ])
  expect(run.it.open).toEqual(['p', 'h'])
})

test('who throws may compute the code; a null is mended like any other incident', async () => {
  const scope = subProcess('u', `<bpmn:startEvent id="us"/>${ends('t', 'c')}${flows('us-t')}`)
  await run.it.start(
    `${S}${scope}${boundary('b', 'u', definition('A'))}${serviceTask('h')}${flows('s-u', 'b-h')}`,
    {},
    `${computed}${escalations('A')}`,
  )
  expect(run.it.records('INCIDENT')[0]!.value).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 't' })
  await run.it.set({ code: 'A' })
  await run.it.resolve()
  expect(run.it.open).toEqual(['p', 'h'])
})

test('out of a called process it reaches the event sub-process of the caller, and both go on', async () => {
  await run.it.house.deploy(
    'q.bpmn',
    diagram(`${S}${throws('t', 'A')}${serviceTask('w')}${E}${flows('s-t', 't-w', 'w-e')}`, escalations('A'), 'q'),
  )
  const handler = onEscalation('es', undefined, `${serviceTask('h')}${flows('es_s-h')}`, false)
  await run.it.start(`${S}${call('c', 'q')}${E}${handler}${flows('s-c', 'c-e')}`)
  expect(run.it.open).toEqual(['p', 'c', 'q', 'es', 'w', 'h'])
  await run.it.work('w')
  await run.it.work('h')
  expect(run.it.open).toEqual([])
})

test('an interrupting border of a call ends the called instance', async () => {
  await run.it.house.deploy('q.bpmn', diagram(`${S}${ends('t', 'A')}${flows('s-t')}`, escalations('A'), 'q'))
  await run.it.start(
    `${S}${call('c', 'q')}${boundary('b', 'c', definition('A'))}${serviceTask('h')}${flows('s-c', 'b-h')}`,
    {},
    escalations('A'),
  )
  expect(run.it.terminated).toEqual(['t', 'q', 'c'])
  expect(run.it.open).toEqual(['p', 'h'])
})

test('each call of a multi-instance body escalates to the border of the body', async () => {
  await run.it.house.deploy(
    'q.bpmn',
    diagram(`${S}${throws('t', 'A')}${E}${flows('s-t', 't-e')}`, escalations('A'), 'q'),
  )
  const loop =
    '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=[1,2]"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>'
  await run.it.start(
    `${S}${call('c', 'q', loop)}${boundary('b', 'c', definition('A'), goesOn)}${serviceTask('h')}${E}${flows('s-c', 'c-e', 'b-h')}`,
    {},
    escalations('A'),
  )
  expect(told()).toHaveLength(2)
  expect(run.it.open).toEqual(['p', 'h', 'h'])
})

test('a link jumps inside its own scope, without a flow', async () => {
  const link = (id: string, kind: 'Throw' | 'Catch', name = 'L') =>
    `<bpmn:intermediate${kind}Event id="${id}"><bpmn:linkEventDefinition id="${id}_d" name="${name}"/></bpmn:intermediate${kind}Event>`
  const scope = subProcess(
    'u',
    `<bpmn:startEvent id="us"/>${link('ut', 'Throw', 'M')}${link('uc', 'Catch', 'M')}<bpmn:endEvent id="ue"/>${flows('us-ut', 'uc-ue')}`,
  )
  await run.it.start(`${S}${scope}${link('t', 'Throw')}${link('c', 'Catch')}${E}${flows('s-u', 'u-t', 'c-e')}`)
  expect(run.it.completed).toEqual(['s', 'us', 'ut', 'uc', 'ue', 'u', 't', 'c', 'e', 'p'])
})
