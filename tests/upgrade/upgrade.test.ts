import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { rebuildReadings } from '../../db/rebuild.ts'
import { refreshReadings } from '../../db/refresh-readings.ts'
import { isIntact, verify } from '../../db/verify.ts'
import { createApp, databaseIn, journalReadings, readings } from '../../server/app.ts'
import { createOfficeClock } from '../../server/clock/office-clock.ts'
import { readConfig } from '../../server/config.ts'
import type { EngineRecord, Outcome } from '../../server/engine/index.ts'

const data = new URL('./data/', import.meta.url)
const samples = readdirSync(data).filter(name => name.endsWith('.db.gz'))
/** Four days after the sample was made: its reminder of three days has fallen due. */
const NOW = Date.parse('2026-11-28T02:00:00Z')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xunfa-upgrade-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const isFiredTimer = ({ valueType, intent }: EngineRecord) => valueType === 'TIMER' && intent === 'TRIGGERED'
const unpack = (sample: string): void =>
  writeFileSync(databaseIn(folder), gunzipSync(readFileSync(new URL(sample, data))))

test('there is a sample of every released schema', () => {
  expect(samples).toContain('v1.db.gz')
})

describe.each(samples)('a database of %s', sample => {
  test('opens, migrates and verifies', () => {
    unpack(sample)
    const db = openDatabase(databaseIn(folder), { preGrowWal: false })
    expect(refreshReadings(db.writer, journalReadings)).toBe(true)
    expect(refreshReadings(db.writer, journalReadings)).toBe(false)
    const report = verify(db.reader, { readings })
    expect(report).toMatchObject({ differences: [], unexplained: [], redacted: 0 })
    expect(isIntact(report)).toBe(true)
    expect(report.entries).toBeGreaterThan(100)
    db.close()
  })

  test('is rebuilt from its journal to the same state', () => {
    unpack(sample)
    const db = openDatabase(databaseIn(folder), { preGrowWal: false })
    rebuildReadings(db.writer, readings)
    const report = verify(db.reader, { readings })
    expect(report.differences).toEqual([])
    expect(report.equal).toEqual(readings.flatMap(({ tables }) => tables))
    db.close()
  })

  test('goes on where it stood: open tasks are completed, due timers fire, and it still verifies', async () => {
    unpack(sample)
    const config = readConfig({ DATA_DIR: folder, DEMO: 'yes', LOG_LEVEL: 'silent' })
    const clock = createOfficeClock(NOW)
    const { house, start, stop } = await createApp({ config, clock })
    const fired = new Promise<Outcome>(resolve => {
      house.engine.onCommit(outcomes => {
        const outcome = outcomes.find(({ segments }) => segments.some(segment => segment.records.some(isFiredTimer)))
        if (outcome) resolve(outcome)
      })
    })
    start()
    const reminded = (await fired).segments[0]?.processInstanceKey
    expect(house.instances.caseOf(reminded!)).toBe('S-4')
    const [instanceKey] = house.instances.keysOfCase('S-1')
    const [task] = house.tasks.openOf(instanceKey!)
    await house.engine.submit({
      act: { kind: 'engine', verb: 'sample.act', actor: { kind: 'person', id: 'lin-shen' }, at: clock.now() },
      commands: [{ type: 'COMPLETE_USER_TASK', userTaskKey: task!.userTaskKey, variables: { opinion: 'agree' } }],
    })
    const open = house.tasks.openOf(instanceKey!).map(({ elementId }) => elementId)
    expect(open.toSorted()).toEqual(['t3', 't4'])
    await stop()
    const db = openDatabase(databaseIn(folder), { preGrowWal: false })
    expect(isIntact(verify(db.reader, { readings }))).toBe(true)
    db.close()
  })
})
