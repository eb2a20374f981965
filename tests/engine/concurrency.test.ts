import { afterEach, beforeEach, expect, test } from 'vitest'
import { CommandRejected, type Key } from '../../server/engine/index.ts'
import {
  diagram,
  flows,
  keyOf,
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
afterEach(() => house.close())

/** Somebody who wants something that only one can have. */
interface Rival {
  /** Begins at once, in the tick in which it is called. */
  act(key: Key): Promise<unknown> | undefined
  /** What the journal says once if this one came first: kind and `intent element`. */
  won: [valueType: string, what: string]
  /** What this one hears when it comes too late; nobody hears anything of a timer. */
  lost: string
}

interface Contest {
  process: string
  rest?: string
  /** Leads to where both can act; answers with the key they need. */
  prepare(): Promise<Key>
  rivals: [Rival, Rival]
}

const HOUR = 3_600_000
const message =
  '<bpmn:message id="m" name="news"><bpmn:extensionElements><zeebe:subscription correlationKey="=k"/></bpmn:extensionElements></bpmn:message>'

const started = async (valueType: string, intent: string) =>
  keyOf(
    await house.submit({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p', variables: { k: '1' } }),
    valueType,
    intent,
  )
const timePasses: Rival['act'] = () => {
  house.clock.moveTo(house.clock.now() + HOUR)
  return undefined
}
const completion: Rival = {
  act: userTaskKey => house.submit({ type: 'COMPLETE_USER_TASK', userTaskKey }),
  won: ['USER_TASK', 'COMPLETED t'],
  lost: 'NOT_FOUND',
}
const jobCompletion: Rival = {
  act: jobKey => house.submit({ type: 'COMPLETE_JOB', jobKey }),
  won: ['JOB', 'COMPLETED t'],
  lost: 'NOT_FOUND',
}
const cancellation: Rival = {
  act: processInstanceKey => house.submit({ type: 'CANCEL_PROCESS_INSTANCE', processInstanceKey }),
  won: ['PROCESS_INSTANCE', 'ELEMENT_TERMINATED p'],
  lost: 'NOT_FOUND',
}
const claim = (assignee: string): Rival => ({
  act: userTaskKey => house.submit({ type: 'ASSIGN_USER_TASK', userTaskKey, assignee, mode: 'claim' }),
  won: ['USER_TASK', 'ASSIGNED t'],
  lost: 'INVALID_STATE',
})
const alone = `<bpmn:startEvent id="s"/>${userTask('t')}<bpmn:endEvent id="e"/>${flows('s-t', 't-e')}`
const watched = (event: string) =>
  `${alone}<bpmn:boundaryEvent id="b" attachedToRef="t">${event}</bpmn:boundaryEvent><bpmn:endEvent id="x"/>${flows('b-x')}`
const work = `<bpmn:startEvent id="s"/>${serviceTask('t')}<bpmn:endEvent id="e"/>${flows('s-t', 't-e')}`
const news =
  (ttl = HOUR): Rival['act'] =>
  () =>
    house.submit({ type: 'PUBLISH_MESSAGE', name: 'news', correlationKey: '1', timeToLive: ttl })

const CONTESTS: Record<string, Contest> = {
  'two completions of one task': {
    process: alone,
    prepare: () => started('USER_TASK', 'CREATED'),
    rivals: [completion, completion],
  },
  'a completion and the timer on its border': {
    process: watched(timer('PT1H')),
    prepare: () => started('USER_TASK', 'CREATED'),
    rivals: [completion, { act: timePasses, won: ['TIMER', 'TRIGGERED b'], lost: 'nothing' }],
  },
  'a completion and the message on its border': {
    process: watched('<bpmn:messageEventDefinition messageRef="m"/>'),
    rest: message,
    prepare: () => started('USER_TASK', 'CREATED'),
    rivals: [completion, { act: news(), won: ['USER_TASK', 'CANCELED t'], lost: 'nothing' }],
  },
  'a message and a cancellation': {
    process: `<bpmn:startEvent id="s"/><bpmn:intermediateCatchEvent id="c"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent>
      <bpmn:endEvent id="e"/>${flows('s-c', 'c-e')}`,
    rest: message,
    prepare: () => started('PROCESS_INSTANCE', 'ELEMENT_ACTIVATING'),
    rivals: [{ act: news(), won: ['PROCESS_INSTANCE', 'ELEMENT_COMPLETED p'], lost: 'nothing' }, cancellation],
  },
  'two claims of one task': {
    process: alone,
    prepare: () => started('USER_TASK', 'CREATED'),
    rivals: [claim('an'), claim('bo')],
  },
  'two completions of one job': {
    process: work,
    prepare: () => started('JOB', 'CREATED'),
    rivals: [jobCompletion, jobCompletion],
  },
  'the completion of a job and its error': {
    process: `${work}<bpmn:boundaryEvent id="b" attachedToRef="t"><bpmn:errorEventDefinition/></bpmn:boundaryEvent>`,
    prepare: () => started('JOB', 'CREATED'),
    rivals: [
      jobCompletion,
      {
        act: jobKey => house.submit({ type: 'THROW_ERROR', jobKey, errorCode: 'E' }),
        won: ['JOB', 'ERROR_THROWN t'],
        lost: 'NOT_FOUND',
      },
    ],
  },
  'two cancellations': {
    process: alone,
    prepare: () => started('PROCESS_INSTANCE', 'ELEMENT_ACTIVATING'),
    rivals: [cancellation, cancellation],
  },
}

type Interleaving = (
  first: () => Promise<unknown> | undefined,
  second: () => Promise<unknown> | undefined,
) => Promise<string[]>

const INTERLEAVINGS: Record<string, Interleaving> = {
  'in one batch': (first, second) => heard([first(), second()]),
  'in one batch with an act that fails, so that all is done anew': (first, second) => {
    const failing = house.submit({ type: 'COMPLETE_JOB', jobKey: '1' }).catch(() => undefined)
    const both = [first(), second()]
    return failing.then(() => heard(both))
  },
  'in the next tick': async (first, second) => {
    const one = first()
    one?.catch(() => undefined)
    await new Promise(resolve => setImmediate(resolve))
    return heard([one, second()])
  },
  'while the first one is being answered': async (first, second) => {
    const one = first()
    const other = one ? one.then(() => second()) : second()
    return heard([one, other])
  },
  'long after': async (first, second) => {
    const [one] = await heard([first()])
    await house.settle()
    return [one!, ...(await heard([second()]))]
  },
}

/** What each heard: `done`, or the type of its rejection. */
async function heard(answers: (Promise<unknown> | undefined)[]): Promise<string[]> {
  const settled = await Promise.allSettled(answers)
  return settled.map(each => {
    if (each.status === 'fulfilled') return 'done'
    if (each.reason instanceof CommandRejected) return each.reason.type
    throw each.reason
  })
}

const table = Object.keys(CONTESTS).flatMap(contest =>
  Object.keys(INTERLEAVINGS).flatMap(how => [0, 1].map(first => [contest, how, first] as const)),
)

test.each(table)('%s, %s (%i first): the first one wins', async (contest, how, index) => {
  const { process, rest, prepare, rivals } = CONTESTS[contest]!
  await house.deploy('p.bpmn', diagram(process, rest))
  const key = await prepare()
  const [first, second] = [rivals[index]!, rivals[1 - index]!]
  const answers = await INTERLEAVINGS[how]!(
    () => first.act(key),
    () => second.act(key),
  )
  await house.settle()
  expect(house.faults).toEqual([])
  expect(answers).toEqual(['done', second.lost === 'nothing' ? 'done' : second.lost])
  expect(told(house, first.won[0]).filter(what => what === first.won[1])).toHaveLength(1)
  if (second.won.join() !== first.won.join()) expect(told(house, second.won[0])).not.toContain(second.won[1])
  expect(journalDifferences(house)).toEqual([])
})

test.each(Object.keys(INTERLEAVINGS))(
  'a job that is completed as its lease ends, %s: it is completed once, by whoever had it',
  async how => {
    for (const [index, isCompletionFirst] of [true, false].entries()) {
      if (index === 0) await house.deploy('p.bpmn', diagram(work))
      const jobKey = await started('JOB', 'CREATED')
      await house.submit({ type: 'ACTIVATE_JOBS', jobType: 't', worker: 'w', timeout: HOUR - 1, maxJobsToActivate: 1 })
      const complete = () => jobCompletion.act(jobKey)
      const expire = () => timePasses(jobKey)
      const answers = await (isCompletionFirst
        ? INTERLEAVINGS[how]!(complete, expire)
        : INTERLEAVINGS[how]!(expire, complete))
      await house.settle()
      // Who is late may still complete, as long as nobody else has.
      expect(answers).toEqual(['done', 'done'])
      expect(told(house, 'JOB').filter(what => what === 'TIMED_OUT t')).toHaveLength(index)
      expect(told(house, 'JOB').filter(what => what === 'COMPLETED t')).toHaveLength(index + 1)
    }
    expect(journalDifferences(house)).toEqual([])
  },
)

test('two workers, of whom the first has lost its lease: who completes first wins', async () => {
  await house.deploy('p.bpmn', diagram(work))
  const jobKey = await started('JOB', 'CREATED')
  const activate = (worker: string) =>
    house.submit({ type: 'ACTIVATE_JOBS', jobType: 't', worker, timeout: HOUR - 1, maxJobsToActivate: 1 })
  await activate('one')
  await house.advance(HOUR)
  const { results } = await activate('other')
  expect(results[0]!.jobs).toHaveLength(1)
  expect(await heard([jobCompletion.act(jobKey), jobCompletion.act(jobKey)])).toEqual(['done', 'NOT_FOUND'])
})

test('a message for one is given to one of many who publish it at once', async () => {
  const { process, rest } = CONTESTS['a message and a cancellation']!
  await house.deploy('p.bpmn', diagram(process, rest))
  await started('PROCESS_INSTANCE', 'ELEMENT_ACTIVATING')
  expect(await heard(Array.from({ length: 20 }, () => news(0)('')))).toEqual(Array.from({ length: 20 }, () => 'done'))
  expect(told(house, 'PROCESS_INSTANCE').filter(what => what === 'ELEMENT_COMPLETED p')).toHaveLength(1)
  expect(journalDifferences(house)).toEqual([])
})
