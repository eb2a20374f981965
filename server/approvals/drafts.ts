import type { Database } from 'better-sqlite3'
import type { Instant, Key, Variables } from '../engine/index.ts'

/** What somebody has begun to fill in for a task; his alone, and no part of the journal. */
export interface Draft {
  variables: Variables
  savedAt: Instant
  /** Counts from 1; who saves names the one it goes on from. */
  revision: number
}

export interface Drafts {
  find(userTaskKey: Key, personId: string): Draft | undefined
  /** Saves over `expected` (0: there is none yet; undefined: whatever there is); undefined if there is a newer one. */
  save(userTaskKey: Key, personId: string, variables: Variables, expected?: number): Draft | undefined
  discard(userTaskKey: Key, personId: string): void
  /** Everybody's: the task is done. */
  dropAll(userTaskKey: Key): void
}

export function openDrafts(db: Database, now: () => Instant): Drafts {
  const find = db.prepare<[string, string], { variables: string; savedAt: number; revision: number }>(
    'SELECT variables, saved_at AS savedAt, revision FROM draft WHERE user_task_key = ? AND person_id = ?',
  )
  const put = db.prepare(
    'INSERT OR REPLACE INTO draft (user_task_key, person_id, variables, revision, saved_at) VALUES (?, ?, ?, ?, ?)',
  )
  const discard = db.prepare('DELETE FROM draft WHERE user_task_key = ? AND person_id = ?')
  const dropAll = db.prepare('DELETE FROM draft WHERE user_task_key = ?')
  return {
    find(userTaskKey, personId) {
      const row = find.get(userTaskKey, personId)
      return row && { ...row, variables: JSON.parse(row.variables) as Variables }
    },
    save(userTaskKey, personId, variables, expected) {
      const present = find.get(userTaskKey, personId)?.revision ?? 0
      if (expected !== undefined && expected !== present) return undefined
      const draft = { variables, savedAt: now(), revision: present + 1 }
      put.run(userTaskKey, personId, JSON.stringify(variables), draft.revision, draft.savedAt)
      return draft
    },
    discard: (userTaskKey, personId) => void discard.run(userTaskKey, personId),
    dropAll: userTaskKey => void dropAll.run(userTaskKey),
  }
}
