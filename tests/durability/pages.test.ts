import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type BenchOffice, openBenchOffice } from '../bench/bench-office.ts'
import { median } from '../bench/blocks.ts'

const INSTANCES = 500
const COMMITS = 40

let folder: string
let office: BenchOffice
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xunfa-pages-'))
  office = await openBenchOffice(folder)
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
  rmSync(folder, { recursive: true })
})

const statements = countStatements()
afterEach(() => statements.stop())

/** Counts, the same on every machine: each page is 4 KB to the disk before anybody gets an answer. */
test.each([
  { tasks: 1, mostPages: 13, mostStatements: 15 },
  { tasks: 10, mostPages: 6.5, mostStatements: 12.5 },
])('a completion in a commit of $tasks writes at most $mostPages pages, in $mostStatements statements', async most => {
  const { tasks } = most
  const pages: number[] = []
  const asked: number[] = []
  for (let commit = 0; commit < COMMITS; commit++) {
    const before = statements.start()
    await office.complete(tasks)
    asked.push((statements.stop() - before) / tasks)
    pages.push(office.walFrames() / tasks)
  }
  expect(median(pages)).toBeLessThanOrEqual(most.mostPages)
  expect(median(pages)).toBeGreaterThan(most.mostPages * 0.7)
  expect(median(asked)).toBeLessThanOrEqual(most.mostStatements)
  // Fewer: then it is time to ask for less here.
  expect(median(asked)).toBeGreaterThan(most.mostStatements - 1)
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
