import { describe, expect, test } from 'vitest'
import { diagram, flows, serviceTask } from '../contracts/open-engine.ts'
import { eachOnAFreshEngine } from './one-instance.ts'

const run = eachOnAFreshEngine()
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const cycle = (text: string) =>
  `<bpmn:timerEventDefinition><bpmn:timeCycle xsi:type="bpmn:tFormalExpression">${text}</bpmn:timeCycle></bpmn:timerEventDefinition>`
const START_M = '<bpmn:messageEventDefinition messageRef="message_m"/>'
const M = '<bpmn:message id="message_m" name="m"/>'
const startedBy = (definition: string, rest = '', task = 'w') =>
  diagram(`<bpmn:startEvent id="s">${definition}</bpmn:startEvent>${serviceTask(task)}${flows(`s-${task}`)}`, rest)
const deploy = (content: string) => run.it.house.deploy('p.bpmn', content)
const publish = (correlationKey: string, rest: { variables?: Record<string, number>; timeToLive?: number } = {}) =>
  run.it.publish('m', correlationKey, rest)
const running = () => run.it.open.filter(id => id === 'p').length

describe('deleting a definition', () => {
  const keys = () =>
    run.it
      .records('PROCESS')
      .filter(({ intent }) => intent === 'CREATED')
      .map(({ key }) => key)
  const remove = (resourceKey: string) => run.it.submit({ type: 'DELETE_RESOURCE', resourceKey })

  test('of the latest version lets the one before be started by its events again', async () => {
    const several = (task: string) =>
      diagram(
        `<bpmn:startEvent id="t">${cycle('R/PT1H')}</bpmn:startEvent><bpmn:startEvent id="s">${START_M}</bpmn:startEvent>
         <bpmn:startEvent id="g"><bpmn:signalEventDefinition signalRef="signal_go"/></bpmn:startEvent>
         ${serviceTask(task)}${flows(`t-${task}`, `s-${task}`, `g-${task}`)}`,
        `${M}<bpmn:signal id="signal_go" name="go"/>`,
      )
    await deploy(several('one'))
    await deploy(several('two'))
    await remove(keys()[1]!)
    await publish('k')
    await run.it.submit({ type: 'BROADCAST_SIGNAL', signalName: 'go' })
    await run.it.house.advance(HOUR)
    expect(run.it.open).toEqual(['p', 'one', 'p', 'one', 'p', 'one'])
    expect(run.it.intents('MESSAGE_START_EVENT_SUBSCRIPTION')).toEqual([
      'CREATED',
      'DELETED',
      'CREATED',
      'DELETED',
      'CREATED',
      'CORRELATED',
    ])
  })

  test('that is not the latest changes nothing for the latest; with the last one nothing starts any more', async () => {
    await deploy(startedBy(START_M, M, 'one'))
    await deploy(startedBy(START_M, M, 'two'))
    await remove(keys()[0]!)
    await publish('a')
    expect(run.it.open).toEqual(['p', 'two'])
    await expect(remove(keys()[1]!)).rejects.toMatchObject({ type: 'INVALID_STATE' })
    await run.it.work('two')
    await remove(keys()[1]!)
    await publish('a')
    expect(running()).toBe(0)
    await expect(remove(keys()[1]!)).rejects.toMatchObject({ type: 'NOT_FOUND' })
  })

  test('never gives its number again, and what is deployed again is new', async () => {
    await deploy(startedBy(START_M, M))
    await remove(keys()[0]!)
    await deploy(startedBy(START_M, M))
    expect(run.it.records('PROCESS').at(-1)).toMatchObject({ intent: 'CREATED', value: { version: 2 } })
    const create = run.it.submit({ type: 'CREATE_PROCESS_INSTANCE', processDefinitionKey: keys()[0]! })
    await expect(create).rejects.toMatchObject({ type: 'NOT_FOUND' })
  })

  test('works for forms too: the version before is the latest again', async () => {
    const form = (text: string) => JSON.stringify({ id: 'f', components: [{ type: 'text', text }] })
    await run.it.house.deploy('f.form', form('one'))
    await run.it.house.deploy('f.form', form('two'))
    const [, second] = run.it.records('FORM')
    await remove(second!.key)
    expect(run.it.house.store.latestForm('f')).toMatchObject({ version: 1 })
    expect(run.it.intents('RESOURCE_DELETION')).toEqual(['DELETING', 'DELETED'])
    await run.it.house.deploy('f.form', form('three'))
    expect(run.it.house.store.latestForm('f')).toMatchObject({ version: 3 })
  })
})
