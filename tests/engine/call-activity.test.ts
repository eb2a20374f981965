import { expect, test } from 'vitest'
import type { Variables } from '../../server/engine/index.ts'
import { diagram, flows, serviceTask, timer, userTask } from '../contracts/open-engine.ts'
import { boundary, eachOnAFreshEngine, message } from './one-instance.ts'

const run = eachOnAFreshEngine()
const S = '<bpmn:startEvent id="s"/>'
const E = '<bpmn:endEvent id="e"/>'
const call = (id: string, process: string, attributes = '', extensions = '') =>
  `<bpmn:callActivity id="${id}"><bpmn:extensionElements><zeebe:calledElement processId="${process}" ${attributes}/>${extensions}</bpmn:extensionElements></bpmn:callActivity>`
const onError = (code: string) => `<bpmn:errorEventDefinition errorRef="error_${code}"/>`
const error = (code: string) => `<bpmn:error id="error_${code}" errorCode="${code}"/>`
const deploy = (id: string, elements: string, rest = '') =>
  run.it.house.deploy(`${id}.bpmn`, diagram(elements, rest, id))
const worker = (id: string, task = 'w') => deploy(id, `${S}${serviceTask(task)}${E}${flows(`s-${task}`, `${task}-e`)}`)

/** The instances ever begun, oldest first: key, process, who called it. */
const instances = () =>
  run.it.house.journal
    .entries({ limit: 10_000 })
    .flatMap(({ segments = [] }) => segments)
    .flatMap(({ processInstanceKey, bpmnProcessId, records }) =>
      records.flatMap(({ intent, key, value }) =>
        key === processInstanceKey && intent === 'ELEMENT_ACTIVATING'
          ? [{ key, bpmnProcessId, ...(value as { parentProcessInstanceKey?: string; businessId?: string }) }]
          : [],
      ),
    )
