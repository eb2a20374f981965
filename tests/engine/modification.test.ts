import { describe, expect, test } from 'vitest'
import type { ActivateInstruction, Key } from '../../server/engine/index.ts'
import { diagram, flows, serviceTask, timer, userTask } from '../contracts/open-engine.ts'
import { boundary, eachOnAFreshEngine, message } from './one-instance.ts'

const house = eachOnAFreshEngine()

const subProcess = (id: string, inside: string, extensions = '') =>
  `<bpmn:subProcess id="${id}">${extensions}${inside}</bpmn:subProcess>`
const inner = (task: string) =>
  `<bpmn:startEvent id="us"/>${serviceTask(task)}<bpmn:endEvent id="ue"/>${flows(`us-${task}`, `${task}-ue`)}`

/** Keys of the element instances of an id that are alive, oldest first. */
function alive(elementId: string): Key[] {
  const of = house.it.records('PROCESS_INSTANCE').filter(({ value }) => value.elementId === elementId)
  const ended = new Set(
    of.filter(({ intent }) => intent === 'ELEMENT_COMPLETED' || intent === 'ELEMENT_TERMINATED').map(({ key }) => key),
  )
  return [...new Set(of.map(({ key }) => key))].filter(key => !ended.has(key))
}
const modify = (activate: (string | ActivateInstruction)[], terminate: Key[] = []) =>
  house.it.submit({
    type: 'MODIFY_PROCESS_INSTANCE',
    processInstanceKey: house.it.key,
    activateInstructions: activate.map(what => (typeof what === 'string' ? { elementId: what } : what)),
    terminateInstructions: terminate.map(elementInstanceKey => ({ elementInstanceKey })),
  })
const refused = (what: Promise<unknown>, reason: string) =>
  expect(what).rejects.toMatchObject({ type: 'INVALID_ARGUMENT', reason: expect.stringContaining(reason) })

describe('a modification', () => {
  test('opens the scopes it needs once, with what waits on their border, without mappings or start', async () => {
    const mapped =
      '<bpmn:extensionElements><zeebe:ioMapping><zeebe:input source="=1" target="loc"/></zeebe:ioMapping></bpmn:extensionElements>'
    const sub = subProcess('u', inner('b'), mapped)
    await house.it.start(
      `<bpmn:startEvent id="s"/>${serviceTask('a')}${sub}${boundary('x', 'u', timer('PT1H'))}${serviceTask('h')}${flows('s-a', 'a-u', 'x-h')}`,
    )
    await modify(['b', 'b'], alive('a'))
    expect(house.it.open).toEqual(['p', 'u', 'b', 'b'])
    expect(house.it.intents('VARIABLE')).toEqual([])
    await house.it.house.advance(3_600_000)
    expect(house.it.open).toEqual(['p', 'h'])
  })

  test('begins in the scope that is open, or in a new one inside the ancestor that is named', async () => {
    await house.it.start(`<bpmn:startEvent id="s"/>${subProcess('u', inner('b'))}${flows('s-u')}`)
    await modify(['b'])
    expect(house.it.open).toEqual(['p', 'u', 'b', 'b'])
    await modify([{ elementId: 'b', ancestorElementInstanceKey: house.it.key }])
    expect(house.it.open).toEqual(['p', 'u', 'b', 'b', 'u', 'b'])
    await refused(modify(['b']), "more than one active instance: 'u'")
    await modify([{ elementId: 'b', ancestorElementInstanceKey: alive('u')[1]! }])
    expect(alive('u')).toHaveLength(2)
  })

  test('sets variables first: of the process, of a scope that is opened, of the element itself', async () => {
    await house.it.start(`<bpmn:startEvent id="s"/>${serviceTask('a')}${subProcess('u', inner('b'))}${flows('s-a')}`)
    const variableInstructions = [
      { variables: { everywhere: 1 } },
      { scopeId: 'u', variables: { inside: 2 } },
      { scopeId: 'b', variables: { own: 3 } },
    ]
    await modify([{ elementId: 'b', variableInstructions }])
    const told = house.it.records('VARIABLE').map(({ value: { name, scopeKey } }) => [name, scopeKey])
    expect(told).toEqual([
      ['everywhere', house.it.key],
      ['inside', alive('u')[0]],
      ['own', alive('b')[0]],
    ])
  })

  test('ends with an element the scopes in which nothing is left, up to the instance', async () => {
    await house.it.start(`<bpmn:startEvent id="s"/>${subProcess('u', inner('b'))}${flows('s-u')}`)
    await modify([], alive('b'))
    expect([house.it.terminated, house.it.open]).toEqual([['b', 'u', 'p'], []])
    await expect(modify(['b'])).rejects.toMatchObject({ type: 'NOT_FOUND' })
  })

  test('ends a sub-process with all that is in it, and goes on elsewhere', async () => {
    await house.it.start(`<bpmn:startEvent id="s"/>${subProcess('u', inner('b'))}${serviceTask('c')}${flows('s-u')}`)
    await modify(['c'], alive('u'))
    expect([house.it.terminated, house.it.open]).toEqual([
      ['b', 'u'],
      ['p', 'c'],
    ])
  })

  test('changes nothing when one thing it asks for is not there', async () => {
    await house.it.start(`<bpmn:startEvent id="s"/>${serviceTask('a')}${serviceTask('b')}${flows('s-a', 'a-b')}`)
    await refused(modify(['b'], ['77']), "could not be found: '77'")
    await refused(modify(['b', 'nope']), "could not be found: 'nope'")
    expect(house.it.open).toEqual(['p', 'a'])
  })

  test('names an ancestor that is none', async () => {
    await house.it.start(`<bpmn:startEvent id="s"/>${subProcess('u', inner('b'))}${serviceTask('c')}${flows('s-u')}`)
    const strange = { elementId: 'c', ancestorElementInstanceKey: alive('u')[0]! }
    await refused(modify([strange]), "of element 'u' is not an ancestor of element 'c'")
    await refused(modify([{ elementId: 'c', ancestorElementInstanceKey: '99' }]), 'is not in an active state')
  })

  test('begins an event sub-process without ending what it would interrupt', async () => {
    const handling = `<bpmn:subProcess id="e" triggeredByEvent="true"><bpmn:startEvent id="es"><bpmn:messageEventDefinition messageRef="message_m"/></bpmn:startEvent>${serviceTask('c')}${flows('es-c')}</bpmn:subProcess>`
    await house.it.start(
      `<bpmn:startEvent id="s"/>${serviceTask('a')}${handling}${flows('s-a')}`,
      { k: '1' },
      message('m'),
    )
    await modify(['e'])
    expect(house.it.open).toEqual(['p', 'a', 'e', 'c'])
  })

  test('begins in a scope that was interrupted: it goes on there', async () => {
    const handling = `<bpmn:subProcess id="e" triggeredByEvent="true"><bpmn:startEvent id="es"><bpmn:messageEventDefinition messageRef="message_m"/></bpmn:startEvent>${serviceTask('c')}${flows('es-c')}</bpmn:subProcess>`
    await house.it.start(
      `<bpmn:startEvent id="s"/>${serviceTask('a')}${serviceTask('b')}${handling}${flows('s-a', 'a-b')}`,
      { k: '1' },
      message('m'),
    )
    await house.it.publish('m', '1')
    expect(house.it.open).toEqual(['p', 'e', 'c'])
    await modify(['a'])
    await house.it.work('a')
    expect(house.it.open).toEqual(['p', 'e', 'c', 'b'])
  })

  test('resolves the incident of what it ends, and cancels its user task', async () => {
    const doubtful = userTask('b', '<zeebe:assignmentDefinition assignee="=nobody"/>')
    await house.it.start(`<bpmn:startEvent id="s"/>${doubtful}${userTask('a')}${flows('s-b')}`)
    await modify(['a'], alive('b'))
    expect(house.it.intents('INCIDENT')).toEqual(['CREATED', 'RESOLVED'])
    await modify([], alive('a'))
    expect(house.it.intents('USER_TASK')).toEqual(['CREATING', 'CREATED', 'CANCELING', 'CANCELED'])
  })

  test('of a called instance may not end it', async () => {
    const call = `<bpmn:callActivity id="call"><bpmn:extensionElements><zeebe:calledElement processId="q"/></bpmn:extensionElements></bpmn:callActivity>`
    await house.it.house.deploy(
      'q.bpmn',
      diagram(`<bpmn:startEvent id="s"/>${serviceTask('w')}${flows('s-w')}`, '', 'q'),
    )
    await house.it.start(`<bpmn:startEvent id="s"/>${call}${serviceTask('z')}${flows('s-call')}`)
    const parent = house.it.key
    house.it.key = house.it.records('PROCESS_INSTANCE').find(({ value }) => value.elementId === 'q')!.key
    await refused(modify([], alive('w')), 'The instance was created by a call activity')
    house.it.key = parent
    await modify(['z'], alive('call'))
    expect([house.it.terminated, house.it.open]).toEqual([
      ['w', 'q', 'call'],
      ['p', 'z'],
    ])
  })
})

