import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { diagram, flows, MORNING, openEngine, serviceTask, timer, told } from '../contracts/open-engine.ts'

const HOUR = 3_600_000
const waiting = (duration: string) =>
  diagram(
    `<bpmn:startEvent id="s"/><bpmn:intermediateCatchEvent id="c">${timer(duration)}</bpmn:intermediateCatchEvent>
     <bpmn:endEvent id="e"/>${flows('s-c', 'c-e')}`,
  )
const create = (duration: string) =>
  ({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p', variables: { d: duration } }) as const

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'engine-'))
  file = join(folder, 'engine.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('what fell due while nobody was there happens after the start: once, in the order in which it fell due', async () => {
  const before = openEngine(file)
  await before.deploy('p.bpmn', waiting('=d'))
  for (const duration of ['PT3H', 'PT1H', 'PT2H', 'PT30H']) await before.submit(create(duration))
  before.kill()

  const after = openEngine(file, MORNING + 5 * HOUR)
  await after.advance(0)
  const dueDates = after.journal
    .entries()
    .flatMap(({ segments = [] }) => segments.flatMap(({ records }) => records))
    .flatMap(record => (record.valueType === 'TIMER' && record.intent === 'TRIGGERED' ? [record.value.dueDate] : []))
  expect(dueDates.map(due => (due - MORNING) / HOUR)).toEqual([1, 2, 3])
  await after.advance(0)
  expect(told(after, 'TIMER').filter(line => line === 'TRIGGERED c')).toHaveLength(3)
  await after.close()
})

test('a clock that jumps back fires nothing twice', async () => {
  const house = openEngine()
  await house.deploy('p.bpmn', waiting('=d'))
  await house.submit(create('PT1H'))
  await house.submit(create('PT2H'))
  await house.advance(HOUR)
  await house.advance(-10 * HOUR)
  await house.advance(0)
  expect(told(house, 'TIMER')).toEqual(['CREATED c', 'CREATED c', 'TRIGGERED c'])
  await house.advance(HOUR)
  expect(told(house, 'TIMER').at(-1)).toBe('TRIGGERED c')
  await house.close()
})

test('a timer says which act armed it', async () => {
  const house = openEngine()
  await house.deploy('p.bpmn', waiting('=d'))
  const { seq } = await house.submit(create('PT1H'))
  await house.advance(HOUR)
  expect(house.journal.entries().at(-1)).toMatchObject({ verb: 'timer.trigger', cause: seq, actor: { kind: 'clock' } })
  await house.close()
})

test('a job whose lease is over is free again, also after a restart', async () => {
  const before = openEngine(file)
  await before.deploy('p.bpmn', diagram(`<bpmn:startEvent id="s"/>${serviceTask('w')}${flows('s-w')}`))
  await before.submit(create(''))
  await before.submit({ type: 'ACTIVATE_JOBS', jobType: 'w', worker: 'x', timeout: HOUR, maxJobsToActivate: 1 })
  before.kill()
  const after = openEngine(file, MORNING + 2 * HOUR)
  await after.advance(0)
  expect(told(after, 'JOB')).toEqual(['CREATED w', 'TIMED_OUT w'])
  expect(after.store.activatableJobs('w', 1)).toHaveLength(1)
  await after.close()
})

test('a fault in one timer keeps no other from firing', async () => {
  let faulty = true
  const house = openEngine(':memory:', MORNING, store => ({
    ...store,
    find: (kind, id) => {
      if (faulty && kind === 'timer' && store.find('timer', id as never)?.due === MORNING + HOUR) {
        const stack = new Error().stack ?? ''
        if (stack.includes('triggerTimer')) throw new Error('a fault')
      }
      return store.find(kind, id)
    },
  }))
  await house.deploy('p.bpmn', waiting('=d'))
  await house.submit(create('PT1H'))
  await house.submit(create('PT2H'))
  await house.advance(2 * HOUR)
  expect(told(house, 'TIMER').filter(line => line === 'TRIGGERED c')).toHaveLength(1)
  expect(house.faults).toMatchObject([{ message: 'a fault' }])
  faulty = false
  await house.advance(60_000)
  await house.advance(0)
  expect(told(house, 'TIMER').filter(line => line === 'TRIGGERED c')).toHaveLength(2)
  await house.close()
})
