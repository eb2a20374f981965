import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EngineStore } from '../../server/engine/embedded/index.ts'
import type { Json } from '../../server/engine/index.ts'
import { diagram, flows, openEngine, serviceTask, type TestEngine } from '../contracts/open-engine.ts'
import { journalDifferences } from './conformance/rebuilt.ts'

let folder: string
let house: TestEngine
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wide-scopes-'))
})
afterEach(async () => {
  expect(house.faults).toEqual([])
  expect(journalDifferences(house)).toEqual([])
  await house.close()
  rmSync(folder, { recursive: true })
})

/** What the engine asked of its store. */
interface Tally {
  rows: number
  bytes: number
}

/** A store that counts what is written. */
function counting(tally: Tally): (store: EngineStore) => EngineStore {
  return store => ({
    ...store,
    put(kind, row) {
      tally.rows++
      for (const cell of Object.values(row)) tally.bytes += String(cell).length
      store.put(kind, row)
    },
    remove(kind, id) {
      tally.rows++
      store.remove(kind, id)
    },
  })
}

const open = (wrap?: (store: EngineStore) => EngineStore) => {
  house = openEngine(join(folder, 'office.db'), undefined, wrap)
  return house
}
const items = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
const rowsOf = (table: string) => house.db.prepare(`select count(*) from ${table}`).pluck().get() as number
const jobs = (type: string) =>
  (
    house.db.prepare('select job_key from engine_job where type = ? order by job_key').pluck().all(type) as number[]
  ).map(String)

function loop(isSequential: boolean): string {
  return `<bpmn:multiInstanceLoopCharacteristics isSequential="${isSequential}"><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=items" inputElement="item"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`
}
const task = (isSequential: boolean) => serviceTask('w').replace(/(<\/bpmn:\w+>)$/, `${loop(isSequential)}$1`)
const subProcess = `<bpmn:subProcess id="u">${loop(false)}<bpmn:startEvent id="us"/><bpmn:parallelGateway id="f"/>${serviceTask('w')}${serviceTask('v')}
  <bpmn:parallelGateway id="j"/>${flows('us-f', 'f-w', 'f-v', 'w-j', 'v-j')}</bpmn:subProcess>`
const SHAPES: Record<string, string> = {
  'tasks side by side': diagram(`<bpmn:startEvent id="s"/>${task(false)}${flows('s-w')}`),
  'tasks one after the other': diagram(`<bpmn:startEvent id="s"/>${task(true)}${flows('s-w')}`),
  'sub-processes side by side': diagram(`<bpmn:startEvent id="s"/>${subProcess}${flows('s-u')}`),
}

