import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Command, Json, Variables } from '../../server/engine/index.ts'
import { diagram, flows, openEngine, serviceTask, type TestEngine, timer, told } from '../contracts/open-engine.ts'
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

interface Shape {
  adHoc?: string
  extensions?: string
  attributes?: string
  condition?: string
  more?: string
  rest?: string
  ways?: string[]
}

/** An ad-hoc sub-process with the tasks a, b and (behind b) c; a task `z` follows it. */
function adHoc({
  adHoc = '',
  extensions = '',
  attributes = '',
  condition,
  more = '',
  rest = '',
  ways = [],
}: Shape): string {
  const end = condition
    ? `<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${condition}</bpmn:completionCondition>`
    : ''
  return diagram(
    `<bpmn:startEvent id="s"/><bpmn:adHocSubProcess id="ah" ${attributes}><bpmn:extensionElements>${extensions}<zeebe:adHoc ${adHoc}/></bpmn:extensionElements>
       ${serviceTask('a')}${serviceTask('b')}${serviceTask('c')}${more}${flows('b-c')}${end}</bpmn:adHocSubProcess>
     ${serviceTask('z')}${rest}${flows('s-ah', 'ah-z', ...ways)}`,
  )
}
const both = 'activeElementsCollection="=[&quot;a&quot;,&quot;b&quot;]"'
const worker = { extensions: '<zeebe:taskDefinition type="lead"/>' }

