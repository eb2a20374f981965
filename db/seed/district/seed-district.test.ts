import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, createApp, readings } from '../../../server/app.ts'
import { createOfficeClock } from '../../../server/clock/office-clock.ts'
import { readConfig } from '../../../server/config.ts'
import { DEMO_PASSWORD } from '../../../server/identity/passwords.ts'
import { verify } from '../../verify.ts'
import { type Desk, openDesk } from '../desk.ts'
import { demoBegins, seedDemo } from '../seed-demo.ts'
import { personIn } from './staff.ts'

const NOW = Date.parse('2026-11-24T02:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'xunfa-district-'))
let app: App

beforeAll(async () => {
  const config = readConfig({ DATA_DIR: folder, DEMO: 'yes', LOG_LEVEL: 'error' })
  app = await createApp({ config, clock: createOfficeClock(demoBegins(NOW, 'district')) })
  await app.shipProcedures('workflows')
  app.start()
  await seedDemo(app, { now: NOW, size: 'district' })
}, 300_000)
afterAll(async () => {
  await app.stop()
  rmSync(folder, { recursive: true, force: true })
})

const instances = () => app.house.instances.page({ limit: 1000 }).items
const desk = (personId: string): Promise<Desk> => openDesk(app, personId, DEMO_PASSWORD)

test('some three hundred reviews, most of them ended, the others in every step', () => {
  const states = instances().map(({ state }) => state)
  expect(states.length).toBeGreaterThan(300)
  expect(states.filter(state => state === 'COMPLETED').length).toBeGreaterThan(190)
  const open = instances().flatMap(({ processInstanceKey }) => app.house.tasks.openOf(processInstanceKey))
  const steps = [
    ...['submit', 'intake', 'return-supplement', 'first-review', 'approve-extension', 'second-review', 'reconcile'],
    ...['reconcile-decide', 'handler-response', 're-review', 'leader-decide', 'respond-supervision'],
    ...[
      'submit-after',
      'name-handlers',
      'sign',
      'approve-whistle',
      'receive',
      'center-check-transfer',
      'staffing-check',
    ],
  ]
  expect([...new Set(open.map(({ elementId }) => elementId))]).toEqual(expect.arrayContaining(steps))
})

test('the registers know how reviews ended and which cases stand still', () => {
  const { reader } = app.house.db
  const outcomes = reader.prepare('SELECT DISTINCT outcome FROM review WHERE outcome IS NOT NULL').pluck().all()
  expect(outcomes).toEqual(expect.arrayContaining(['passed', 'returned', 'not-passed', 'transferred']))
  const cases = reader.prepare('SELECT case_no FROM enforcement_case').pluck().all() as string[]
  expect(cases.length).toBeGreaterThan(300)
  expect(cases.filter(caseNo => app.house.suspensions.isSuspended(caseNo))).toHaveLength(5)
})

test('what was entered late says when it happened and why', () => {
  const late = app.house.journal.entries({ limit: 100_000 }).filter(entry => entry.late)
  expect(new Set(late.map(({ verb }) => verb))).toEqual(
    new Set(['certificate.suspended', 'case.suspend', 'case.change']),
  )
  expect(late.every(({ at, happenedAt = at }) => happenedAt < at)).toBe(true)
})

test('it is bounded by what is done, and nothing of it was refused or lies in the future', () => {
  const entries = app.house.journal.entries({ limit: 100_000 })
  expect(entries.length).toBeLessThan(9000)
  expect(entries.filter(({ kind }) => kind === 'refused')).toEqual([])
  expect(entries.every(({ at, recordedAt }) => at <= NOW && recordedAt <= NOW)).toBe(true)
})

test('the chain is intact and every table equals its rebuild', () => {
  expect(verify(app.house.db.reader, { readings })).toMatchObject({ differences: [], unexplained: [] })
}, 120_000)

test.each([
  ['an officer', 'lin-shen', 5],
  ['a first reviewer', 'zhou-yanqing', 8],
  ['a reviewer of the public management office', 'shen-zhiwei', 5],
  ['a deputy', 'mei-qinghe', 2],
  ['the head', 'yan-shouzheng', 1],
  ['the director of the centre', 'zheng-huaiyuan', 3],
  ['the reviewer lent by the pool', 'ke-yuanlai', 1],
  ['the keeper of certificates', 'jian-shuyan', 1],
  ['the dispatcher of the street', personIn('street-dispatcher@LDJ-CEC'), 1],
  ['the desk of the water bureau', personIn('dept-dispatcher@WC-SW'), 2],
])('%s finds something to do', async (_, personId, least) => {
  expect((await (await desk(personId)).tasks()).length).toBeGreaterThanOrEqual(least)
})

test.each([
  ['the keeper of certificates', 'jian-shuyan', '/certificates?state=suspended'],
  ['the keeper of certificates', 'jian-shuyan', '/certificates?state=expired'],
  ['the keeper of certificates', 'jian-shuyan', '/certificates?state=lost'],
  ['the keeper of certificates', 'jian-shuyan', '/certificates?state=withdrawn'],
  ['the administrator', 'fang-yuangui', '/personnel'],
  ['the administrator', 'fang-yuangui', '/unmanned-tasks'],
  ['the administrator', 'fang-yuangui', '/accounts?state=invited'],
  ['the auditor', 'gu-xingzhi', '/process-instances'],
  ['the director of the centre', 'zheng-huaiyuan', '/evidence-defects'],
  ['an officer', 'he-lichuan', '/cases?q=占道'],
])('%s (%s) finds rows at %s', async (_, personId, path) => {
  const { items } = await (await desk(personId)).get<{ items: unknown[] }>(path)
  expect(items.length).toBeGreaterThan(0)
})