const create = (more: { businessId?: string; variables?: Variables } = {}) =>
  run.it.submit({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p', ...more })

test('what is called three deep knows its caller and bears the name of the case; each end leads on one level up', async () => {
  await worker('r')
  await deploy('q', `${S}${call('c', 'r')}${E}${flows('s-c', 'c-e')}`)
  await deploy('p', `${S}${call('c', 'q')}${E}${flows('s-c', 'c-e')}`)
  await create({ businessId: 'case 7' })
  const [p, q, r] = instances()
  expect([p, q, r].map(each => each?.bpmnProcessId)).toEqual(['p', 'q', 'r'])
  expect(q).toMatchObject({ parentProcessInstanceKey: p?.key, businessId: 'case 7' })
  expect(r).toMatchObject({ parentProcessInstanceKey: q?.key, businessId: 'case 7' })
  await run.it.work('w', { found: 1 })
  expect(run.it.completed.filter(id => 'pqr'.includes(id))).toEqual(['r', 'q', 'p'])
  expect(run.it.open).toEqual([])
})

test('an error goes up through the calls to the first who catches it; what lies between ends from the inside', async () => {
  await worker('r')
  await deploy('q', `${S}${call('c', 'r')}${boundary('x', 'c', onError('E2'))}${E}${flows('s-c', 'c-e')}`, error('E2'))
  const caught = `${boundary('b', 'c', onError('E1'))}${serviceTask('h')}${flows('s-c', 'c-e', 'b-h')}`
  await run.it.start(`${S}${call('c', 'q')}${E}${caught}`, {}, error('E1'))
  const [job] = run.it.records('JOB')
  await run.it.submit({ type: 'THROW_ERROR', jobKey: job!.key, errorCode: 'E1', variables: { why: 'no' } })
  expect(run.it.terminated).toEqual(['w', 'r', 'c', 'q', 'c'])
  expect(run.it.open).toEqual(['p', 'h'])
})

test('an error nobody catches stops where it was thrown and names the codes known on all levels', async () => {
  const throws = `<bpmn:endEvent id="e"><bpmn:errorEventDefinition errorRef="error_E9"/></bpmn:endEvent>`
  await deploy('q', `${S}${throws}${flows('s-e')}`, error('E9'))
  await run.it.start(`${S}${call('c', 'q')}${boundary('b', 'c', onError('E1'))}${flows('s-c')}`, {}, error('E1'))
  const [incident] = run.it.records('INCIDENT')
  expect(incident!.value).toMatchObject({ errorType: 'UNHANDLED_ERROR_EVENT', elementId: 'e' })
  expect(incident!.value.errorMessage).toContain('Available error events are [E1]')
  await run.it.resolve()
  expect(run.it.intents('INCIDENT')).toEqual(['CREATED', 'RESOLVED', 'CREATED'])
})

test('an event on the border of a call ends the called instance with its tasks, timers and messages', async () => {
  const waits = `<bpmn:receiveTask id="m" messageRef="message_n"/>`
  const ways = flows('s-f', 'f-u', 'f-m')
  await deploy(
    'q',
    `${S}<bpmn:parallelGateway id="f"/>${userTask('u')}${waits}${boundary('t', 'u', timer('P1D'))}${ways}`,
    message('n'),
  )
  await run.it.start(
    `${S}${call('c', 'q')}${boundary('b', 'c', timer('PT1H'))}${serviceTask('h')}${flows('s-c', 'b-h')}`,
    { k: 'x' },
  )
  await run.it.house.advance(3_600_000)
  expect(run.it.open).toEqual(['p', 'h'])
  expect(run.it.intents('USER_TASK').at(-1)).toBe('CANCELED')
  expect(run.it.intents('MESSAGE_SUBSCRIPTION').at(-1)).toBe('DELETED')
  expect(run.it.records('TIMER').map(({ intent, value }) => `${intent} ${value.targetElementId}`)).toContain(
    'CANCELED t',
  )
})

test('an interrupting event sub-process of the caller ends what is called before it begins', async () => {
  await worker('q')
  const start = `<bpmn:startEvent id="es"><bpmn:messageEventDefinition messageRef="message_n"/></bpmn:startEvent>`
  const stop = `<bpmn:subProcess id="stop" triggeredByEvent="true">${start}${serviceTask('h')}${flows('es-h')}</bpmn:subProcess>`
  await run.it.start(`${S}${call('c', 'q')}${stop}${flows('s-c')}`, { k: 'x' }, message('n'))
  await run.it.publish('n', 'x')
  expect(run.it.terminated).toEqual(['w', 'q', 'c'])
  expect(run.it.open).toEqual(['p', 'stop', 'h'])
})

test('only the root is canceled, by name; what it called ends from the inside', async () => {
  await worker('q')
  await run.it.start(`${S}${call('c', 'q')}${flows('s-c')}`)
  const child = instances()[1]!.key
  await expect(run.it.submit({ type: 'CANCEL_PROCESS_INSTANCE', processInstanceKey: child })).rejects.toMatchObject({
    type: 'INVALID_STATE',
    reason: expect.stringContaining(`Cancel the root process instance '${run.it.key}' instead`),
  })
  await run.it.submit({ type: 'CANCEL_PROCESS_INSTANCE', processInstanceKey: run.it.key })
  expect(run.it.terminated).toEqual(['w', 'q', 'c', 'p'])
})

test('the latest version is called when the call begins; who runs stays with theirs', async () => {
  await worker('q', 'old')
  await run.it.start(
    `${S}<bpmn:parallelGateway id="f"/>${call('c', 'q')}${userTask('u')}${call('d', 'q')}${flows('s-f', 'f-c', 'f-u', 'u-d')}`,
  )
  await worker('q', 'new')
  const [task] = run.it.records('USER_TASK')
  await run.it.submit({ type: 'COMPLETE_USER_TASK', userTaskKey: task!.key })
  expect(run.it.open.filter(id => id === 'old' || id === 'new')).toEqual(['old', 'new'])
})

test('a variable that the call mapped for itself takes the result of that name and keeps it from the caller', async () => {
  await worker('q')
  const input = '<zeebe:ioMapping><zeebe:input source="=1" target="r"/></zeebe:ioMapping>'
  await run.it.start(`${S}${call('c', 'q', '', input)}${E}${flows('s-c', 'c-e')}`, { r: 0 })
  await run.it.work('w', { r: 2, other: 3 })
  expect(run.it.variables).toEqual({ r: 0, other: 3 })
})

test.each([
  ['only what it mapped goes in', 'propagateAllParentVariables="false"', { given: 5 }],
  ['everything it sees goes in', '', { given: 5, x: 1 }],
])('%s', async (_, attribute, variables) => {
  await worker('q')
  const input = '<zeebe:ioMapping><zeebe:input source="=5" target="given"/></zeebe:ioMapping>'
  await run.it.start(`${S}${call('c', 'q', attribute, input)}${flows('s-c')}`, { x: 1 })
  const request = { worker: 'w', timeout: 1_000, maxJobsToActivate: 1 }
  const { results } = await run.it.submit({ type: 'ACTIVATE_JOBS', jobType: 'w', ...request })
  expect((results[0]!.jobs as unknown as { variables: Variables }[])[0]!.variables).toEqual(variables)
})

test('a process that calls itself for ever is stopped at the thousandth instance, and canceled whole', async () => {
  await run.it.start(`${S}${call('c', '=me')}${flows('s-c')}`, { me: 'p' })
  const incidents = run.it.records('INCIDENT')
  expect(incidents.map(({ value }) => value.errorType)).toEqual(['CALLED_ELEMENT_ERROR'])
  expect(incidents[0]!.value.errorMessage).toContain('maximum depth of 1000')
  expect(instances()).toHaveLength(1_000)
  await run.it.submit({ type: 'CANCEL_PROCESS_INSTANCE', processInstanceKey: run.it.key })
  expect(run.it.house.db.prepare('select count(*) from engine_instance').pluck().get()).toBe(0)
})

test('calls for each item of a list take turns over many acts, and none is lost', async () => {
  const count = 400
  await deploy('q', `${S}${E}${flows('s-e')}`)
  const loop =
    '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=items" inputElement="item" outputCollection="done" outputElement="=item"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>'
  const each = call('c', 'q', 'propagateAllChildVariables="false"').replace(
    '</bpmn:callActivity>',
    `${loop}</bpmn:callActivity>`,
  )
  const items = Array.from({ length: count }, (_, index) => index)
  await run.it.start(`${S}${each}${E}${flows('s-c', 'c-e')}`, { items })
  expect(run.it.intents('RUN')).toContain('PAUSED')
  expect(instances()).toHaveLength(count + 1)
  expect(run.it.variables.done).toEqual(items)
  expect(run.it.open).toEqual([])
})