async function start(xml: string, variables: Variables = {}): Promise<string> {
  await house.deploy('p.bpmn', xml)
  const { results } = await house.submit({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p', variables })
  return String(results[0]!.processInstanceKey)
}

const records = () =>
  house.journal.entries({ limit: 10_000 }).flatMap(({ segments = [] }) => segments.flatMap(each => each.records))
const keysOf = (valueType: string, intent: string, name?: string): string[] =>
  records()
    .filter(each => each.valueType === valueType && each.intent === intent)
    .filter(({ value }) => {
      const { elementId, type } = value as { elementId?: string; type?: string }
      return name === undefined || elementId === name || type === name
    })
    .map(({ key }) => key)
const isOpen = (key: string) =>
  house.db.prepare('select 1 from engine_job where job_key = ?').get(BigInt(key)) !== undefined
const open = (type: string) => keysOf('JOB', 'CREATED', type).filter(isOpen)
const complete = (jobKey: string, rest: Partial<Command<'COMPLETE_JOB'>> = {}) =>
  house.submit({ type: 'COMPLETE_JOB', jobKey, ...rest })
const scope = () => keysOf('PROCESS_INSTANCE', 'ELEMENT_ACTIVATING', 'ah')[0]!
const activate = (elements: { elementId: string; variables?: Variables }[], cancelRemainingInstances = false) =>
  house.submit({
    type: 'ACTIVATE_AD_HOC_ELEMENTS',
    adHocSubProcessInstanceKey: scope(),
    elements,
    cancelRemainingInstances,
  })
const last = (name: string): Json | undefined =>
  records().findLast(({ valueType, value }) => valueType === 'VARIABLE' && (value as { name: string }).name === name)
    ?.value['value' as never]

describe('led by the diagram', () => {
  test('a condition that is not met keeps it open after its last task; more can be begun, and met it is left', async () => {
    const elementInstanceKey = await start(adHoc({ adHoc: both, condition: '=done' }), { done: false })
    await complete(open('a')[0]!)
    await complete(open('b')[0]!)
    await complete(open('c')[0]!)
    expect(open('z')).toEqual([])
    await activate([{ elementId: 'a' }])
    await house.submit({ type: 'SET_VARIABLES', elementInstanceKey, variables: { done: true } })
    await complete(open('a')[0]!)
    expect(open('z')).toHaveLength(1)
  })

  test('met, it waits for those at work if it is told not to end them', async () => {
    await start(adHoc({ adHoc: both, condition: '=true', attributes: 'cancelRemainingInstances="false"' }))
    await complete(open('a')[0]!)
    expect(open('z')).toEqual([])
    await complete(open('b')[0]!)
    await complete(open('c')[0]!)
    expect(open('z')).toHaveLength(1)
  })

  test('a condition that is no yes or no stops what was done inside; resolved, it goes on', async () => {
    const elementInstanceKey = await start(adHoc({ adHoc: both, condition: '=done' }))
    await complete(open('a')[0]!)
    expect(told(house, 'INCIDENT')).toEqual(['CREATED ah#innerInstance'])
    await house.submit({ type: 'SET_VARIABLES', elementInstanceKey, variables: { done: true } })
    await house.submit({ type: 'RESOLVE_INCIDENT', incidentKey: keysOf('INCIDENT', 'CREATED')[0]! })
    expect(open('b')).toEqual([])
    expect(open('z')).toHaveLength(1)
  })

  test('what each leaves behind is collected in the order in which they end, and goes on to the process', async () => {
    await start(adHoc({ adHoc: `${both} outputCollection="res" outputElement="=r"` }), { r: null })
    await complete(open('b')[0]!, { variables: { r: 'b' } })
    await complete(open('a')[0]!, { variables: { r: 'a' } })
    expect(last('res')).toEqual(['a'])
    await complete(open('c')[0]!, { variables: { r: 'c' } })
    expect(last('res')).toEqual(['a', 'c'])
    const scopes = records().filter(
      ({ valueType, value }) => valueType === 'VARIABLE' && (value as { name: string }).name === 'res',
    )
    expect(new Set(scopes.map(({ value }) => (value as { scopeKey: string }).scopeKey)).size).toBe(2)
  })

  test('a list with something else than names is told apart from a wrong name', async () => {
    await start(adHoc({ adHoc: 'activeElementsCollection="=[&quot;a&quot;, 1]"' }))
    const [incident] = records().filter(({ valueType }) => valueType === 'INCIDENT')
    expect(incident!.value).toMatchObject({
      errorType: 'EXTRACT_VALUE_ERROR',
      errorMessage: expect.stringMatching(
        /^Failed to activate ad-hoc elements\. Expected result .* containing 'STRING' items/,
      ),
    })
  })

  test('done for each item of a list, each has its own tasks', async () => {
    const loop = `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=items" inputElement="item"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`
    await start(
      adHoc({ adHoc: 'activeElementsCollection="=item"' }).replace(
        '</bpmn:extensionElements>',
        `</bpmn:extensionElements>${loop}`,
      ),
      { items: [['a'], ['a', 'b']] },
    )
    expect(open('a')).toHaveLength(2)
    for (const type of ['a', 'b', 'c']) for (const job of open(type)) await complete(job)
    expect(open('z')).toHaveLength(1)
  })
})

describe('led by commands', () => {
  test('each begins in a scope of its own, with its own variables, as often as it is asked for', async () => {
    await start(adHoc({}))
    await activate([
      { elementId: 'a', variables: { n: 1 } },
      { elementId: 'a', variables: { n: 2 } },
    ])
    const { jobs } = (
      await house.submit({ type: 'ACTIVATE_JOBS', jobType: 'a', worker: 'w', timeout: 1000, maxJobsToActivate: 9 })
    ).results[0] as unknown as { jobs: { variables: Variables }[] }
    expect(jobs.map(({ variables }) => variables.n)).toEqual([1, 2])
  })

  test('those at work end if asked, and what is begun goes on', async () => {
    await start(adHoc({ adHoc: both }))
    await activate([{ elementId: 'a' }], true)
    expect(open('a')).toHaveLength(1)
    expect(open('b')).toEqual([])
    await complete(open('a')[0]!)
    expect(open('z')).toHaveLength(1)
  })

  test('what lies behind something, what does not exist and what is over is refused', async () => {
    await start(adHoc({ adHoc: both }))
    await expect(activate([{ elementId: 'a' }, { elementId: 'c' }])).rejects.toMatchObject({ type: 'NOT_FOUND' })
    expect(open('a')).toHaveLength(1)
    for (const type of ['a', 'b', 'c']) await complete(open(type)[0]!)
    await expect(activate([{ elementId: 'a' }])).rejects.toMatchObject({ type: 'NOT_FOUND' })
  })
})

describe('led by a worker', () => {
  const begin = (...elementIds: string[]) => ({
    result: { activateElements: elementIds.map(elementId => ({ elementId })) },
  })

  test('it decides what begins, is asked again whenever something is done, and says when it is enough', async () => {
    await start(adHoc(worker))
    expect(open('lead')).toHaveLength(1)
    await complete(open('lead')[0]!, begin('a', 'b'))
    expect(open('lead')).toEqual([])
    await complete(open('a')[0]!)
    const [asked] = open('lead')
    await complete(open('b')[0]!)
    await complete(open('c')[0]!)
    expect(open('lead')).toHaveLength(1)
    expect(open('lead')).not.toEqual([asked])
    await complete(open('lead')[0]!, { result: { completionConditionFulfilled: true } })
    expect(open('z')).toHaveLength(1)
  })

  test('enough while others are at work: they are ended, or waited for without asking again', async () => {
    await start(adHoc(worker))
    await complete(open('lead')[0]!, begin('a', 'a', 'b'))
    await complete(open('a')[0]!)
    await complete(open('lead')[0]!, { result: { completionConditionFulfilled: true } })
    expect(open('z')).toEqual([])
    await complete(open('a')[0]!)
    expect(open('lead')).toEqual([])
    await complete(open('b')[0]!)
    await complete(open('c')[0]!)
    expect(open('z')).toHaveLength(1)

    await house.submit({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p' })
    await complete(open('lead')[0]!, begin('a', 'b'))
    await complete(open('a')[0]!)
    await complete(open('lead')[0]!, { result: { completionConditionFulfilled: true, cancelRemainingInstances: true } })
    expect(open('b')).toEqual([])
    expect(open('z')).toHaveLength(2)
  })

  test('an answer that cannot be carried out leaves the job as it was', async () => {
    await start(adHoc(worker))
    const [job] = open('lead')
    await expect(complete(job!, begin('nobody'))).rejects.toMatchObject({ type: 'NOT_FOUND' })
    await expect(
      complete(job!, { result: { ...begin('a').result, completionConditionFulfilled: true } }),
    ).rejects.toMatchObject({ type: 'INVALID_ARGUMENT' })
    await complete(job!, begin('a'))
    expect(open('a')).toHaveLength(1)
  })

  test('its job ends with the sub-process, and its error is caught on the border', async () => {
    const rest = `<bpmn:boundaryEvent id="t" attachedToRef="ah">${timer('PT1M')}</bpmn:boundaryEvent><bpmn:boundaryEvent id="e" attachedToRef="ah"><bpmn:errorEventDefinition/></bpmn:boundaryEvent>${serviceTask('h')}${serviceTask('k')}`
    const processInstanceKey = await start(adHoc({ ...worker, rest, ways: ['t-h', 'e-k'] }))
    await house.advance(60_000)
    expect(open('lead')).toEqual([])
    expect(open('h')).toHaveLength(1)
    await house.submit({ type: 'CANCEL_PROCESS_INSTANCE', processInstanceKey })
    await house.submit({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p' })
    await house.submit({ type: 'THROW_ERROR', jobKey: open('lead')[0]!, errorCode: 'any' })
    expect(open('k')).toHaveLength(1)
  })
})

describe('event sub-processes inside', () => {
  const inside = (isInterrupting: boolean) =>
    `<bpmn:subProcess id="v" triggeredByEvent="true"><bpmn:startEvent id="vs" isInterrupting="${isInterrupting}">${timer('PT1M')}</bpmn:startEvent>${serviceTask('t')}${flows('vs-t')}</bpmn:subProcess>`

  test('may not interrupt it', async () => {
    await expect(start(adHoc({ ...worker, more: inside(true) }))).rejects.toMatchObject({
      type: 'INVALID_ARGUMENT',
      reason: expect.stringContaining('An interrupting event subprocess is not allowed inside an ad-hoc subprocess'),
    })
  })

  test('one that does not runs beside; when it is done the worker is asked', async () => {
    await start(adHoc({ ...worker, more: inside(false) }))
    await complete(open('lead')[0]!, { result: { activateElements: [{ elementId: 'a' }] } })
    await house.advance(60_000)
    expect(open('a')).toHaveLength(1)
    await complete(open('t')[0]!)
    expect(open('lead')).toHaveLength(1)
  })
})
