import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createOfficeClock } from '../../server/clock/office-clock.ts'
import { approval5, type BenchOffice, openBenchOffice } from '../bench/bench-office.ts'

const INSTANCES = 500
const COMMITS = 40

let folder: string
let office: BenchOffice
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xunfa-pages-'))
  // A batch is cut by what it takes; here it takes nothing, however busy the machine.
  vi.spyOn(performance, 'now').mockReturnValue(0)
  office = await openBenchOffice(folder, approval5, createOfficeClock(Date.UTC(2026, 8, 24, 1)))
  await office.fill(INSTANCES)
  // What was filled in one go has full pages; after a while they are as in an office that works.
  for (let round = 0; round < 12; round++) {
    await office.complete(50)
    await office.fill(INSTANCES)
  }
  office.walFrames()
})
afterAll(async () => {
  await office.close()
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

const statements = countStatements()
afterEach(() => statements.stop())

/** Counts, the same on every machine and in every run: each page is 4 KB to the disk before anybody gets an answer. */
test.each([
  { tasks: 1, pages: 527, asked: 597 },
  { tasks: 10, pages: 2367, asked: 4935 },
])('40 commits of $tasks completions write $pages pages, in $asked statements', async ({ tasks, ...expected }) => {
  let pages = 0
  let asked = 0
  for (let commit = 0; commit < COMMITS; commit++) {
    const before = statements.start()
    await office.complete(tasks)
    asked += statements.stop() - before
    pages += office.walFrames()
  }
  expect({ pages, asked }).toEqual(expected)
})

/** Counts what is run on any connection, BEGIN and COMMIT included. */
function countStatements(): { start(): number; stop(): number } {
  const prototype = Object.getPrototypeOf(new Sqlite(':memory:').prepare('select 1')) as Record<string, unknown>
  let count = 0
  let isCounting = false
  for (const name of ['run', 'get', 'all']) {
    const run = prototype[name] as (...values: unknown[]) => unknown
    prototype[name] = function (this: unknown, ...values: unknown[]) {
      if (isCounting) count++
      return run.apply(this, values)
    }
  }
  return {
    start() {
      isCounting = true
      return count
    },
    stop() {
      isCounting = false
      return count
    },
  }
}
