import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../server/engine/index.ts'
import { diagram, flows, serviceTask, timer, userTask } from '../contracts/open-engine.ts'
import { boundary, eachOnAFreshEngine, message } from './one-instance.ts'

const house = eachOnAFreshEngine()
let target = ''

/** Deploys the process to go over to, `q`. */
async function deployTarget(elements: string, rest = ''): Promise<void> {
  const { results } = await house.it.house.deploy('q.bpmn', diagram(elements, rest, 'q'))
  target = (results[0] as { processesMetadata: { processDefinitionKey: string }[] }).processesMetadata[0]!
    .processDefinitionKey
}
const plan = (...mappings: string[]) => ({
  targetProcessDefinitionKey: target,
  mappingInstructions: mappings.map(mapping => {
    const [sourceElementId, targetElementId] = mapping.split('>') as [string, string]
    return { sourceElementId, targetElementId }
  }),
})
const migrate = (...mappings: string[]): Promise<Outcome> =>
  house.it.submit({ type: 'MIGRATE_PROCESS_INSTANCE', processInstanceKey: house.it.key, ...plan(...mappings) })
const refused = (what: Promise<unknown>, type: string, reason: string) =>
  expect(what).rejects.toMatchObject({ type, reason: expect.stringContaining(reason) })
const subProcess = (id: string, task: string) =>
  `<bpmn:subProcess id="${id}"><bpmn:startEvent id="${id}s"/>${serviceTask(task)}${flows(`${id}s-${task}`)}</bpmn:subProcess>`
const straight = (task: string, next: string) =>
  `<bpmn:startEvent id="s"/>${task}${serviceTask(next)}${flows('s-a', `a-${next}`)}`
const catchMessage = (id: string, name: string) =>
  `<bpmn:intermediateCatchEvent id="${id}"><bpmn:messageEventDefinition messageRef="message_${name}"/></bpmn:intermediateCatchEvent>`

