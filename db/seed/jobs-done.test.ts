import { afterEach, beforeEach, expect, test } from 'vitest'
import type { House } from '../../server/api/house.ts'
import { type OfficeDatabase, openDatabase } from '../open.ts'
import { jobsDone } from './jobs-done.ts'

let db: OfficeDatabase
beforeEach(() => {
  db = openDatabase(':memory:')
})
afterEach(() => db.close())

const engine = { onCommit: () => () => {} }
const wait = () => jobsDone({ db, engine } as unknown as House)
const job = (type: string, isActivatable: number, due: number | null = null) =>
  db.writer
    .prepare('INSERT INTO engine_job (job_key, process_instance_key, type, is_activatable, due) VALUES (7, 1, ?, ?, ?)')
    .run(type, isActivatable, due)

test('without jobs there is nothing to wait for', async () => {
  await expect(wait()).resolves.toBeUndefined()
})

test('a job of a type that nobody works here is told, instead of waited for', async () => {
  job('somebody-elses', 1)
  await expect(wait()).rejects.toThrow("this house has no worker for the type 'somebody-elses'")
})

test('so is one that failed for the last time', async () => {
  job('publish-message', 0)
  await expect(wait()).rejects.toThrow('nobody tries it again')
})

test('one that is worked on is waited for', async () => {
  job('publish-message', 0, Date.now() + 1000)
  expect(await Promise.race([wait(), Promise.resolve('waits')])).toBe('waits')
})
