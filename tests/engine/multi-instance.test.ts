import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Json, Variables } from '../../server/engine/index.ts'
import {
  diagram,
  flows,
  openEngine,
  serviceTask,
  type TestEngine,
  timer,
  told,
  userTask,
} from '../contracts/open-engine.ts'
import { journalDifferences } from './conformance/rebuilt.ts'

let house: TestEngine
beforeEach(() => {
  house = openEngine()
})
afterEach(async () => {
  expect(house.faults).toEqual([])
  expect(journalDifferences(house)).toEqual([])
  await house.close()
})

/** The element, done once for each item of `items`. */
function forEach(element: string, attributes = '', { isSequential = false, condition = '' } = {}): string {
  const end =
    condition && `<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${condition}</bpmn:completionCondition>`
  const loop = `<bpmn:multiInstanceLoopCharacteristics isSequential="${isSequential}"><bpmn:extensionElements>
    <zeebe:loopCharacteristics inputCollection="=items" inputElement="item" ${attributes}/></bpmn:extensionElements>${end}</bpmn:multiInstanceLoopCharacteristics>`
  // What lies in a sub-process follows its loop; what a task holds goes before it.
  return element.startsWith('<bpmn:subProcess')
    ? element.replace('>', `>${loop}`)
    : element.replace(/(<\/bpmn:\w+>)$/, `${loop}$1`)
}
const collecting = 'outputCollection="res" outputElement="=r"'

/** A process of one such activity; a task `z` follows. */
const around = (activity: string, rest = '', ...ways: string[]) =>
  diagram(`<bpmn:startEvent id="s"/>${activity}${serviceTask('z')}${rest}${flows('s-a', 'a-z', ...ways)}`)