/** Starts the process and does all its work, one act a job. */
async function work(xml: string, count: number): Promise<{ tally: Tally; dearest: number }> {
  const tally = { rows: 0, bytes: 0 }
  open(counting(tally))
  await house.deploy('p.bpmn', xml)
  await house.submit({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p', variables: { items: items(count) } })
  await house.settle()
  let dearest = 0
  for (let jobKeys = jobs('w'); jobKeys.length > 0; jobKeys = jobs('w'))
    for (const jobKey of [...jobKeys, ...jobs('v')]) {
      const before = tally.bytes
      await house.submit({ type: 'COMPLETE_JOB', jobKey, variables: { done: jobKey } })
      dearest = Math.max(dearest, tally.bytes - before)
    }
  expect(rowsOf('engine_instance')).toBe(0)
  expect(rowsOf('engine_branch')).toBe(0)
  return { tally, dearest }
}

describe.each(Object.entries(SHAPES))('%s', (_, xml) => {
  test('a thousand cost at most fifteen times a hundred, and no single one more because of its siblings', async () => {
    const hundred = await work(xml, 100)
    await house.close()
    rmSync(join(folder, 'office.db'))
    const thousand = await work(xml, 1_000)
    expect(thousand.tally.bytes / hundred.tally.bytes).toBeLessThanOrEqual(15)
    expect(thousand.tally.rows / hundred.tally.rows).toBeLessThanOrEqual(15)
    expect(thousand.dearest).toBeLessThan(2 * hundred.dearest)
  }, 120_000)
})

describe('a wide scope', () => {
  const start = async (count: number) => {
    await house.deploy('p.bpmn', SHAPES['sub-processes side by side']!)
    const { results } = await house.submit({
      type: 'CREATE_PROCESS_INSTANCE',
      bpmnProcessId: 'p',
      variables: { items: items(count) },
    })
    await house.settle()
    return String(results[0]!.processInstanceKey)
  }

  test('up to fifty children lie in the document, more beside it', async () => {
    open()
    await start(50)
    expect(rowsOf('engine_branch')).toBe(0)
    await start(51)
    expect(rowsOf('engine_branch')).toBe(51 + 1)
  })

  test('goes on after the process was killed, with every child as it was', async () => {
    open()
    await start(60)
    for (const jobKey of jobs('w').slice(0, 30)) await house.submit({ type: 'COMPLETE_JOB', jobKey })
    house.kill()
    open()
    for (const jobKey of [...jobs('v'), ...jobs('w')]) await house.submit({ type: 'COMPLETE_JOB', jobKey })
    expect(rowsOf('engine_instance')).toBe(0)
    expect(rowsOf('engine_branch')).toBe(0)
  })

  test('a child is found by its key, and has its own variables after a restart', async () => {
    open()
    await start(60)
    const [child] = house.journal
      .entries({ limit: 10_000 })
      .flatMap(({ segments = [] }) => segments.flatMap(({ records }) => records))
      .filter(
        ({ valueType, value }) =>
          valueType === 'PROCESS_INSTANCE' && (value as { bpmnElementType: string }).bpmnElementType === 'SUB_PROCESS',
      )
      .slice(-1)
    house.kill()
    open()
    const long = 'x'.repeat(9_000)
    await house.submit({
      type: 'SET_VARIABLES',
      elementInstanceKey: child!.key,
      variables: { note: long },
      local: true,
    })
    house.kill()
    open()
    const { results } = await house.submit({
      type: 'ACTIVATE_JOBS',
      jobType: 'w',
      worker: 'w',
      timeout: 1_000,
      maxJobsToActivate: 100,
    })
    const { jobs: activated } = results[0] as unknown as { jobs: { variables: Record<string, Json> }[] }
    expect(activated).toHaveLength(60)
    expect(activated.filter(({ variables }) => variables.note === long)).toHaveLength(1)
    expect(new Set(activated.map(({ variables }) => variables.item)).size).toBe(60)
  })

  test('ends as a whole', async () => {
    open()
    const processInstanceKey = await start(200)
    await house.submit({ type: 'CANCEL_PROCESS_INSTANCE', processInstanceKey })
    await house.settle()
    for (const table of ['engine_instance', 'engine_branch', 'engine_job', 'engine_value'])
      expect(rowsOf(table)).toBe(0)
  })

  test('a list in a list: the nearest wide scope counts', async () => {
    open()
    const inner = serviceTask('w').replace(
      /(<\/bpmn:\w+>)$/,
      `${loop(false).replace('"=items" inputElement="item"', '"=item" inputElement="each"')}$1`,
    )
    const outer = `<bpmn:subProcess id="u">${loop(false)}<bpmn:startEvent id="us"/>${inner}${flows('us-w')}</bpmn:subProcess>`
    await house.deploy('p.bpmn', diagram(`<bpmn:startEvent id="s"/>${outer}${flows('s-u')}`))
    const lists = items(55).map(n => (n === 1 ? items(70) : [n]))
    await house.submit({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p', variables: { items: lists } })
    await house.settle()
    expect(jobs('w')).toHaveLength(70 + 54)
    const dearest = house.db.prepare('select max(length(document)) from engine_branch').pluck().get() as number
    expect(dearest).toBeLessThan(3_000)
    house.kill()
    open()
    for (const jobKey of jobs('w')) await house.submit({ type: 'COMPLETE_JOB', jobKey })
    expect(rowsOf('engine_instance')).toBe(0)
    expect(rowsOf('engine_branch')).toBe(0)
  })

  test('what fails in one child is taken back there alone', async () => {
    open()
    const failing = `<bpmn:serviceTask id="w"><bpmn:extensionElements><zeebe:taskDefinition type="=if item = 55 then missing else &quot;w&quot;"/></bpmn:extensionElements>${loop(false)}</bpmn:serviceTask>`
    await house.deploy('p.bpmn', diagram(`<bpmn:startEvent id="s"/>${failing}${flows('s-w')}`))
    const outcome = await house.submit({
      type: 'CREATE_PROCESS_INSTANCE',
      bpmnProcessId: 'p',
      variables: { items: items(60) },
    })
    await house.settle()
    expect(jobs('w')).toHaveLength(59)
    const elementInstanceKey = String(outcome.results[0]!.processInstanceKey)
    await house.submit({ type: 'SET_VARIABLES', elementInstanceKey, variables: { missing: 'w' } })
    const incidentKey = String(house.db.prepare('select key from engine_owner').pluck().get())
    await house.submit({ type: 'RESOLVE_INCIDENT', incidentKey })
    for (const jobKey of jobs('w')) await house.submit({ type: 'COMPLETE_JOB', jobKey })
    expect(rowsOf('engine_instance')).toBe(0)
  })
})
