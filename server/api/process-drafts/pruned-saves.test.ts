import { expect, test } from 'vitest'
import type { StoredSave } from './draft-store.ts'
import { KEPT_SAVES, prunedSaves } from './pruned-saves.ts'

const HOUR = 3_600_000
/** Beijing, ten in the morning. */
const LAST = Date.parse('2026-11-24T02:00:00Z')

/** One save every two hours, the newest first. */
const saves = (count: number): StoredSave[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ revision: count - index, savedAt: LAST - index * 2 * HOUR, savedBy: 'fang' },
    ...{ files: [], changed: [], restoredFrom: null },
  }))

test('the newest hundred stay, whatever they are', () => {
  expect(prunedSaves(saves(KEPT_SAVES))).toEqual([])
})

test('of older ones stay the last of each day, and the first of all', () => {
  const all = saves(KEPT_SAVES + 24)
  const gone = new Set(prunedSaves(all).map(({ revision }) => revision))
  const kept = all.slice(KEPT_SAVES).filter(({ revision }) => !gone.has(revision))
  const hours = kept.map(({ savedAt }) => new Date(savedAt + 8 * HOUR).toISOString().slice(0, 13))
  expect(hours).toEqual(['2026-11-15T22', '2026-11-14T22', '2026-11-14T04'])
})
