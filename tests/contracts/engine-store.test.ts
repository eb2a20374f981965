import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createEngineStore } from '../../db/engine-store.ts'
import { type OfficeDatabase, openDatabase } from '../../db/open.ts'
import type { EngineStore, Rows } from '../../server/engine/embedded/index.ts'

/** What the engine asks of a store, whichever database lies below. */
let database: OfficeDatabase
let store: EngineStore
beforeEach(() => {
  database = openDatabase(':memory:')
  store = createEngineStore(database.writer)
})
afterEach(() => database.close())

const KEY = '2251799813685249'
const key = (offset: number) => String(2251799813685249 + offset)

const rows: { [K in keyof Rows]: Rows[K] } = {
  instance: { processInstanceKey: KEY, bpmnProcessId: 'p', isPaused: 0, document: '{}' },
  owner: { key: KEY, processInstanceKey: key(1) },
  branch: { processInstanceKey: KEY, branch: key(1), document: '{}' },
  job: { jobKey: KEY, processInstanceKey: key(1), type: 't', isActivatable: 1, due: null },
  timer: { timerKey: KEY, processInstanceKey: key(1), waiterKey: key(2), due: 5 },
  subscription: {
    subscriptionKey: KEY,
    processInstanceKey: key(1),
    bpmnProcessId: 'p',
    messageName: 'm',
    correlationKey: '12',
  },
  message: {
    messageKey: KEY,
    name: 'm',
    correlationKey: '12',
    messageId: null,
    deadline: 5,
    cause: 1,
    variables: '{"a":1}',
    correlatedWith: '[]',
  },
  signal: { subscriptionKey: KEY, processInstanceKey: key(1), signalName: 'g', waiterKey: key(2) },
  start: {
    startKey: KEY,
    kind: 'TIMER',
    processDefinitionKey: key(1),
    bpmnProcessId: 'p',
    elementId: 's',
    name: null,
    due: 5,
    repetitions: -1,
    processInstanceKey: null,
    cause: 1,
  },
  startLock: { bpmnProcessId: 'p', correlationKey: '12', processInstanceKey: key(1) },
  version: { kind: 'process', id: 'p', version: 3 },
  value: { processInstanceKey: KEY, scopeKey: key(1), name: '名', value: '"长"' },
  process: {
    processDefinitionKey: KEY,
    bpmnProcessId: 'p',
    version: 1,
    name: '审核',
    versionTag: null,
    resourceName: 'p.bpmn',
    checksum: 'c',
    deploymentKey: key(1),
  },
  form: {
    formKey: KEY,
    formId: 'f',
    version: 1,
    versionTag: 'v',
    resourceName: 'f.form',
    checksum: 'c',
    deploymentKey: key(1),
  },
  requirements: {
    decisionRequirementsKey: KEY,
    decisionRequirementsId: 'd',
    decisionRequirementsName: 'D',
    version: 1,
    resourceName: 'd.dmn',
    checksum: 'c',
    deploymentKey: key(1),
  },
  decision: {
    decisionKey: KEY,
    decisionId: 't',
    decisionName: 'T',
    version: 1,
    versionTag: null,
    decisionRequirementsKey: key(1),
    decisionRequirementsId: 'd',
  },
  resource: { checksum: 'c', content: '<xml/>' },
}

describe.each(Object.keys(rows) as (keyof Rows)[])('a row of kind %s', kind => {
  test('is found as it was put, replaced as a whole, and gone when removed', () => {
    const row = rows[kind] as never
    expect(store.find(kind, row)).toBeUndefined()
    store.put(kind, row)
    store.put(kind, row)
    expect(store.find(kind, row)).toEqual(row)
    store.remove(kind, row)
    expect(store.find(kind, row)).toBeUndefined()
  })
})

test('free jobs of a type come oldest first, leased ones not at all', () => {
  for (const offset of [3, 1, 2]) store.put('job', { ...rows.job, jobKey: key(offset) })
  store.put('job', { ...rows.job, jobKey: key(0), isActivatable: 0 })
  store.put('job', { ...rows.job, jobKey: key(4), type: 'other' })
  expect(store.activatableJobs('t', 2)).toEqual([key(1), key(2)])
})

test('what is due comes in the order in which it fell due, of every kind', () => {
  store.put('timer', { ...rows.timer, timerKey: key(1), due: 30 })
  store.put('job', { ...rows.job, jobKey: key(2), due: 10 })
  store.put('message', { ...rows.message, messageKey: key(3), deadline: 20 })
  store.put('timer', { ...rows.timer, timerKey: key(4), due: 40 })
  expect(store.nextDue()).toBe(10)
  expect(store.due(30, 10)).toEqual([
    { kind: 'job', key: key(2), due: 10 },
    { kind: 'message', key: key(3), due: 20 },
    { kind: 'timer', key: key(1), due: 30 },
  ])
  expect(store.due(30, 1)).toHaveLength(1)
})

