import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Variables } from '../../server/engine/index.ts'
import {
  diagram,
  flows,
  keyOf,
  MORNING,
  openEngine,
  type TestEngine,
  timer,
  told,
  userTask,
} from '../contracts/open-engine.ts'
import { journalDifferences } from './conformance/rebuilt.ts'

const HOUR = 3_600_000

let house: TestEngine
afterEach(async () => {
  expect(journalDifferences(house)).toEqual([])
  await house.close()
})

describe('what stands still takes no step', () => {
  beforeEach(() => {
    house = openEngine()
  })
  const create = async (variables: Variables = {}) => {
    const outcome = await house.submit({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p', variables })
    return { outcome, processInstanceKey: String(outcome.results[0]!.processInstanceKey) }
  }
  const endless = diagram(
    `<bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="m"/><bpmn:exclusiveGateway id="g" default="g_m"/>${userTask('a')}
     ${flows('s-m', 'm-g', 'g-m', 'g-a:=stop')}`,
  )
  const records = () => told(house, 'PROCESS_INSTANCE').length

  test('a run that was put aside stays where it was until the instance is resumed', async () => {
    await house.deploy('p.bpmn', endless)
    const { processInstanceKey } = await create({ stop: false })
    await house.submit({ type: 'SUSPEND_PROCESS_INSTANCE', processInstanceKey })
    const before = records()
    await house.submit({ type: 'SET_VARIABLES', elementInstanceKey: processInstanceKey, variables: { stop: true } })
    await house.settle()
    expect(records()).toBe(before)
    expect(house.store.pausedInstances()).toEqual([])
    await house.submit({ type: 'RESUME_PROCESS_INSTANCE', processInstanceKey })
    await house.settle()
    expect(told(house, 'USER_TASK')).toContain('CREATED a')
  })

  test('a run that was put aside ends with the instance', async () => {
    await house.deploy('p.bpmn', endless)
    const { processInstanceKey } = await create({ stop: false })
    await house.submit({ type: 'SUSPEND_PROCESS_INSTANCE', processInstanceKey })
    await house.submit({ type: 'CANCEL_PROCESS_INSTANCE', processInstanceKey })
    await house.settle()
    expect(told(house, 'PROCESS_INSTANCE').at(-1)).toBe('ELEMENT_TERMINATED p')
    expect(house.db.prepare('select count(*) from engine_instance').pluck().get()).toBe(0)
  })

  test('a condition that an operator makes true is met when the instance goes on, if it still holds', async () => {
    const when = (condition: string) =>
      `<bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">${condition}</bpmn:condition></bpmn:conditionalEventDefinition>`
    await house.deploy(
      'p.bpmn',
      diagram(
        `<bpmn:startEvent id="s"/>${userTask('a')}
         <bpmn:boundaryEvent id="x" attachedToRef="a" cancelActivity="false">${when('=x')}</bpmn:boundaryEvent>
         <bpmn:boundaryEvent id="y" attachedToRef="a" cancelActivity="false">${when('=y')}</bpmn:boundaryEvent>
         <bpmn:boundaryEvent id="z" attachedToRef="a" cancelActivity="false">${when('=z')}</bpmn:boundaryEvent>
         <bpmn:endEvent id="e"/>${flows('s-a', 'x-e', 'y-e', 'z-e')}`,
      ),
    )
    const { processInstanceKey: elementInstanceKey } = await create({ x: false, y: false, z: true })
    const set = (variables: Variables) => house.submit({ type: 'SET_VARIABLES', elementInstanceKey, variables })
    const met = () => told(house, 'CONDITION_SUBSCRIPTION').filter(each => each.startsWith('TRIGGERED'))
    expect(met()).toEqual(['TRIGGERED z'])
    await house.submit({ type: 'SUSPEND_PROCESS_INSTANCE', processInstanceKey: elementInstanceKey })
    await set({ x: true, y: true })
    await set({ y: false })
    expect(met()).toEqual(['TRIGGERED z'])
    await house.submit({ type: 'RESUME_PROCESS_INSTANCE', processInstanceKey: elementInstanceKey })
    expect(met()).toEqual(['TRIGGERED z', 'TRIGGERED x'])
  })

  test('what an operator did to it meanwhile does not keep it from another definition', async () => {
    const guarded = (boundaryId: string) =>
      diagram(
        `<bpmn:startEvent id="s"/>${userTask('a')}<bpmn:boundaryEvent id="${boundaryId}" attachedToRef="a">
         <bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">=x</bpmn:condition></bpmn:conditionalEventDefinition>
         </bpmn:boundaryEvent>${userTask('b')}${flows('s-a', `${boundaryId}-b`)}`,
      )
    await house.deploy('p.bpmn', guarded('c'))
    const { processInstanceKey } = await create({ x: false })
    const { results } = await house.deploy('p.bpmn', guarded('d'))
    const [{ processDefinitionKey }] = results[0]!.processesMetadata as unknown as [{ processDefinitionKey: string }]
    await house.submit({ type: 'SUSPEND_PROCESS_INSTANCE', processInstanceKey })
    await house.submit({ type: 'SET_VARIABLES', elementInstanceKey: processInstanceKey, variables: { x: true } })
    await house.submit({
      type: 'MIGRATE_PROCESS_INSTANCE',
      processInstanceKey,
      targetProcessDefinitionKey: processDefinitionKey,
      mappingInstructions: [
        { sourceElementId: 'a', targetElementId: 'a' },
        { sourceElementId: 'c', targetElementId: 'd' },
      ],
    })
    expect(told(house, 'USER_TASK')).not.toContain('CREATED b')
    await house.submit({ type: 'RESUME_PROCESS_INSTANCE', processInstanceKey })
    expect(told(house, 'PROCESS_INSTANCE')).toContain('ELEMENT_COMPLETED d')
    expect(told(house, 'USER_TASK')).toContain('CREATED b')
  })

  test('a task is found although an instance that stands still names it in a variable', async () => {
    await house.deploy('p.bpmn', diagram(`<bpmn:startEvent id="s"/>${userTask('a')}${flows('s-a')}`))
    const { outcome } = await create()
    const userTaskKey = keyOf(outcome, 'USER_TASK', 'CREATED')
    const { processInstanceKey } = await create({ about: userTaskKey })
    await house.submit({ type: 'SUSPEND_PROCESS_INSTANCE', processInstanceKey })
    await house.submit({ type: 'COMPLETE_USER_TASK', userTaskKey })
    expect(told(house, 'USER_TASK')).toContain('COMPLETED a')
  })
})

describe('instances that called each other', () => {
  const call =
    '<bpmn:callActivity id="c"><bpmn:extensionElements><zeebe:calledElement processId="q"/></bpmn:extensionElements></bpmn:callActivity>'
  let isBroken: boolean
  let root: string
  beforeEach(async () => {
    isBroken = false
    house = openEngine(':memory:', MORNING, store => ({
      ...store,
      put: (kind, row) => {
        if (isBroken && kind === 'signal') throw new TypeError('signalName of undefined')
        store.put(kind, row)
      },
    }))
    await house.deploy(
      'q.bpmn',
      diagram(
        `<bpmn:startEvent id="s"/>${userTask('b')}
         <bpmn:intermediateCatchEvent id="w"><bpmn:signalEventDefinition signalRef="go"/></bpmn:intermediateCatchEvent>
         <bpmn:boundaryEvent id="t" attachedToRef="b" cancelActivity="false">${timer('PT1H')}</bpmn:boundaryEvent>
         <bpmn:endEvent id="e"/>${flows('s-b', 'b-w', 'w-e', 't-e')}`,
        '<bpmn:signal id="go" name="go"/>',
        'q',
      ),
    )
    await house.deploy(
      'p.bpmn',
      diagram(
        `<bpmn:startEvent id="s"/>${call}<bpmn:boundaryEvent id="late" attachedToRef="c">${timer('PT2H')}</bpmn:boundaryEvent>
         <bpmn:endEvent id="e"/>${flows('s-c', 'c-e', 'late-e')}`,
      ),
    )
    const begun = await house.submit({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p' })
    root = String(begun.results[0]!.processInstanceKey)
  })
  const openTask = () =>
    house.journal
      .entries({ limit: 1_000 })
      .flatMap(({ segments = [] }) => segments.flatMap(({ records }) => records))
      .find(({ valueType, intent }) => valueType === 'USER_TASK' && intent === 'CREATED')!.key

  test('are suspended and resumed together', async () => {
    await house.submit({ type: 'SUSPEND_PROCESS_INSTANCE', processInstanceKey: root })
    expect(told(house, 'PROCESS_INSTANCE_SUSPENSION')).toEqual(['SUSPENDED', 'SUSPENDED'])
    await house.advance(3 * HOUR)
    expect(told(house, 'TIMER').filter(each => each.startsWith('TRIGGERED'))).toEqual([])
    await house.submit({ type: 'RESUME_PROCESS_INSTANCE', processInstanceKey: root })
    await house.settle()
    await house.advance(1)
    expect(told(house, 'TIMER').filter(each => each.startsWith('TRIGGERED'))).toEqual(['TRIGGERED t', 'TRIGGERED late'])
    expect(told(house, 'PROCESS_INSTANCE').at(-1)).toBe('ELEMENT_COMPLETED p')
  })

  test('are banned together: what would reach the broken one from outside stands still too', async () => {
    isBroken = true
    await expect(house.submit({ type: 'COMPLETE_USER_TASK', userTaskKey: openTask() })).rejects.toThrow('signalName')
    await house.settle()
    expect(told(house, 'PROCESS_INSTANCE_BAN')).toEqual(['BANNED', 'BANNED'])
    isBroken = false
    await house.advance(3 * HOUR)
    expect(told(house, 'TIMER').filter(each => each.startsWith('TRIGGERED'))).toEqual([])
    await house.submit({ type: 'CANCEL_PROCESS_INSTANCE', processInstanceKey: root })
    expect(told(house, 'PROCESS_INSTANCE').at(-1)).toBe('ELEMENT_TERMINATED p')
    expect(house.db.prepare('select count(*) from engine_instance').pluck().get()).toBe(0)
  })
})
