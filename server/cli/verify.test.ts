import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createJournal } from '../../db/journal.ts'
import { journalIndex } from '../../db/journal-index.ts'
import { type OfficeDatabase, openDatabase } from '../../db/open.ts'
import type { Projection } from '../../db/projection.ts'
import { projections } from '../projections/index.ts'
import { deployed, started } from '../projections/records.fixture.ts'
import { limitRegisters, registers } from '../registers/index.ts'
import { runVerify } from './verify.ts'

/** What the journal fills with each entry. */
const filled: readonly Projection[] = [journalIndex, ...limitRegisters, ...projections, ...registers]

let folder: string
let path: string
let office: OfficeDatabase

const engineTables = (): Projection => ({
  name: 'engine',
  tables: office.reader
    .prepare<[], string>("select name from sqlite_master where type = 'table' and name glob 'engine_*'")
    .pluck()
    .all()
    .filter(name => !['engine_resource', 'engine_key_bound'].includes(name)),
  open: () => () => undefined,
})

function run(): { code: number; lines: string[] } {
  const lines: string[] = []
  return { code: runVerify({ path, readings: [...filled, engineTables()], print: line => lines.push(line) }), lines }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xunfa-verify-'))
  path = join(folder, 'office.db')
  office = openDatabase(path, { preGrowWal: false })
  const journal = createJournal(office.writer, { clock: { now: () => 1 }, projections: filled })
  const act = { kind: 'engine' as const, verb: 'test', actor: { kind: 'person' as const, id: 'lin-shen' }, at: 0 }
  journal.append(act, [deployed()], [])
  journal.append(act, [started('100', '101', { caseNo: 'A-1' })], [])
})
afterEach(() => {
  office.close()
  rmSync(folder, { recursive: true })
})

test('says how much was proved, while the office is open', () => {
  const { code, lines } = run()
  expect(code).toBe(0)
  expect(lines.at(-1)).toMatch(/^2 entries, chain intact, \d+ tables equal$/)
})

test('names table, key, expected and found of a difference, and fails', () => {
  office.writer.exec("update instance_summary set case_no = 'A-9'")
  const { code, lines } = run()
  expect(code).toBe(1)
  expect(lines[0]).toMatch(
    /^table instance_summary, process_instance_key=100: expected \{.*"A-1".*\}, found \{.*"A-9".*\}$/,
  )
  expect(lines.at(-1)).toMatch(/^2 entries, chain intact, \d+ tables equal, 1 not$/)
})

test('names the entry at which the chain breaks, and fails', () => {
  office.writer.exec("drop trigger journal_is_not_changed; update journal set hash = x'00' where seq = 2")
  const { code, lines } = run()
  expect(code).toBe(1)
  expect(lines[0]).toMatch(/^entry 2: wrong-hash; expected \w{64}, found 00$/)
  expect(lines.at(-1)).toMatch(/^1 entries, chain broken, 0 tables equal$/)
})
