import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ActivatedJob, BpmnError, type JobWorker } from '../../server/engine/index.ts'
import { diagram, flows, MORNING, openEngine, serviceTask, type TestEngine, told } from '../contracts/open-engine.ts'

const MINUTE = 60_000
const work = diagram(
  `<bpmn:startEvent id="s"/>${serviceTask('w', '<zeebe:taskHeaders><zeebe:header key="to" value="书记"/></zeebe:taskHeaders>')}
   <bpmn:boundaryEvent id="b" attachedToRef="w"><bpmn:errorEventDefinition errorRef="no"/></bpmn:boundaryEvent>
   <bpmn:endEvent id="done"/><bpmn:endEvent id="refused"/>${flows('s-w', 'w-done', 'b-refused')}`,
  '<bpmn:error id="no" errorCode="no-seal"/>',
)
const start = { type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p', variables: { n: 1 } } as const
const worker = (handle: JobWorker['handle']): JobWorker => ({
  type: 'w',
  name: 'writer',
  timeout: 5 * MINUTE,
  maxJobsActive: 4,
  handle,
})

let folder: string
let file: string
let house: TestEngine
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'engine-'))
  file = join(folder, 'engine.db')
  house = openEngine(file)
  await house.deploy('p.bpmn', work)
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a worker gets job, headers and variables, and its result completes the element', async () => {
  const seen: ActivatedJob[] = []
  house.engine.openJobWorker(
    worker(job => {
      seen.push(job)
      return { sent: true }
    }),
  )
  const { seq } = await house.submit(start)
  await house.settle()
  expect(seen).toMatchObject([
    { type: 'w', customHeaders: { to: '书记' }, variables: { n: 1 }, retries: 3, cause: seq },
  ])
  expect(told(house, 'PROCESS_INSTANCE').at(-1)).toBe('ELEMENT_COMPLETED p')
  const completion = house.journal.entries().at(-1)
  expect(completion).toMatchObject({ verb: 'job.complete', cause: seq, actor: { kind: 'worker', id: 'writer' } })
  await house.close()
})

test('jobs that were there before the worker are worked too, no more at a time than it can', async () => {
  for (let index = 0; index < 10; index++) await house.submit(start)
  let active = 0
  let most = 0
  house.engine.openJobWorker(
    worker(async () => {
      most = Math.max(most, ++active)
      await new Promise(resolve => setImmediate(resolve))
      active--
      return undefined
    }),
  )
  await house.submit(start)
  while (told(house, 'JOB').filter(line => line === 'COMPLETED w').length < 11) await house.settle()
  expect(most).toBe(4)
  await house.close()
})

test('a handler that fails is tried again after a back-off, until no retries are left', async () => {
  let attempts = 0
  house.engine.openJobWorker(
    worker(() => {
      attempts++
      throw new Error('the printer is out of paper')
    }),
  )
  await house.submit(start)
  await house.settle()
  expect(attempts).toBe(1)
  await house.advance(1_000)
  expect(attempts).toBe(1)
  await house.advance(1)
  expect(attempts).toBe(2)
  await house.advance(1_000)
  expect(attempts).toBe(2)
  await house.advance(3_001)
  expect(attempts).toBe(3)
  expect(told(house, 'INCIDENT')).toEqual(['CREATED w'])
  await house.advance(60 * MINUTE)
  expect(attempts).toBe(3)
  await house.close()
})

test("the business's no goes to the boundary event", async () => {
  house.engine.openJobWorker(
    worker(() => {
      throw new BpmnError('no-seal', 'the seal is missing')
    }),
  )
  await house.submit(start)
  await house.settle()
  expect(told(house, 'PROCESS_INSTANCE')).toContain('ELEMENT_COMPLETED refused')
  await house.close()
})

test('a crash between the effect and the completion repeats the job safely', async () => {
  const effects: string[] = []
  const never = new Promise<undefined>(() => {})
  house.engine.openJobWorker(
    worker(({ jobKey }) => {
      effects.push(jobKey)
      return never
    }),
  )
  await house.submit(start)
  await house.settle()
  expect(effects).toHaveLength(1)
  house.kill()

  const after = openEngine(file, MORNING + 10 * MINUTE)
  after.engine.openJobWorker(
    worker(({ jobKey }) => {
      effects.push(jobKey)
      return undefined
    }),
  )
  await after.advance(0)
  // The same key both times: that is how a worker knows what it has done already.
  expect(new Set(effects).size).toBe(1)
  expect(effects).toHaveLength(2)
  expect(told(after, 'JOB')).toEqual(['CREATED w', 'TIMED_OUT w', 'COMPLETED w'])
  await after.close()
})

test('a job whose element ended meanwhile is no fault', async () => {
  let release = () => {}
  const released = new Promise<undefined>(resolve => {
    release = () => resolve(undefined)
  })
  house.engine.openJobWorker(worker(() => released))
  const { results } = await house.submit(start)
  await house.settle()
  await house.submit({
    type: 'CANCEL_PROCESS_INSTANCE',
    processInstanceKey: String(results[0]!.processInstanceKey),
  })
  release()
  await house.settle()
  expect(house.faults).toEqual([])
  expect(told(house, 'JOB')).toEqual(['CREATED w', 'CANCELED w'])
  await house.close()
})
