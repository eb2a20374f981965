import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diagram, flows, keyOf, openEngine, told, userTask } from '../contracts/open-engine.ts'
import { journalDifferences } from './conformance/rebuilt.ts'

const endless = diagram(
  `<bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="m"/><bpmn:exclusiveGateway id="g" default="g_m"/>${userTask('a')}
   ${flows('s-m', 'm-g', 'g-m', 'g-a:=stop')}`,
)
const simple = diagram(`<bpmn:startEvent id="s"/>${userTask('b')}${flows('s-b')}`, '', 'q')

test('an endless loop of gateways becomes an incident; meanwhile others go on, and mended it goes on too', async () => {
  const house = openEngine()
  await house.deploy('p.bpmn', endless)
  await house.deploy('q.bpmn', simple)
  const outcome = await house.submit({
    type: 'CREATE_PROCESS_INSTANCE',
    bpmnProcessId: 'p',
    variables: { stop: false },
  })
  const processInstanceKey = String(outcome.results[0]!.processInstanceKey)
  // An act ends long before the loop does …
  expect(outcome.segments.at(-1)?.records.at(-1)).toMatchObject({ valueType: 'RUN', intent: 'PAUSED' })
  // … so the next one in the queue is not kept waiting.
  const other = await house.submit({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'q' })
  expect(house.store.pausedInstances()).toEqual([processInstanceKey])
  expect(keyOf(other, 'USER_TASK', 'CREATED')).toBeDefined()

  await house.settle()
  const incidents = house.journal
    .entries({ limit: 1_000 })
    .flatMap(({ segments = [] }) => segments.flatMap(({ records }) => records))
    .filter(record => record.valueType === 'INCIDENT')
  expect(incidents).toMatchObject([{ intent: 'CREATED', value: { errorType: 'STEP_LIMIT_EXCEEDED' } }])
  expect(incidents[0]?.value).toMatchObject({ errorMessage: expect.stringContaining('100000 steps') })

  await house.submit({ type: 'SET_VARIABLES', elementInstanceKey: processInstanceKey, variables: { stop: true } })
  await house.submit({ type: 'RESOLVE_INCIDENT', incidentKey: incidents[0]!.key })
  expect(told(house, 'USER_TASK')).toContain('CREATED a')
  expect(house.faults).toEqual([])
  await house.close()
}, 60_000)

test('a run that was put aside goes on after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'))
  const file = join(folder, 'engine.db')
  const before = openEngine(file)
  await before.deploy('p.bpmn', endless)
  await before.submit({ type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: 'p', variables: { stop: false } })
  before.kill()

  const after = openEngine(file)
  await after.settle()
  expect(told(after, 'INCIDENT')).toEqual(['CREATED m'])
  expect(after.store.pausedInstances()).toEqual([])
  await after.close()
  rmSync(folder, { recursive: true })
}, 60_000)

test('what was put aside is rebuilt from the journal, and whoever comes next goes on with it', async () => {
  const house = openEngine()
  await house.deploy('p.bpmn', endless)
  const { results } = await house.submit({
    type: 'CREATE_PROCESS_INSTANCE',
    bpmnProcessId: 'p',
    variables: { stop: false },
  })
  expect(journalDifferences(house)).toEqual([])
  // The variable is set before the loop is taken up again, in the same act.
  const elementInstanceKey = String(results[0]!.processInstanceKey)
  await house.submit({ type: 'SET_VARIABLES', elementInstanceKey, variables: { stop: true } })
  await house.settle()
  expect(told(house, 'USER_TASK')).toContain('CREATED a')
  await house.close()
})
