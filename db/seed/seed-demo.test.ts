import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, createApp } from '../../server/app.ts'
import { createOfficeClock } from '../../server/clock/office-clock.ts'
import { readConfig } from '../../server/config.ts'
import { replayDraft } from '../../server/rehearsal/replay/replay-draft.ts'
import { shippedFiles } from '../../tests/support/scenarios.ts'
import { demoPeople } from './people.ts'
import { demoBegins, seedDemo } from './seed-demo.ts'

const NOW = Date.parse('2026-11-24T02:00:00Z')
const folders: string[] = []
let app: App

async function seeded(): Promise<App> {
  const folder = mkdtempSync(join(tmpdir(), 'xunfa-seed-'))
  folders.push(folder)
  const config = readConfig({ DATA_DIR: folder, DEMO: 'yes', LOG_LEVEL: 'error', PASSWORD_MEMORY_KB: '8' })
  const made = await createApp({ config, clock: createOfficeClock(demoBegins(NOW)) })
  await made.shipProcedures('workflows')
  made.start()
  await seedDemo(made, { now: NOW })
  return made
}

/** The reviews; what the calendar begins by itself is not the seed's. */
const instancesOf = ({ house }: App) => house.instances.page({ limit: 100, processDefinitionId: 'legal-review' }).items
const statesOf = (one: App) => instancesOf(one).map(({ caseNo, state, startedAt }) => ({ caseNo, state, startedAt }))

beforeAll(async () => {
  app = await seeded()
})
afterAll(async () => {
  await app.stop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

test('a dozen reviews and more, some ended, some waiting, none with an incident', () => {
  const states = instancesOf(app).map(({ state }) => state)
  expect(states.filter(state => state === 'COMPLETED')).toHaveLength(7)
  expect(states.filter(state => state === 'ACTIVE')).toHaveLength(9)
  expect(app.house.incidents.page({ limit: 10 }).items).toEqual([])
})

test('the waiting ones wait in different places', () => {
  const open = instancesOf(app).flatMap(({ processInstanceKey }) => app.house.tasks.openOf(processInstanceKey))
  const places = new Set(open.map(({ elementId }) => elementId))
  expect([...places].sort()).toEqual([
    'first-review',
    'handler-response',
    'intake',
    're-review',
    'reconcile-decide',
    'respond-supervision',
    'return-supplement',
    'second-review',
    'submit',
  ])
})

test('nothing lies in the future, and the days before are used', () => {
  const entries = app.house.journal.entries({ limit: 10_000 })
  expect(entries.every(({ at }) => at <= NOW)).toBe(true)
  expect(new Set(entries.map(({ at }) => new Date(at).toISOString().slice(0, 10))).size).toBeGreaterThan(8)
  expect(app.clock.now()).toBe(NOW)
})

test('one person handles cases and reviews those of others', () => {
  const both = demoPeople.filter(({ groups }) => groups.length > 1)
  expect(both.map(({ groups }) => groups)).toEqual([['street-officer@LDJ-CEC', 'center-legal-reviewer@LDJ-CEC']])
})

/** Finished cases of the demonstration told again in the shipped procedure, with its diagram changed. */
async function replayed(change: (diagram: string) => string) {
  const files = (await shippedFiles('legal-review')).map(({ name, content }) => ({
    name,
    content: name.endsWith('.bpmn') ? change(content) : content,
  }))
  const from = app.house.definitions.findLatest('legal-review')!
  return await replayDraft(app.house, { files, from, most: 100 }, { total() {}, step() {}, goesOn: () => true })
}

/** Finished cases that left a gateway, by the flows that were taken. */
const passing = (gateway: string): string[] =>
  instancesOf(app)
    .filter(({ state }) => state === 'COMPLETED')
    .filter(({ processInstanceKey }) =>
      app.house.journal
        .entriesOf(processInstanceKey)
        .flatMap(({ segments = [] }) => segments.flatMap(({ records }) => records))
        .some(({ intent, value }) => intent === 'SEQUENCE_FLOW_TAKEN' && value.elementId.startsWith(`${gateway}--`)),
    )
    .map(({ processInstanceKey }) => processInstanceKey)
    .sort()

describe('a replay of what is finished here', () => {
  test('the diagram as it is shipped changes nothing', async () => {
    const report = await replayed(diagram => diagram)
    expect(report).toMatchObject({ finished: 7, cases: [], limits: [], roles: [] })
  })

  test.each([
    ['x-complete', '=complete = &#34;yes&#34;'],
    ['x-concur', '=concur'],
    ['x-final', '=finalOpinion = &#34;agree&#34;'],
    ['x-response', '=response = &#34;object&#34;'],
  ])('the condition at %s turned round: exactly those that came by', async (gateway, condition) => {
    const pattern = new RegExp(`(sourceRef="${gateway}"[^>]*>\\s*<bpmn:conditionExpression[^>]*>)=([^<]*)<`)
    const report = await replayed(diagram => {
      expect(pattern.exec(diagram)?.[2]?.replaceAll('"', '&#34;')).toBe(condition.slice(1))
      return diagram.replace(pattern, '$1=not($2)<')
    })
    const told = report.cases.filter(({ verdict }) => verdict === 'differs' || verdict === 'undetermined')
    expect(told.length).toBeGreaterThan(0)
    expect(told.map(({ instance }) => instance).sort()).toEqual(passing(gateway))
    expect(report.counts.same + told.length).toBe(report.finished)
  })
})

test('the same every time', async () => {
  const again = await seeded()
  expect(statesOf(again)).toEqual(statesOf(app))
  await again.stop()
})
