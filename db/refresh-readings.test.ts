import { expect, test } from 'vitest'
import { projections } from '../server/projections/index.ts'
import { openHandMadeOffice } from '../server/projections/office.fixture.ts'
import { journalIndex } from './journal-index.ts'
import { openDatabase } from './open.ts'
import type { Projection } from './projection.ts'
import { refreshReadings } from './refresh-readings.ts'

const readings: readonly Projection[] = [journalIndex, ...projections]
const changed = readings.map(reading => (reading.name === readings.at(-1)?.name ? { ...reading, version: 2 } : reading))

test('a reading that is new or has changed is read again from the journal, once', () => {
  const office = openHandMadeOffice()
  office.start(1, {}, { caseNo: 'A-1' })
  const { writer } = office.db
  const rows = () => writer.prepare('select count(*) from instance_summary').pluck().get()
  writer.exec('delete from instance_summary')
  expect(refreshReadings(writer, readings)).toBe(true)
  expect(rows()).toBe(1)

  writer.exec('delete from instance_summary')
  expect(refreshReadings(writer, readings)).toBe(false)
  expect(rows()).toBe(0)

  expect(refreshReadings(writer, changed)).toBe(true)
  expect(rows()).toBe(1)
  expect(refreshReadings(writer, changed)).toBe(false)
})

test('an empty journal is marked, not read', () => {
  const db = openDatabase(':memory:')
  expect(refreshReadings(db.writer, readings)).toBe(false)
  expect(db.writer.prepare('select count(*) from reading_mark').pluck().get()).toBe(readings.length)
})