describe('a migrated instance', () => {
  test('goes on in the other definition, and is listed under it', async () => {
    await house.it.start(straight(serviceTask('a'), 'old'))
    await deployTarget(straight(serviceTask('a'), 'new'))
    await migrate('a>a')
    await house.it.work('a')
    expect(house.it.open.at(-1)).toBe('new')
    const last = house.it.house.journal.entries({ limit: 1_000 }).at(-1)!.segments!.at(-1)!
    expect(last).toMatchObject({ bpmnProcessId: 'q', processDefinitionKey: target, version: 1 })
    expect(house.it.house.db.prepare('select bpmn_process_id from engine_instance').pluck().all()).toEqual(['q'])
  })

  test('keeps what is in its sub-processes, key by key', async () => {
    await house.it.start(`<bpmn:startEvent id="s"/>${subProcess('u', 'a')}${flows('s-u')}`)
    const before = house.it.records('JOB')[0]!.key
    await deployTarget(`<bpmn:startEvent id="s"/>${subProcess('v', 'b')}${serviceTask('z')}${flows('s-v', 'v-z')}`)
    await migrate('u>v', 'a>b')
    await house.it.submit({ type: 'COMPLETE_JOB', jobKey: before })
    expect([house.it.completed.slice(-2), house.it.open.at(-1)]).toEqual([['b', 'v'], 'z'])
  })

  test('waits for a mapped message as before, under the new name of its process', async () => {
    await house.it.start(`<bpmn:startEvent id="s"/>${catchMessage('a', 'm')}${flows('s-a')}`, { k: '1' }, message('m'))
    await deployTarget(
      `<bpmn:startEvent id="s"/>${catchMessage('b', 'n')}${serviceTask('z')}${flows('s-b', 'b-z')}`,
      message('n'),
    )
    await migrate('a>b')
    expect(house.it.house.db.prepare('select bpmn_process_id from engine_subscription').pluck().all()).toEqual(['q'])
    await house.it.publish('n', '1')
    expect(house.it.open).toEqual(['p', 'a'])
    await house.it.publish('m', '1')
    expect(house.it.completed).toContain('b')
  })

  test('waits for a mapped condition as before', async () => {
    const when = `<bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">=x</bpmn:condition></bpmn:conditionalEventDefinition>`
    const guarded = (id: string) =>
      `<bpmn:startEvent id="s"/>${serviceTask('a')}${boundary(id, 'a', when)}${serviceTask('z')}${flows('s-a', `${id}-z`)}`
    await house.it.start(guarded('c'), { x: false })
    await deployTarget(guarded('d'))
    await migrate('a>a', 'c>d')
    await house.it.set({ x: true })
    expect(house.it.completed).toEqual(['s', 'd'])
    expect(house.it.open.at(-1)).toBe('z')
  })

  test('no longer waits for events that are not mapped, and waits for those that are new', async () => {
    const withMessage = (name: string) =>
      `<bpmn:startEvent id="s"/>${userTask('a')}${boundary('b', 'a', `<bpmn:messageEventDefinition messageRef="message_${name}"/>`)}${serviceTask('h')}${flows('s-a', 'b-h')}`
    await house.it.start(withMessage('m'), { k: '1' }, message('m'))
    await deployTarget(withMessage('n'), message('n'))
    await migrate('a>a')
    await house.it.publish('m', '1')
    expect(house.it.open.at(-1)).toBe('a')
    await house.it.publish('n', '1')
    expect(house.it.open.at(-1)).toBe('h')
  })

  test('takes its incident along: mended in the new definition, it goes on', async () => {
    await house.it.start(
      `<bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="g"/>${serviceTask('a')}${flows('s-g', 'g-a:=wrong')}<bpmn:endEvent id="e"/>${flows('g-e:=wrong')}`,
    )
    await deployTarget(
      `<bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="g2"/>${serviceTask('a')}<bpmn:endEvent id="e"/>${flows('s-g2', 'g2-a:=1 = 1', 'g2-e:=1 = 2')}`,
    )
    await migrate('g>g2')
    expect(house.it.records('INCIDENT').at(-1)).toMatchObject({ intent: 'MIGRATED', value: { elementId: 'g2' } })
    await house.it.resolve()
    expect(house.it.open.at(-1)).toBe('a')
  })

  test('lets the tokens at a join wait at the join they are mapped to', async () => {
    const fork = (join: string, flow: string, extra = '', more: string[] = []) =>
      `<bpmn:startEvent id="s"/><bpmn:parallelGateway id="f"/>${serviceTask('a')}${serviceTask('b')}${extra}<bpmn:parallelGateway id="${join}"/>
       <bpmn:sequenceFlow id="${flow}" sourceRef="a" targetRef="${join}"/>${flows('s-f', 'f-a', 'f-b', `b-${join}`, ...more)}${serviceTask('z')}${flows(`${join}-z`)}`
    await house.it.start(fork('j', 'a_j'))
    await house.it.work('a')
    await deployTarget(fork('k', 'way'))
    await refused(migrate('b>b'), 'INVALID_ARGUMENT', "gateway 'j' has at least one incoming sequence flow taken")
    await refused(migrate('b>b', 'j>k'), 'INVALID_ARGUMENT', "taken sequence flow with id 'a_j'")
    await migrate('b>b', 'j>k', 'a_j>way')
    await house.it.work('b')
    expect(house.it.open.at(-1)).toBe('z')
  })

  test('keeps what its activity was to do for each item', async () => {
    const each = (id: string, next: string) =>
      `<bpmn:startEvent id="s"/><bpmn:serviceTask id="${id}"><bpmn:extensionElements><zeebe:taskDefinition type="t"/></bpmn:extensionElements>
       <bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=[1,2]" inputElement="item"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:serviceTask>
       ${serviceTask(next)}${flows(`s-${id}`, `${id}-${next}`)}`
    await house.it.start(each('a', 'y'))
    await deployTarget(each('b', 'z'))
    await migrate('a>b')
    for (const _ of [1, 2]) await house.it.submit({ type: 'COMPLETE_JOB', jobKey: house.it.records('JOB').at(-1)!.key })
    expect(house.it.open.at(-1)).toBe('z')
  })

  test('may have been called: its caller does not notice', async () => {
    const call = `<bpmn:callActivity id="call"><bpmn:extensionElements><zeebe:calledElement processId="c"/></bpmn:extensionElements></bpmn:callActivity>`
    await house.it.house.deploy('c.bpmn', diagram(straight(serviceTask('a'), 'old'), '', 'c'))
    await house.it.start(`<bpmn:startEvent id="s"/>${call}<bpmn:endEvent id="e"/>${flows('s-call', 'call-e')}`)
    house.it.key = house.it.records('PROCESS_INSTANCE').find(({ value }) => value.elementId === 'c')!.key
    await deployTarget(`<bpmn:startEvent id="s"/>${serviceTask('a')}<bpmn:endEvent id="e"/>${flows('s-a', 'a-e')}`)
    await migrate('a>a')
    await house.it.work('a')
    expect(house.it.completed.slice(-4)).toEqual(['q', 'call', 'e', 'p'])
  })

  test('that was interrupted stays so', async () => {
    const handled = (id: string, next: string) =>
      `<bpmn:startEvent id="s"/>${serviceTask('a')}${flows('s-a')}<bpmn:subProcess id="${id}" triggeredByEvent="true"><bpmn:startEvent id="${id}s">${timer('PT1H')}</bpmn:startEvent>${serviceTask('c')}${serviceTask(next)}${flows(`${id}s-c`, `c-${next}`)}</bpmn:subProcess>`
    await house.it.start(handled('h', 'y'))
    await house.it.house.advance(3_600_000)
    await deployTarget(handled('i', 'z'))
    await migrate('h>i', 'hs>is', 'c>c')
    expect(house.it.intents('TIMER')).toEqual(['CREATED', 'TRIGGERED'])
    await house.it.work('c')
    expect(house.it.open.at(-1)).toBe('z')
  })
})

