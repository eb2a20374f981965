import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BenchOffice, openBenchOffice } from '../bench/bench-office.ts'
import { median } from '../bench/blocks.ts'

const INSTANCES = 500
const COMMITS = 15

let folder: string
let office: BenchOffice
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xunfa-pages-'))
  office = await openBenchOffice(folder)
  await office.fill(INSTANCES)
  office.walFrames()
})
afterAll(async () => {
  await office.close()
  rmSync(folder, { recursive: true })
})

/** A count, the same on every machine: each page is 4 KB to the disk before anybody gets an answer. */
test.each([
  [1, 20],
  [10, 11],
])('a completion in a commit of %i writes at most %i pages', async (tasks, most) => {
  const frames: number[] = []
  for (let commit = 0; commit < COMMITS; commit++) {
    await office.complete(tasks)
    frames.push(office.walFrames() / tasks)
  }
  expect(median(frames)).toBeLessThanOrEqual(most)
  expect(median(frames)).toBeGreaterThan(1)
})
