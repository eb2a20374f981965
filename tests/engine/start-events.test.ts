import { describe, expect, test } from 'vitest'
import { diagram, flows, MORNING, serviceTask, timer } from '../contracts/open-engine.ts'
import { eachOnAFreshEngine } from './one-instance.ts'

const run = eachOnAFreshEngine()
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const cycle = (text: string) =>
  `<bpmn:timerEventDefinition><bpmn:timeCycle xsi:type="bpmn:tFormalExpression">${text}</bpmn:timeCycle></bpmn:timerEventDefinition>`
const date = (text: string) =>
  `<bpmn:timerEventDefinition><bpmn:timeDate xsi:type="bpmn:tFormalExpression">${text}</bpmn:timeDate></bpmn:timerEventDefinition>`
const START_M = '<bpmn:messageEventDefinition messageRef="message_m"/>'
const M = '<bpmn:message id="message_m" name="m"/>'
const startedBy = (definition: string, rest = '', task = 'w') =>
  diagram(`<bpmn:startEvent id="s">${definition}</bpmn:startEvent>${serviceTask(task)}${flows(`s-${task}`)}`, rest)
const deploy = (content: string) => run.it.house.deploy('p.bpmn', content)
const publish = (correlationKey: string, rest: { variables?: Record<string, number>; timeToLive?: number } = {}) =>
  run.it.publish('m', correlationKey, rest)
const running = () => run.it.open.filter(id => id === 'p').length
const timers = () =>
  run.it.records('TIMER').map(({ intent, value }) => {
    const left = value.repetitions === 1 ? '' : ` ×${value.repetitions}`
    return `${intent} ${(value.dueDate - MORNING) / MINUTE}${left}`
  })

