import { afterEach, beforeEach, expect, test } from 'vitest'
import { CommandRejected } from '../../server/engine/index.ts'
import { act, diagram, flows, keyOf, openEngine, type TestEngine, told, userTask } from './open-engine.ts'

/** What the house relies on, whichever engine runs. */
const review = diagram(
  `<bpmn:startEvent id="s"/>${userTask('a')}${userTask('b')}<bpmn:endEvent id="e"/>${flows('s-a', 'a-b', 'b-e')}`,
)
const start = { type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p' } as const

let house: TestEngine
beforeEach(async () => {
  house = openEngine()
  await house.deploy('p.bpmn', review)
})
afterEach(() => house.close())

const startedTask = async () => keyOf(await house.submit(start), 'USER_TASK', 'CREATED')
const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => 'accepted',
    error => (error instanceof CommandRejected ? `${error.type}: ${error.reason}` : Promise.reject(error)),
  )

test('an act is answered with its entry, its records and one result per command', async () => {
  const { seq, results, replayed } = await house.submit(start)
  expect(seq).toBe(house.journal.lastSeq())
  expect(results).toEqual([
    {
      processInstanceKey: expect.any(String),
      processDefinitionKey: expect.any(String),
      bpmnProcessId: 'p',
      version: 1,
    },
  ])
  expect(replayed).toBe(false)
})

test('the act is in the journal before it is answered', async () => {
  const outcome = await house.submit(start)
  expect(house.journal.findEntry(outcome.seq)?.segments).toEqual(JSON.parse(JSON.stringify(outcome.segments)))
})

test('acts of one tick share a transaction', async () => {
  let commits = 0
  const counted = openEngine(':memory:', undefined, store => ({
    ...store,
    transaction: work => {
      commits++
      return store.transaction(work)
    },
  }))
  await counted.deploy('p.bpmn', review)
  commits = 0
  await Promise.all(Array.from({ length: 10 }, () => counted.submit(start)))
  expect(commits).toBe(1)
  await counted.close()
})

test('the guard of a later act in the same tick sees what an earlier one wrote', async () => {
  const userTaskKey = await startedTask()
  const open = () => !told(house, 'USER_TASK').includes('COMPLETED a')
  const seen: boolean[] = []
  const guard = () => {
    seen.push(open())
    if (!open()) throw new CommandRejected('FORBIDDEN', 'somebody else was faster')
  }
  const complete = { type: 'COMPLETE_USER_TASK', userTaskKey } as const
  const [first, second] = await Promise.all([
    rejection(house.submit(complete, { guard })),
    rejection(house.submit(complete, { guard })),
  ])
  // Asked again, because acts are first tried together.
  expect(seen).toEqual([true, false, true, false])
  expect([first, second]).toEqual(['accepted', 'FORBIDDEN: somebody else was faster'])
})

test('a refusal takes back its own act alone, and is journaled', async () => {
  const userTaskKey = await startedTask()
  const complete = { type: 'COMPLETE_USER_TASK', userTaskKey } as const
  const refused = house.engine.submit({ act: act('both'), commands: [complete, complete] })
  const others = [house.submit(start), house.submit(start)]
  expect(await rejection(refused)).toBe(
    `NOT_FOUND: Expected to complete user task with key '${userTaskKey}', but no such user task was found`,
  )
  expect((await Promise.all(others)).map(({ replayed }) => replayed)).toEqual([false, false])
  const refusal = house.journal.entries().find(({ kind }) => kind === 'refused')
  expect(refusal).toMatchObject({ verb: 'both', refusal: { type: 'NOT_FOUND' } })
  expect(await rejection(house.submit(complete))).toBe('accepted')
})

test('acts that share a transaction with one that fails are done all the same, each once and in order', async () => {
  const guards: string[] = []
  const guardOf = (name: string) => () => {
    guards.push(name)
    if (name === 'second') throw new CommandRejected('FORBIDDEN', 'not you')
  }
  const before = house.journal.lastSeq()
  const answers = await Promise.allSettled(
    ['first', 'second', 'third'].map(name => house.submit(start, { act: act(name), guard: guardOf(name) })),
  )
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  // Tried together first, then each in a savepoint.
  expect(guards).toEqual(['first', 'second', 'first', 'second', 'third'])
  const entries = house.journal.entries({ after: before })
  expect(entries.map(({ seq, kind, verb }) => [seq - before, kind, verb])).toEqual([
    [1, 'engine', 'first'],
    [2, 'refused', 'second'],
    [3, 'engine', 'third'],
  ])
})

test('a fault of ours reaches its caller and nobody else', async () => {
  const guard = () => {
    throw new TypeError('a fault')
  }
  const [faulty, fine] = await Promise.allSettled([house.submit(start, { guard }), house.submit(start)])
  expect(faulty).toMatchObject({ status: 'rejected', reason: { message: 'a fault' } })
  expect(fine.status).toBe('fulfilled')
})

