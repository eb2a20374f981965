import { describe, expect, test } from 'vitest'
import type { JobResult, Variables } from '../../server/engine/index.ts'
import { flows, keyOf, serviceTask, timer, userTask } from '../contracts/open-engine.ts'
import { boundary, eachOnAFreshEngine } from './one-instance.ts'

const house = eachOnAFreshEngine()

/** `start:type` … as `zeebe:executionListeners`. */
const heard = (...listeners: string[]) =>
  `<zeebe:executionListeners>${each('executionListener', listeners)}</zeebe:executionListeners>`
const watched = (...listeners: string[]) =>
  `<zeebe:taskListeners>${each('taskListener', listeners)}</zeebe:taskListeners>`
const each = (name: string, listeners: string[]) =>
  listeners
    .map(listener => listener.split(':'))
    .map(
      ([event, type, retries]) =>
        `<zeebe:${name} eventType="${event}" type="${type}"${retries ? ` retries="${retries}"` : ''}/>`,
    )
    .join('')
const extended = (tag: string, id: string, extensions: string, inside = '') =>
  `<bpmn:${tag} id="${id}"><bpmn:extensionElements>${extensions}</bpmn:extensionElements>${inside}</bpmn:${tag}>`

/** Types of the jobs that wait, oldest first. */
function waiting(): string[] {
  const ended = new Set(
    house.it
      .records('JOB')
      .filter(({ intent }) => intent === 'COMPLETED' || intent === 'CANCELED')
      .map(({ key }) => key),
  )
  return house.it
    .records('JOB')
    .filter(({ intent, key }) => intent === 'CREATED' && !ended.has(key))
    .map(({ value }) => value.type)
}
const keyOfJob = (type: string) =>
  house.it.records('JOB').findLast(({ intent, value }) => intent === 'CREATED' && value.type === type)!.key
const done = (type: string, variables: Variables = {}, result?: Omit<JobResult, 'type'>) =>
  house.it.submit({ type: 'COMPLETE_JOB', jobKey: keyOfJob(type), variables, ...(result && { result }) })
const userTaskKey = () => house.it.records('USER_TASK')[0]!.key
const openTask = () => ({ userTaskKey: userTaskKey() })
const lastTask = () => house.it.records('USER_TASK').at(-1)!

describe('execution listeners', () => {
  test('work one after the other before the task and after it; the first has variables of its own, the last gives them outwards', async () => {
    const task = serviceTask('a', heard('start:s1', 'start:s2', 'end:e1'))
    await house.it.start(`<bpmn:startEvent id="s"/>${task}<bpmn:endEvent id="e"/>${flows('s-a', 'a-e')}`)
    expect(waiting()).toEqual(['s1'])
    await done('s1', { local: 1 })
    expect(waiting()).toEqual(['s2'])
    await done('s2')
    expect(waiting()).toEqual(['a'])
    await done('a')
    expect([waiting(), house.it.completed]).toEqual([['e1'], ['s']])
    await done('e1', { told: 2 })
    expect([house.it.completed, house.it.variables]).toEqual([['s', 'a', 'e', 'p'], { told: 2 }])
  })

  test('of a sub-process frame everything in it; what its end tells belongs to the scope around', async () => {
    const inner = `<bpmn:startEvent id="us"/>${serviceTask('a')}${flows('us-a')}`
    const sub = extended('subProcess', 'u', heard('start:in', 'end:out'), inner)
    await house.it.start(`<bpmn:startEvent id="s"/>${sub}${flows('s-u')}`)
    expect(house.it.open).toEqual(['p', 'u'])
    await done('in', { x: 1 })
    await done('a')
    expect(house.it.open).toEqual(['p', 'u'])
    await done('out', { y: 1 })
    expect([house.it.open, house.it.variables]).toEqual([[], { y: 1 }])
  })

  test('before a gateway they may decide where it leads', async () => {
    const gateway = extended('exclusiveGateway', 'g', heard('start:look'))
    await house.it.start(
      `<bpmn:startEvent id="s"/>${gateway}${serviceTask('a')}${serviceTask('b')}${flows('s-g', 'g-a:=way = 1', 'g-b:=way = 2')}`,
    )
    await done('look', { way: 2 })
    expect([waiting(), house.it.variables]).toEqual([['b'], {}])
  })

  test('of an activity that is done several times work for each of them', async () => {
    const loop =
      '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=[1,2]"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>'
    const task = serviceTask('a', heard('start:in')).replace('</bpmn:serviceTask>', `${loop}</bpmn:serviceTask>`)
    await house.it.start(`<bpmn:startEvent id="s"/>${task}${flows('s-a')}`)
    expect(waiting()).toEqual(['in', 'in'])
  })

  test('that ends with its element is no longer to be worked', async () => {
    const inside = `<bpmn:startEvent id="us"/>${serviceTask('a', heard('end:out'))}${boundary('b', 'a', timer('PT1H'))}${serviceTask('h')}`
    await house.it.start(
      `<bpmn:startEvent id="s"/><bpmn:subProcess id="u">${inside}${flows('us-a', 'b-h')}</bpmn:subProcess>
       ${boundary('late', 'u', timer('PT2H'))}${serviceTask('g')}${flows('s-u', 'late-g')}`,
    )
    await done('a')
    expect(waiting()).toEqual(['out'])
    // Its own border is no longer watched: it is done, but for its listeners.
    await house.it.house.advance(3_600_000)
    expect(waiting()).toEqual(['out'])
    await house.it.house.advance(3_600_000)
    expect([waiting(), house.it.terminated]).toEqual([['g'], ['a', 'u']])
  })

  test('a job that failed is done again alone, an expression that failed begins with the first', async () => {
    const task = serviceTask('a', heard('start:s1', 'start:=kind'))
    await house.it.start(`<bpmn:startEvent id="s"/>${task}${flows('s-a')}`)
    await house.it.submit({ type: 'FAIL_JOB', jobKey: keyOfJob('s1'), retries: 0 })
    await house.it.submit({ type: 'UPDATE_JOB_RETRIES', jobKey: keyOfJob('s1'), retries: 1 })
    await house.it.resolve()
    await done('s1')
    expect(house.it.records('INCIDENT').at(-1)!.value.errorType).toBe('EXTRACT_VALUE_ERROR')
    await house.it.set({ kind: 's2' })
    await house.it.resolve()
    expect(waiting()).toEqual(['s1'])
    await done('s1')
    expect(waiting()).toEqual(['s2'])
  })

  test('throw no error of the business', async () => {
    await house.it.start(`<bpmn:startEvent id="s"/>${serviceTask('a', heard('start:in'))}${flows('s-a')}`)
    const thrown = house.it.submit({ type: 'THROW_ERROR', jobKey: keyOfJob('in'), errorCode: 'x' })
    await expect(thrown).rejects.toMatchObject({ type: 'INVALID_STATE' })
  })

  test('that the result of a task is merged once, whatever its end listeners need', async () => {
    const task = serviceTask('a', heard('end:=kind'))
    await house.it.start(`<bpmn:startEvent id="s"/>${task}${flows('s-a')}`)
    await done('a', { r: 1 })
    await house.it.set({ r: 2, kind: 'out' })
    await house.it.resolve()
    await done('out')
    expect(house.it.variables).toMatchObject({ r: 2 })
  })
})