describe('an instance that is started elsewhere', () => {
  const two = `<bpmn:startEvent id="s"/>${serviceTask('a')}${serviceTask('b')}<bpmn:endEvent id="e"/>${flows('s-a', 'a-b', 'b-e')}`
  const create = (rest: {
    startInstructions?: { elementId: string }[]
    runtimeInstructions?: { afterElementId: string }[]
  }) => house.it.submit({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p', variables: { x: 1 }, ...rest })

  test('waits for the events of the process from its beginning', async () => {
    const late = `<bpmn:subProcess id="l" triggeredByEvent="true"><bpmn:startEvent id="ls">${timer('PT1H')}</bpmn:startEvent>${serviceTask('c')}${flows('ls-c')}</bpmn:subProcess>`
    await house.it.house.deploy('p.bpmn', diagram(two + late))
    await create({ startInstructions: [{ elementId: 'b' }] })
    expect(house.it.open).toEqual(['p', 'b'])
    await house.it.house.advance(3_600_000)
    expect(house.it.open).toEqual(['p', 'l', 'c'])
  })

  test('needs no none start event', async () => {
    const byMessage = `<bpmn:startEvent id="s"><bpmn:messageEventDefinition messageRef="message_m"/></bpmn:startEvent>${serviceTask('a')}${flows('s-a')}`
    await house.it.house.deploy('p.bpmn', diagram(byMessage, message('m')))
    await create({ startInstructions: [{ elementId: 'a' }] })
    expect(house.it.open).toEqual(['p', 'a'])
  })

  test('ends after the element it was to end after, whatever else goes on', async () => {
    await house.it.house.deploy('p.bpmn', diagram(two))
    await create({
      startInstructions: [{ elementId: 'a' }, { elementId: 'b' }],
      runtimeInstructions: [{ afterElementId: 'a' }],
    })
    await house.it.work('a')
    expect(house.it.intents('RUNTIME_INSTRUCTION')).toEqual(['INTERRUPTED'])
    expect([house.it.completed, house.it.terminated, house.it.open]).toEqual([['a'], ['b', 'p'], []])
  })
})