describe('a message start event', () => {
  test('begins one instance per key; kept messages begin the next, in the order they came, whatever their names', async () => {
    const two = diagram(
      `<bpmn:startEvent id="s">${START_M}</bpmn:startEvent>
       <bpmn:startEvent id="n"><bpmn:messageEventDefinition messageRef="message_n"/></bpmn:startEvent>
       ${serviceTask('w')}${flows('s-w', 'n-w')}`,
      `${M}<bpmn:message id="message_n" name="n"/>`,
    )
    await deploy(two)
    await publish('k', { timeToLive: HOUR, variables: { v: 1 } })
    await run.it.publish('n', 'k', { timeToLive: HOUR, variables: { v: 2 } })
    await publish('k', { timeToLive: HOUR, variables: { v: 3 } })
    expect(running()).toBe(1)
    await run.it.work('w')
    await run.it.work('w')
    expect(
      run.it
        .records('MESSAGE_START_EVENT_SUBSCRIPTION')
        .slice(2)
        .map(({ value }) => value.variables),
    ).toEqual([{ v: 1 }, { v: 2 }, { v: 3 }])
    expect(run.it.completed.filter(id => id === 'p')).toHaveLength(2)
    expect(running()).toBe(1)
  })

  test('is free again when its instance is canceled, and when the kept message is too old it waits for the next', async () => {
    await deploy(startedBy(START_M, M))
    await publish('k')
    await publish('k', { timeToLive: HOUR })
    const [first] = run.it.records('MESSAGE_START_EVENT_SUBSCRIPTION').filter(({ intent }) => intent === 'CORRELATED')
    await run.it.house.advance(2 * HOUR)
    await run.it.submit({ type: 'CANCEL_PROCESS_INSTANCE', processInstanceKey: first!.value.processInstanceKey! })
    expect(running()).toBe(0)
    await publish('k')
    expect(running()).toBe(1)
  })

  test('takes no lock for an empty key, and none for instances that a command began', async () => {
    const both = diagram(
      `<bpmn:startEvent id="none"/><bpmn:startEvent id="s">${START_M}</bpmn:startEvent>${serviceTask('w')}${flows('none-w', 's-w')}`,
      M,
    )
    await deploy(both)
    await run.it.submit({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p' })
    await publish('')
    await publish('')
    await publish('k')
    await publish('k')
    expect(running()).toBe(4)
  })

  test('does not begin an instance of a process whose waiting instance gets the message', async () => {
    const waits = diagram(
      `<bpmn:startEvent id="s">${START_M}</bpmn:startEvent>
       <bpmn:intermediateCatchEvent id="c">${START_M}</bpmn:intermediateCatchEvent>${serviceTask('w')}${flows('s-c', 'c-w')}`,
      '<bpmn:message id="message_m" name="m"><bpmn:extensionElements><zeebe:subscription correlationKey="=&quot;k&quot;"/></bpmn:extensionElements></bpmn:message>',
    )
    await deploy(waits)
    await publish('k')
    expect(run.it.open).toEqual(['p', 'c'])
    await publish('k')
    expect(run.it.open).toEqual(['p', 'w'])
  })

  test('waits for events of its event sub-processes from the moment it completes', async () => {
    const aside = `<bpmn:subProcess id="e" triggeredByEvent="true"><bpmn:startEvent id="es">${timer('PT1H')}</bpmn:startEvent>${serviceTask('h')}${flows('es-h')}</bpmn:subProcess>`
    await deploy(
      diagram(`<bpmn:startEvent id="s">${START_M}</bpmn:startEvent>${serviceTask('w')}${aside}${flows('s-w')}`, M),
    )
    await publish('k')
    await run.it.house.advance(HOUR)
    expect(run.it.open).toEqual(['p', 'e', 'h'])
  })

  test('maps what the message brought; without a mapping it is the process’s', async () => {
    const mapping =
      '<bpmn:extensionElements><zeebe:ioMapping><zeebe:output source="=v + 1" target="more"/></zeebe:ioMapping></bpmn:extensionElements>'
    await deploy(startedBy(START_M, M).replace('<bpmn:startEvent id="s">', `<bpmn:startEvent id="s">${mapping}`))
    await publish('k', { variables: { v: 1 } })
    const root = run.it.records('PROCESS_INSTANCE')[0]!.key
    const own = run.it.records('VARIABLE').filter(({ value }) => value.scopeKey === root)
    expect(own.map(({ value }) => [value.name, value.value])).toEqual([['more', 2]])
  })

  test('answers a correlation with the new instance, not with the one that waited; nobody there is a no with a trace', async () => {
    const catcher = diagram(
      `<bpmn:startEvent id="s"/><bpmn:intermediateCatchEvent id="c"><bpmn:messageEventDefinition messageRef="message_m"/></bpmn:intermediateCatchEvent>${flows('s-c')}`,
      '<bpmn:message id="message_m" name="m"><bpmn:extensionElements><zeebe:subscription correlationKey="=&quot;k&quot;"/></bpmn:extensionElements></bpmn:message>',
      'q',
    )
    await run.it.house.deploy('q.bpmn', catcher)
    await run.it.submit({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'q' })
    await deploy(startedBy(START_M, M))
    const { results } = await run.it.submit({ type: 'CORRELATE_MESSAGE', name: 'm', correlationKey: 'k' })
    expect(run.it.open).toEqual(['p', 'w'])
    const started = run.it.records('MESSAGE_START_EVENT_SUBSCRIPTION').at(-1)!.value.processInstanceKey
    expect(results).toMatchObject([{ processInstanceKey: started }])
    expect(run.it.intents('MESSAGE_CORRELATION')).toEqual(['CORRELATING', 'CORRELATED'])
    const again = run.it.submit({ type: 'CORRELATE_MESSAGE', name: 'm', correlationKey: 'k' })
    await expect(again).rejects.toMatchObject({ type: 'NOT_FOUND' })
    expect(run.it.intents('MESSAGE')).toEqual(['PUBLISHED', 'EXPIRED', 'PUBLISHED'])
  })

  test('that is refused with a trace takes back the other commands of its act', async () => {
    await deploy(startedBy(START_M, M))
    const act = run.it.house.submit(
      { type: 'PUBLISH_MESSAGE', name: 'm', correlationKey: 'a' },
      {
        commands: [
          { type: 'PUBLISH_MESSAGE', name: 'm', correlationKey: 'a' },
          { type: 'CORRELATE_MESSAGE', name: 'unknown', correlationKey: 'a' },
        ],
      },
    )
    await expect(act).rejects.toMatchObject({ type: 'NOT_FOUND' })
    await run.it.house.settle()
    expect(run.it.intents('MESSAGE')).toEqual([])
    expect(running()).toBe(0)
  })
})

describe('a timer start event', () => {
  test.each([
    ['=cycle(2, duration("PT1H"))', [1, 1, 0], ['CREATED 60 ×2', 'TRIGGERED 60 ×2', 'CREATED 120', 'TRIGGERED 120']],
    ['R2/PT1H', [1, 1, 0], ['CREATED 60 ×2', 'TRIGGERED 60 ×2', 'CREATED 120', 'TRIGGERED 120']],
    [
      'R/2030-01-07T08:30:00Z/PT1H',
      [1, 1],
      ['CREATED 30 ×-1', 'TRIGGERED 30 ×-1', 'CREATED 90 ×-1', 'TRIGGERED 90 ×-1', 'CREATED 150 ×-1'],
    ],
    [
      '0 15 8,9 * * MON',
      [1, 1],
      ['CREATED 15 ×-1', 'TRIGGERED 15 ×-1', 'CREATED 75 ×-1', 'TRIGGERED 75 ×-1', 'CREATED 10095 ×-1'],
    ],
  ])('with the cycle %s begins again and again', async (text, begun, expected) => {
    await deploy(startedBy(cycle(text)))
    const before = begun.map(() => 0)
    for (const [index] of begun.entries()) {
      const had = running()
      await run.it.house.advance(HOUR)
      before[index] = running() - had
    }
    expect(before).toEqual(begun)
    expect(timers()).toEqual(expected)
  })

  test('with a date in the past fires at once, and once; with a duration once after the deployment', async () => {
    await deploy(
      diagram(
        `<bpmn:startEvent id="s">${date('2029-01-01T00:00:00Z')}</bpmn:startEvent><bpmn:startEvent id="d">${timer('PT1H')}</bpmn:startEvent>${serviceTask('w')}${flows('s-w', 'd-w')}`,
      ),
    )
    await run.it.house.advance(0)
    expect(running()).toBe(1)
    await run.it.house.advance(HOUR)
    await run.it.house.advance(DAY)
    expect(running()).toBe(2)
  })

  test('knows the engine’s clock at deployment, and no variables: where its text fails nothing is deployed', async () => {
    await deploy(startedBy(date('=now() + duration("PT1H")')))
    expect(timers()).toEqual(['CREATED 60'])
    const failing = run.it.house.deploy('q.bpmn', startedBy(timer('=missing')))
    await expect(failing).rejects.toMatchObject({ type: 'INVALID_ARGUMENT' })
    expect(run.it.records('PROCESS')).toHaveLength(1)
  })

  test('belongs to the latest version alone; deploying the same again changes nothing', async () => {
    await deploy(startedBy(cycle('R/PT1H')))
    await run.it.house.advance(30 * MINUTE)
    await deploy(startedBy(cycle('R/PT1H')))
    await deploy(startedBy(cycle('R/PT1H'), '', 'w2'))
    expect(timers()).toEqual(['CREATED 60 ×-1', 'CANCELED 60 ×-1', 'CREATED 90 ×-1'])
    await run.it.house.advance(HOUR)
    expect(run.it.open).toEqual(['p', 'w2'])
  })
})