describe('a plan is refused', () => {
  test.each([
    [['a>a', 'a>b'], 'INVALID_ARGUMENT', "duplicate source element ids '[a]'"],
    [['nope>a'], 'INVALID_ARGUMENT', "non-existing source element id 'nope'"],
    [['a>u'], 'INVALID_STATE', "different type 'SUB_PROCESS'"],
    [['a>b'], 'INVALID_STATE', "expected to be 'q' but was 'u'"],
    [['a>a', 'x>y'], 'INVALID_STATE', 'These mappings detach the catch event'],
  ])('%j', async (mappings, type, reason) => {
    await house.it.start(
      `<bpmn:startEvent id="s"/>${serviceTask('a')}${boundary('x', 'a', timer('PT1H'))}${flows('s-a')}`,
    )
    await deployTarget(
      `<bpmn:startEvent id="s"/>${serviceTask('a')}${subProcess('u', 'b')}${boundary('y', 'u', timer('PT1H'))}${flows('s-a', 'a-u')}`,
    )
    await refused(migrate(...mappings), type, reason)
    expect(house.it.open).toEqual(['p', 'a'])
  })

  test('for a user task that is worked in another way', async () => {
    await house.it.start(`<bpmn:startEvent id="s"/>${userTask('a')}${flows('s-a')}`)
    await deployTarget(`<bpmn:startEvent id="s"/><bpmn:userTask id="a"/>${flows('s-a')}`)
    await refused(migrate('a>a'), 'INVALID_STATE', "implementation 'zeebe user task'")
  })
})

test('a plan is judged on many instances without touching any', async () => {
  await house.it.start(`<bpmn:startEvent id="s"/>${serviceTask('a')}${serviceTask('b')}${flows('s-a', 'a-b')}`)
  const first = house.it.key
  const { results } = await house.it.submit({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p' })
  await house.it.work('a')
  await deployTarget(`<bpmn:startEvent id="s"/>${serviceTask('c')}${flows('s-c')}`)
  const before = house.it.house.journal.nextSeq()
  const keys = [first, String(results[0]!.processInstanceKey), '99']
  expect(await house.it.house.engine.dryRunMigration(plan('b>c'), keys)).toMatchObject([
    {
      processInstanceKey: keys[0],
      fits: true,
      elements: [
        ['p', 'q'],
        ['b', 'c'],
      ],
    },
    { processInstanceKey: keys[1], fits: false, type: 'INVALID_STATE', reason: expect.stringContaining("id 'a'") },
    { processInstanceKey: '99', fits: false, type: 'NOT_FOUND' },
  ])
  expect(house.it.house.journal.nextSeq()).toBe(before)
})

test('an instance with thousands of tasks at once goes over in one act', async () => {
  const each = (id: string) =>
    `<bpmn:startEvent id="s"/><bpmn:serviceTask id="${id}"><bpmn:extensionElements><zeebe:taskDefinition type="t"/></bpmn:extensionElements>
     <bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=for i in 1..2000 return i"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:serviceTask>
     ${boundary('x', id, `<bpmn:messageEventDefinition messageRef="message_m"/>`)}${serviceTask('z')}${flows(`s-${id}`, 'x-z')}`
  await house.it.start(each('a'), { k: '1' }, message('m'))
  await deployTarget(each('b'), message('m'))
  await migrate('a>b', 'x>x')
  expect(house.it.intents('JOB').filter(intent => intent === 'MIGRATED')).toHaveLength(2000)
  await house.it.publish('m', '1')
  expect(house.it.open).toEqual(['p', 'z'])
})