describe('task listeners', () => {
  const start = (...listeners: string[]) =>
    house.it.start(
      `<bpmn:startEvent id="s"/>${userTask('a', watched(...listeners))}${boundary('b', 'a', timer('PT1H'))}<bpmn:endEvent id="e"/>${flows('s-a', 'a-e', 'b-e')}`,
    )

  test('hold the task while they work: nobody else gets at it', async () => {
    await start('completing:c')
    await house.it.submit({ type: 'COMPLETE_USER_TASK', ...openTask(), variables: { x: 1 } })
    const again = house.it.submit({ type: 'COMPLETE_USER_TASK', ...openTask() })
    await expect(again).rejects.toMatchObject({
      type: 'INVALID_STATE',
      reason: expect.stringContaining("'COMPLETING'"),
    })
    await done('c')
    expect([house.it.completed, house.it.variables]).toEqual([['s', 'a', 'e', 'p'], { x: 1 }])
  })

  test('that say no leave the task as it was, corrections and all', async () => {
    await start('updating:u1', 'updating:u2')
    const changes = { priority: 70 }
    await house.it.submit({ type: 'UPDATE_USER_TASK', ...openTask(), changes })
    await done('u1', {}, { corrections: { candidateUsersList: ['kim'] } })
    await done('u2', {}, { denied: true, deniedReason: 'not now' })
    expect(lastTask()).toMatchObject({ intent: 'UPDATE_DENIED', value: { deniedReason: 'not now' } })
    await house.it.submit({ type: 'UPDATE_USER_TASK', ...openTask(), changes: { priority: 50 } })
    await done('u1')
    await done('u2')
    expect(lastTask()).toMatchObject({ intent: 'UPDATED', value: expect.not.objectContaining({ priority: 70 }) })
  })

  test('see what those before them corrected, until it is corrected back', async () => {
    await start('assigning:a1', 'assigning:a2', 'assigning:a3')
    await house.it.submit({ type: 'ASSIGN_USER_TASK', ...openTask(), assignee: 'kim', mode: 'claim' })
    const changed = () => house.it.records('JOB').at(-1)!.value.customHeaders!['io.camunda.zeebe:changedAttributes']
    expect(changed()).toBe('["assignee"]')
    await done('a1', {}, { corrections: { priority: 90 } })
    expect(changed()).toBe('["assignee","priority"]')
    await done('a2', {}, { corrections: { priority: 50 } })
    expect(changed()).toBe('["assignee"]')
    await done('a3', {}, { corrections: { assignee: 'lee' } })
    expect(lastTask()).toMatchObject({ intent: 'ASSIGNED', value: { assignee: 'lee', action: 'claim' } })
  })

  test('work before a task ends with its element, and the boundary event waits for them', async () => {
    await start('canceling:x')
    await house.it.house.advance(3_600_000)
    expect([house.it.open, lastTask().intent]).toEqual([['p', 'a'], 'CANCELING'])
    await done('x')
    expect([lastTask().intent, house.it.terminated, house.it.completed]).toEqual([
      'CANCELED',
      ['a'],
      ['s', 'b', 'e', 'p'],
    ])
  })

  test('in the middle of something give way to the end of the instance', async () => {
    await start('completing:c', 'canceling:x')
    await house.it.submit({ type: 'COMPLETE_USER_TASK', ...openTask() })
    await house.it.submit({ type: 'CANCEL_PROCESS_INSTANCE', processInstanceKey: house.it.key })
    expect(waiting()).toEqual(['x'])
    await done('x')
    expect(house.it.open).toEqual([])
  })

  test('that nobody works any more leave an incident; with retries only they go on', async () => {
    await start('creating:c:1')
    await house.it.submit({ type: 'FAIL_JOB', jobKey: keyOfJob('c'), retries: 0 })
    expect(house.it.records('INCIDENT')[0]!.value.errorType).toBe('TASK_LISTENER_NO_RETRIES')
    await house.it.submit({ type: 'UPDATE_JOB_RETRIES', jobKey: keyOfJob('c'), retries: 1 })
    await house.it.resolve()
    await done('c')
    expect(house.it.intents('USER_TASK')).toEqual(['CREATING', 'CREATED'])
  })

  test('whose type cannot be computed hold the task; mended, all of them work again', async () => {
    await start('completing:c', 'completing:=kind')
    await house.it.submit({ type: 'COMPLETE_USER_TASK', ...openTask() })
    await done('c')
    await house.it.set({ kind: 'c2' })
    await house.it.resolve()
    expect(waiting()).toEqual(['c'])
    await done('c')
    await done('c2')
    expect(house.it.completed).toContain('a')
  })

  test.each([
    ['variables', { x: 1 }, undefined, 'variables payload'],
    ['a no to the creation', {}, { denied: true }, 'Denying result is not supported'],
  ])('may not answer with %s', async (_what, variables, result, reason) => {
    await start('creating:c')
    const answer = done('c', variables as Variables, result)
    await expect(answer).rejects.toMatchObject({ type: 'INVALID_ARGUMENT', reason: expect.stringContaining(reason) })
  })

  test('hand workers the job as what it is', async () => {
    await start('creating:c')
    const lease = { worker: 'w', timeout: 1000, maxJobsToActivate: 1 }
    const { results } = await house.it.submit({ type: 'ACTIVATE_JOBS', jobType: 'c', ...lease })
    expect(results[0]!.jobs).toMatchObject([{ jobKind: 'TASK_LISTENER', listenerEventType: 'CREATING' }])
    expect(keyOf({ segments: [{ records: house.it.records('JOB') }] }, 'JOB', 'CREATED')).toBe(keyOfJob('c'))
  })
})