test('of timers due together the one fires first whose element instance waits longest; start events come last', () => {
  store.put('start', { ...rows.start, startKey: key(1), due: 30 })
  store.put('timer', { ...rows.timer, timerKey: key(5), waiterKey: key(2), due: 30 })
  store.put('timer', { ...rows.timer, timerKey: key(4), waiterKey: key(3), due: 30 })
  expect(store.due(30, 10).map(({ kind, key }) => [kind, key])).toEqual([
    ['timer', key(5)],
    ['timer', key(4)],
    ['start', key(1)],
  ])
})

test('who waits for a signal is found by its name, start events by what they wait for and by their process', () => {
  for (const offset of [2, 1])
    store.put('signal', { ...rows.signal, subscriptionKey: key(10 - offset), waiterKey: key(offset) })
  store.put('start', { ...rows.start, startKey: key(1), kind: 'SIGNAL', name: 'g', due: null })
  store.put('start', { ...rows.start, startKey: key(2), kind: 'MESSAGE', name: 'g', due: null })
  store.put('start', { ...rows.start, startKey: key(3), bpmnProcessId: 'q' })
  expect(store.signalsAwaited('g').map(row => row.waiterKey)).toEqual([key(1), key(2)])
  expect(store.signalsAwaited('other')).toEqual([])
  expect(store.startsAwaiting('SIGNAL', 'g').map(row => row.startKey)).toEqual([key(1)])
  expect(store.startsOf('p').map(row => row.kind)).toEqual(['MESSAGE', 'SIGNAL'])
})

test('nothing is due in an empty store', () => {
  expect(store.nextDue()).toBeUndefined()
  expect(store.due(Number.MAX_SAFE_INTEGER, 10)).toEqual([])
})

test('subscriptions and messages are found by name and key, oldest first', () => {
  for (const offset of [2, 1]) {
    store.put('subscription', { ...rows.subscription, subscriptionKey: key(offset) })
    store.put('message', { ...rows.message, messageKey: key(offset) })
  }
  store.put('subscription', { ...rows.subscription, subscriptionKey: key(3), correlationKey: '1' })
  expect(store.subscriptionsTo('m', '12').map(row => row.subscriptionKey)).toEqual([key(1), key(2)])
  expect(store.bufferedMessages('m', '12').map(row => row.messageKey)).toEqual([key(1), key(2)])
  expect(store.bufferedMessages('m', '')).toEqual([])
})

test('the latest version of each definition is found, and a given one', () => {
  for (const version of [1, 10, 9])
    store.put('process', { ...rows.process, processDefinitionKey: key(version), version })
  expect(store.latestProcess('p')?.version).toBe(10)
  expect(store.processOfVersion('p', 9)?.processDefinitionKey).toBe(key(9))
  expect(store.latestProcess('q')).toBeUndefined()
})

test('a savepoint that throws takes back itself; a transaction that throws, everything', () => {
  store.transaction(() => {
    store.put('owner', rows.owner)
    expect(() =>
      store.savepoint(() => {
        store.put('timer', rows.timer)
        throw new Error('no')
      }),
    ).toThrow('no')
  })
  expect(store.find('owner', rows.owner)).toEqual(rows.owner)
  expect(store.find('timer', rows.timer)).toBeUndefined()
  expect(() =>
    store.transaction(() => {
      store.savepoint(() => store.put('timer', rows.timer))
      throw new Error('no')
    }),
  ).toThrow('no')
  expect(store.find('timer', rows.timer)).toBeUndefined()
})

test('a first savepoint that throws takes back itself; what follows it becomes durable', () => {
  store.transaction(() => {
    expect(() =>
      store.savepoint(() => {
        store.put('timer', rows.timer)
        throw new Error('no')
      }),
    ).toThrow('no')
    store.savepoint(() => store.put('owner', rows.owner))
    expect(() =>
      store.savepoint(() => {
        store.remove('owner', rows.owner)
        throw new Error('no')
      }),
    ).toThrow('no')
  })
  expect(database.writer.inTransaction).toBe(false)
  expect(store.find('timer', rows.timer)).toBeUndefined()
  expect(store.find('owner', rows.owner)).toEqual(rows.owner)
})

test('instances are found by a key their document names, newest first', () => {
  const document = (named: string) => JSON.stringify({ elements: { [named]: {} } })
  const put = (instance: string, named: string) =>
    store.put('instance', { ...rows.instance, processInstanceKey: instance, document: document(named) })
  put(key(1), key(9))
  put(key(2), key(9))
  put(key(3), `${key(9)}1`)
  expect(store.instancesNaming(key(9))).toEqual([key(2), key(1)])
  expect(store.instancesNaming(key(8))).toEqual([])
})

test('a savepoint outside a transaction is refused', () => {
  expect(() => store.savepoint(() => store.put('owner', rows.owner))).toThrow('Expected an open transaction')
})

test('the key bound is remembered', () => {
  expect(store.keyBound()).toBe(0)
  store.saveKeyBound(2251799813785249)
  expect(createEngineStore(database.writer).keyBound()).toBe(2251799813785249)
})
