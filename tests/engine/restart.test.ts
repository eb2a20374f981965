import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { diagram, flows, keyOf, openEngine, told, userTask } from '../contracts/open-engine.ts'
import { journalDifferences } from './conformance/rebuilt.ts'

const process = (...tasks: string[]) =>
  diagram(
    `<bpmn:startEvent id="s"/>${tasks.map(id => userTask(id)).join('')}<bpmn:endEvent id="e"/>
     ${flows(...['s', ...tasks].map((id, index, ids) => `${id}-${ids[index + 1] ?? 'e'}`))}`,
  )
const start = { type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p' } as const

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'engine-'))
  file = join(folder, 'engine.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a fresh engine over the same file goes on where the other one was, with diagrams read again', async () => {
  const before = openEngine(file)
  await before.deploy('p.bpmn', process('a', 'b'))
  const userTaskKey = keyOf(await before.submit(start), 'USER_TASK', 'CREATED')
  before.kill()
  const after = openEngine(file)
  await after.submit({ type: 'COMPLETE_USER_TASK', userTaskKey })
  expect(told(after, 'USER_TASK').at(-1)).toBe('CREATED b')
  await after.close()
})

test('an instance stays with the version it was started in', async () => {
  const before = openEngine(file)
  await before.deploy('p.bpmn', process('a', 'b'))
  const userTaskKey = keyOf(await before.submit(start), 'USER_TASK', 'CREATED')
  await before.deploy('p.bpmn', process('a', 'c'))
  before.kill()
  const after = openEngine(file)
  await after.submit({ type: 'COMPLETE_USER_TASK', userTaskKey })
  expect(told(after, 'USER_TASK').at(-1)).toBe('CREATED b')
  await after.close()
})

test('no key of an acknowledged act is given away again', async () => {
  const keys = new Set<string>()
  let count = 0
  for (let run = 0; run < 5; run++) {
    const house = openEngine(file)
    if (run === 0) await house.deploy('p.bpmn', process('a'))
    for (let index = 0; index < 3; index++) {
      const { results } = await house.submit(start)
      keys.add(String(results[0]!.processInstanceKey))
      count++
    }
    house.kill()
  }
  expect(keys.size).toBe(count)
})

test('acts that wait for a diagram to be read are done in their order, once', async () => {
  const before = openEngine(file)
  await before.deploy('p.bpmn', process('a'))
  before.kill()
  const after = openEngine(file)
  const outcomes = await Promise.all([after.submit(start), after.submit(start), after.submit(start)])
  expect(told(after, 'PROCESS_INSTANCE_CREATION')).toHaveLength(3)
  expect(new Set(outcomes.map(({ seq }) => seq)).size).toBe(3)
  await after.close()
})

test('a large value lies in a row of its own, and comes back whole', async () => {
  const before = openEngine(file)
  await before.deploy('p.bpmn', process('a'))
  const long = '案'.repeat(5_000)
  const outcome = await before.submit({ ...start, variables: { long, short: 1 } })
  const document = before.db.prepare('select document from engine_instance').pluck().get() as string
  expect(document.length).toBeLessThan(2_000)
  before.kill()

  const after = openEngine(file)
  const elementInstanceKey = String(outcome.results[0]!.processInstanceKey)
  await after.submit({ type: 'SET_VARIABLES', elementInstanceKey, variables: { copy: long, short: 2 } })
  expect(after.db.prepare('select name, length(value) as size from engine_value order by name').all()).toEqual([
    { name: 'copy', size: 5_002 },
    { name: 'long', size: 5_002 },
  ])
  expect(journalDifferences(after)).toEqual([])

  await after.submit({ type: 'SET_VARIABLES', elementInstanceKey, variables: { long: 'short now' } })
  expect(after.db.prepare('select name from engine_value').pluck().all()).toEqual(['copy'])
  await after.submit({ type: 'CANCEL_PROCESS_INSTANCE', processInstanceKey: elementInstanceKey })
  expect(after.db.prepare('select count(*) from engine_value').pluck().get()).toBe(0)
  expect(after.db.prepare('select count(*) from engine_owner').pluck().get()).toBe(0)
  await after.close()
})