describe('variables that are given to a user task', () => {
  const start = (...listeners: string[]) =>
    house.it.start(`<bpmn:startEvent id="s"/>${userTask('a', watched(...listeners))}${flows('s-a')}`)

  test('change the task', async () => {
    await start('creating:c')
    await expect(house.it.set({ x: 1 }, 'a', true)).rejects.toMatchObject({ type: 'INVALID_STATE' })
    await done('c')
    await house.it.set({ x: 1 }, 'a', true)
    expect(house.it.intents('USER_TASK').slice(-2)).toEqual(['UPDATING', 'UPDATED'])
    expect(house.it.intents('VARIABLE_DOCUMENT')).toEqual(['UPDATING', 'UPDATED'])
    expect([house.it.variables, house.it.intents('VARIABLE')]).toEqual([{}, ['CREATED']])
  })

  test('are set when its listeners agree, and only then', async () => {
    await start('updating:u')
    await house.it.set({ x: 1 }, 'a')
    expect(house.it.variables).toEqual({})
    await done('u', {}, { denied: true })
    await house.it.set({ x: 2 }, 'a')
    await done('u')
    expect(house.it.variables).toEqual({ x: 2 })
    expect(house.it.intents('VARIABLE_DOCUMENT')).toEqual(['UPDATING', 'UPDATE_DENIED', 'UPDATING', 'UPDATED'])
  })
})

test('an assignee of the diagram is not corrected while the task is created, but when it is assigned', async () => {
  const named = '<zeebe:assignmentDefinition assignee="kim"/>'
  const task = userTask('a', named + watched('creating:c', 'assigning:as'))
  await house.it.start(`<bpmn:startEvent id="s"/>${task}${flows('s-a')}`)
  const corrections = { assignee: 'lee' }
  await expect(done('c', {}, { corrections })).rejects.toMatchObject({ type: 'INVALID_ARGUMENT' })
  await done('c')
  await done('as', {}, { corrections })
  expect(lastTask()).toMatchObject({ intent: 'ASSIGNED', value: { assignee: 'lee' } })
})