async function start(xml: string, variables: Variables = { items: [1, 2, 3] }): Promise<string> {
  await house.deploy('p.bpmn', xml)
  const { results } = await house.submit({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p', variables })
  return String(results[0]!.processInstanceKey)
}

const records = () =>
  house.journal.entries({ limit: 10_000 }).flatMap(({ segments = [] }) => segments.flatMap(each => each.records))
const keysOf = (valueType: string, intent: string, elementId?: string): string[] =>
  records()
    .filter(each => each.valueType === valueType && each.intent === intent)
    .filter(({ value }) => elementId === undefined || (value as { elementId?: string }).elementId === elementId)
    .map(({ key }) => key)
const isOpen = (key: string) =>
  house.db.prepare('select 1 from engine_job where job_key = ?').get(BigInt(key)) !== undefined
const openJobs = (type: string) => keysOf('JOB', 'CREATED', type).filter(isOpen)
const complete = (jobKey: string, variables: Variables = {}) =>
  house.submit({ type: 'COMPLETE_JOB', jobKey, variables })
const resolve = () => house.submit({ type: 'RESOLVE_INCIDENT', incidentKey: keysOf('INCIDENT', 'CREATED').at(-1)! })
/** What the variable was last said to be, in whatever scope. */
const last = (name: string): Json | undefined =>
  records().findLast(({ valueType, value }) => valueType === 'VARIABLE' && (value as { name: string }).name === name)
    ?.value['value' as never]
const times = (valueType: string, line: string) => told(house, valueType).filter(each => each === line).length

describe('every kind of task', () => {
  test.each([
    ['a manual task', '<bpmn:manualTask id="a"></bpmn:manualTask>', 'MANUAL_TASK'],
    [
      'a script',
      '<bpmn:scriptTask id="a"><bpmn:extensionElements><zeebe:script expression="=item" resultVariable="r"/></bpmn:extensionElements></bpmn:scriptTask>',
      'SCRIPT_TASK',
    ],
  ])('%s is passed once for each item', async (_, task) => {
    await start(around(forEach(task)))
    expect(times('PROCESS_INSTANCE', 'ELEMENT_COMPLETED a')).toBe(4)
    expect(openJobs('z')).toHaveLength(1)
  })

  test('people get one task each, with the item it is about, and the list keeps the order of the items', async () => {
    const task = userTask('a', '<zeebe:assignmentDefinition candidateGroups="=[item]"/>')
    await start(around(forEach(task, collecting)), { items: ['north', 'south'] })
    const groups = records().filter(each => each.valueType === 'USER_TASK' && each.intent === 'CREATING')
    expect(groups.map(({ value }) => (value as { candidateGroupsList?: string[] }).candidateGroupsList)).toEqual([
      ['north'],
      ['south'],
    ])
    for (const userTaskKey of keysOf('USER_TASK', 'CREATED').reverse())
      await house.submit({ type: 'COMPLETE_USER_TASK', userTaskKey, variables: { r: userTaskKey } })
    expect(last('res')).toEqual(keysOf('USER_TASK', 'CREATED'))
  })
})

describe('one after the other', () => {
  test('the next begins when the one before is done', async () => {
    await start(around(forEach(serviceTask('a'), collecting, { isSequential: true })))
    for (const n of [1, 2, 3]) {
      expect(openJobs('a')).toHaveLength(1)
      await complete(openJobs('a')[0]!, { r: n * 10 })
    }
    expect(last('res')).toEqual([10, 20, 30])
    expect(openJobs('z')).toHaveLength(1)
  })

  test('an error inside ends all of it, and nothing begins any more', async () => {
    const rest = `<bpmn:boundaryEvent id="b" attachedToRef="a"><bpmn:errorEventDefinition/></bpmn:boundaryEvent>${serviceTask('h')}`
    await start(around(forEach(serviceTask('a'), '', { isSequential: true }), rest, 'b-h'))
    await house.submit({ type: 'THROW_ERROR', jobKey: openJobs('a')[0]!, errorCode: 'any' })
    expect(openJobs('a')).toEqual([])
    expect(openJobs('h')).toHaveLength(1)
    expect(openJobs('z')).toEqual([])
  })
})

describe('enough', () => {
  test('the counters know how many there are, are at work and are done', async () => {
    const condition = '=numberOfInstances = 3 and numberOfActiveInstances = 1 and numberOfCompletedInstances = 2'
    await start(around(forEach(serviceTask('a'), collecting, { condition })))
    await complete(openJobs('a')[0]!, { r: 'x' })
    expect(openJobs('a')).toHaveLength(2)
    await complete(openJobs('a')[0]!, { r: 'y' })
    expect(openJobs('a')).toEqual([])
    expect(last('res')).toEqual(['x', 'y', null])
  })

  test('a condition that is no yes or no stops the one that was done; its result stays, and resolved it goes on', async () => {
    const elementInstanceKey = await start(around(forEach(serviceTask('a'), '', { condition: '=enough' })))
    await complete(openJobs('a')[0]!, { got: 1 })
    expect(told(house, 'INCIDENT')).toEqual(['CREATED a'])
    expect(last('got')).toBe(1)
    await house.submit({ type: 'SET_VARIABLES', elementInstanceKey, variables: { enough: true } })
    await resolve()
    expect(openJobs('a')).toEqual([])
    expect(openJobs('z')).toHaveLength(1)
  })

  test('when the first passes by itself and is enough, nobody waits for those that were about to begin', async () => {
    const inside = `<bpmn:startEvent id="us"/><bpmn:exclusiveGateway id="g" default="g_x"/><bpmn:endEvent id="x"/>${serviceTask('w')}${flows('us-g', 'g-x', 'g-w:=item > 1')}`
    const many = Array.from({ length: 40 }, (_, index) => index + 1)
    const task = forEach(`<bpmn:subProcess id="a">${inside}</bpmn:subProcess>`, '', { condition: '=true' })
    await start(around(task), { items: many })
    expect(openJobs('w')).toEqual([])
    expect(openJobs('z')).toHaveLength(1)
    await complete(openJobs('z')[0]!)
    expect(house.db.prepare('select count(*) from engine_instance').pluck().get()).toBe(0)
    expect(house.db.prepare('select count(*) from engine_job').pluck().get()).toBe(0)
  })
})

describe('inner instances left behind', () => {
  test('leave nothing to mend, and nothing in the way of the end', async () => {
    // The first is enough before the second, whose script fails, has begun.
    const script =
      '<bpmn:scriptTask id="a"><bpmn:extensionElements><zeebe:script expression="=assert(item, item = 1)" resultVariable="r"/></bpmn:extensionElements></bpmn:scriptTask>'
    await start(around(forEach(script, '', { condition: '=true' })))
    expect(told(house, 'INCIDENT')).toEqual(['CREATED a', 'RESOLVED a'])
    expect(house.db.prepare('select count(*) from engine_owner').pluck().get()).toBe(0)
    await complete(openJobs('z')[0]!)
    expect(house.db.prepare('select count(*) from engine_instance').pluck().get()).toBe(0)
  })
})

describe('the border', () => {
  test('a timer that does not interrupt leaves the work alone; one that does ends it without a list', async () => {
    const rest = `<bpmn:boundaryEvent id="n" attachedToRef="a" cancelActivity="false">${timer('PT1M')}</bpmn:boundaryEvent>
      <bpmn:boundaryEvent id="i" attachedToRef="a">${timer('PT1H')}</bpmn:boundaryEvent>${serviceTask('h')}${serviceTask('k')}`
    await start(around(forEach(serviceTask('a'), collecting), rest, 'n-h', 'i-k'))
    expect(told(house, 'TIMER')).toEqual(['CREATED i', 'CREATED n'])
    await house.advance(60_000)
    expect(openJobs('h')).toHaveLength(1)
    expect(openJobs('a')).toHaveLength(3)
    await complete(openJobs('a')[0]!, { r: 1 })
    await house.advance(3_600_000)
    expect(openJobs('a')).toEqual([])
    expect(openJobs('k')).toHaveLength(1)
    const scopes = records().filter(each => each.valueType === 'VARIABLE' && each.intent === 'CREATED')
    expect(scopes.filter(({ value }) => (value as { name: string }).name === 'res')).toHaveLength(1)
  })

  test('the events of a sub-process inside are its own, once for each item', async () => {
    const inside = `<bpmn:startEvent id="us"/>${serviceTask('w')}<bpmn:subProcess id="v" triggeredByEvent="true"><bpmn:startEvent id="vs">${timer('PT1M')}</bpmn:startEvent>${serviceTask('t')}${flows('vs-t')}</bpmn:subProcess>${flows('us-w')}`
    await start(around(forEach(`<bpmn:subProcess id="a">${inside}</bpmn:subProcess>`)))
    expect(told(house, 'TIMER')).toHaveLength(3)
    await complete(openJobs('w')[0]!)
    await house.advance(60_000)
    expect(openJobs('w')).toEqual([])
    expect(openJobs('t')).toHaveLength(2)
    for (const job of openJobs('t')) await complete(job)
    expect(openJobs('z')).toHaveLength(1)
  })
})

describe('what goes wrong', () => {
  test('a list that is none is mended on the body, and only then does anything begin', async () => {
    const rest = `<bpmn:boundaryEvent id="b" attachedToRef="a">${timer('PT1M')}</bpmn:boundaryEvent>`
    const elementInstanceKey = await start(around(forEach(serviceTask('a')), rest), { items: 'none' })
    expect(told(house, 'TIMER')).toEqual([])
    await house.submit({ type: 'SET_VARIABLES', elementInstanceKey, variables: { items: [7] } })
    await resolve()
    expect(told(house, 'TIMER')).toEqual(['CREATED b'])
    expect(openJobs('a')).toHaveLength(1)
  })

  test('the incident of one leaves the others at work', async () => {
    const task = serviceTask(
      'a',
      '<zeebe:ioMapping><zeebe:input source="=assert(item, item != 2)" target="x"/></zeebe:ioMapping>',
    )
    const elementInstanceKey = await start(around(forEach(task)))
    expect(told(house, 'INCIDENT')).toEqual(['CREATED a'])
    expect(openJobs('a')).toHaveLength(2)
    for (const job of openJobs('a')) await complete(job)
    expect(openJobs('z')).toEqual([])
    const inner = records().find(({ valueType }) => valueType === 'INCIDENT')!.value as { elementInstanceKey: string }
    const { elementInstanceKey: key } = inner
    await house.submit({ type: 'SET_VARIABLES', elementInstanceKey: key, variables: { item: 5 }, local: true })
    await resolve()
    await complete(openJobs('a')[0]!)
    expect(openJobs('z')).toHaveLength(1)
    expect(elementInstanceKey).not.toBe(key)
  })

  test('a list that somebody shortened meanwhile cannot take the result', async () => {
    await start(around(forEach(serviceTask('a'), collecting)))
    const [body] = keysOf('MULTI_INSTANCE', 'INPUT_COLLECTION_EVALUATED')
    await house.submit({ type: 'SET_VARIABLES', elementInstanceKey: body!, variables: { res: [] }, local: true })
    await complete(openJobs('a')[1]!, { r: 1 })
    const [incident] = records().filter(({ valueType }) => valueType === 'INCIDENT')
    expect(incident!.value).toMatchObject({
      errorType: 'EXTRACT_VALUE_ERROR',
      errorMessage: expect.stringContaining("'res' at position 2 because the size of the collection is: 0"),
      variableScopeKey: body,
    })
    await house.submit({
      type: 'SET_VARIABLES',
      elementInstanceKey: body!,
      variables: { res: [null, null, null] },
      local: true,
    })
    await resolve()
    expect(last('res')).toEqual([null, 1, null])
  })
})

describe('inside each other', () => {
  test('lists in lists: each inner list belongs to its own item', async () => {
    const inner = serviceTask('w').replace(
      /(<\/bpmn:\w+>)$/,
      `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=item" inputElement="each" outputCollection="r" outputElement="=each * 2"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>$1`,
    )
    const outer = forEach(
      `<bpmn:subProcess id="a"><bpmn:startEvent id="us"/>${inner}${flows('us-w')}</bpmn:subProcess>`,
      collecting,
    )
    await start(around(outer), { items: [[1, 2], [], [3]] })
    for (const job of openJobs('w')) await complete(job)
    expect(last('res')).toEqual([[2, 4], [], [6]])
    expect(openJobs('z')).toHaveLength(1)
  })

  test('canceled, it takes everything with it', async () => {
    const processInstanceKey = await start(
      around(
        forEach(
          `<bpmn:subProcess id="a"><bpmn:startEvent id="us"/>${serviceTask('w')}${flows('us-w')}</bpmn:subProcess>`,
        ),
      ),
    )
    await house.submit({ type: 'CANCEL_PROCESS_INSTANCE', processInstanceKey })
    expect(openJobs('w')).toEqual([])
    expect(times('PROCESS_INSTANCE', 'ELEMENT_TERMINATED a')).toBe(4)
    expect(house.db.prepare('select count(*) from engine_instance').pluck().get()).toBe(0)
  })
})