test('when the COMMIT fails, nobody is answered and nothing is kept in memory', async () => {
  let fails = false
  const failing = openEngine(':memory:', undefined, store => ({
    ...store,
    transaction: work =>
      store.transaction(() => {
        const result = work()
        if (fails) throw new Error('the disk is full')
        return result
      }),
  }))
  await failing.deploy('p.bpmn', review)
  const userTaskKey = keyOf(await failing.submit(start), 'USER_TASK', 'CREATED')
  const complete = { type: 'COMPLETE_USER_TASK', userTaskKey } as const
  const heard: number[] = []
  failing.engine.onCommit(outcomes => heard.push(outcomes.length))
  fails = true
  const answers = await Promise.allSettled([failing.submit(complete), failing.submit(start)])
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(heard).toEqual([])
  fails = false
  await failing.submit(complete)
  expect(told(failing, 'USER_TASK').filter(line => line === 'COMPLETED a')).toHaveLength(1)
  await failing.close()
})

test('an act with the idempotency key of an earlier one gets its answer and does nothing', async () => {
  const idempotency = { scope: 'lin POST', key: 'k', bodyHash: 'h' }
  const once = await house.submit(start, { act: act('create', { idempotency }) })
  const again = await house.submit(start, { act: act('create', { idempotency }) })
  expect(again).toMatchObject({ seq: once.seq, results: once.results, replayed: true })
  expect(told(house, 'PROCESS_INSTANCE_CREATION')).toHaveLength(1)
})

test('listeners hear of accepted acts after the commit, once', async () => {
  const heard: number[] = []
  const stop = house.engine.onCommit(outcomes => heard.push(...outcomes.map(({ seq }) => seq)))
  const { seq } = await house.submit(start)
  await rejection(house.submit({ type: 'RESOLVE_INCIDENT', incidentKey: '1' }))
  stop()
  await house.submit(start)
  expect(heard).toEqual([seq])
})

test('an act without commands writes its entry', async () => {
  const { seq, segments } = await house.engine.submit({ act: act('session.open'), commands: [] })
  expect(segments).toEqual([])
  expect(house.journal.findEntry(seq)?.verb).toBe('session.open')
})

test.each(['1', 'x', '9'.repeat(30), ''])('a key nobody knows (%j) is refused as not found', async key => {
  const commands = [
    { type: 'COMPLETE_USER_TASK', userTaskKey: key },
    { type: 'COMPLETE_JOB', jobKey: key },
    { type: 'RESOLVE_INCIDENT', incidentKey: key },
    { type: 'CANCEL_PROCESS_INSTANCE', processInstanceKey: key },
    { type: 'SET_VARIABLES', elementInstanceKey: key, variables: {} },
    { type: 'CREATE_PROCESS_INSTANCE', processDefinitionKey: key },
  ] as const
  for (const command of commands) expect(await rejection(house.submit(command))).toMatch(/^NOT_FOUND: /)
})

test('a listener that throws keeps nobody from being answered', async () => {
  house.engine.onCommit(() => {
    throw new Error('a listener')
  })
  const heard: number[] = []
  house.engine.onCommit(outcomes => heard.push(...outcomes.map(({ seq }) => seq)))
  const { seq } = await house.submit(start)
  expect(heard).toEqual([seq])
  expect(house.faults).toMatchObject([{ message: 'a listener' }])
})

test.each([null, [1], 'text'])('variables that are no object (%j) are refused', async variables => {
  const refused = house.submit({ ...start, variables: variables as never })
  expect(await rejection(refused)).toMatch(/^INVALID_ARGUMENT: Expected variables .* to be an object/)
})

test('no name of a variable means anything to the engine', async () => {
  const variables = JSON.parse('{"__proto__":1,"constructor":2,"toString":3,"hasOwnProperty":4}')
  const { results } = await house.submit({ ...start, variables })
  const document = () => JSON.parse(house.db.prepare('select document from engine_instance').pluck().get() as string)
  const scope = document().variables[String(results[0]!.processInstanceKey)]
  expect(Object.keys(scope).sort()).toEqual(['__proto__', 'constructor', 'hasOwnProperty', 'toString'])
  expect(({} as { key?: string }).key).toBeUndefined()
})

test.each([
  [
    { dueDate: '2030-01-09T10:00:00+08:00', priority: 80 },
    { dueDate: '2030-01-09T10:00+08:00', priority: 80 },
  ],
  [{ candidateGroupsList: ['g@o'] }, { candidateGroupsList: ['g@o'] }],
  [{ candidateGroupsList: [], dueDate: '' }, {}],
])('an update of %o leaves the task so', async (changes, expected) => {
  const userTaskKey = await startedTask()
  await house.submit({ type: 'UPDATE_USER_TASK', userTaskKey, changes: { candidateGroupsList: ['before@o'] } })
  await house.submit({ type: 'UPDATE_USER_TASK', userTaskKey, changes })
  const document = JSON.parse(house.db.prepare('select document from engine_instance').pluck().get() as string)
  const { priority, candidateGroupsList, dueDate } = document.userTasks[userTaskKey]
  const kept = 'candidateGroupsList' in changes ? {} : { candidateGroupsList: ['before@o'] }
  expect(JSON.parse(JSON.stringify({ priority, candidateGroupsList, dueDate }))).toEqual({
    priority: 50,
    ...kept,
    ...expected,
  })
})

test.each([{ priority: 101 }, { priority: 0.5 }, { dueDate: 'tomorrow' }])(
  'an update with %o is refused',
  async changes => {
    const userTaskKey = await startedTask()
    expect(await rejection(house.submit({ type: 'UPDATE_USER_TASK', userTaskKey, changes }))).toMatch(
      /^INVALID_ARGUMENT/,
    )
  },
)
