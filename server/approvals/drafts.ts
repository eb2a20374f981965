import type { Database } from 'better-sqlite3'
import type { Instant, Key, Outcome, Variables } from '../engine/index.ts'

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
  /** False, and nothing is thrown away, if there is another one than `expected`. */
  discard(userTaskKey: Key, personId: string, expected?: number): boolean
  /** Everybody's: the task is done. */
  dropAll(userTaskKey: Key): void
  /** Everybody's of the tasks that were canceled in these acts: nobody completes them any more. */
  dropCanceled(outcomes: readonly Outcome[]): void
}

export function openDrafts(db: Database, now: () => Instant): Drafts {
  const revisionOf = (userTaskKey: Key, personId: string) => find.get(userTaskKey, personId)?.revision ?? 0
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
      const present = revisionOf(userTaskKey, personId)
      if (expected !== undefined && expected !== present) return undefined
      const draft = { variables, savedAt: now(), revision: present + 1 }
      put.run(userTaskKey, personId, JSON.stringify(variables), draft.revision, draft.savedAt)
      return draft
    },
    discard(userTaskKey, personId, expected) {
      if (expected !== undefined && expected !== revisionOf(userTaskKey, personId)) return false
      discard.run(userTaskKey, personId)
      return true
    },
    dropAll: userTaskKey => void dropAll.run(userTaskKey),
    dropCanceled(outcomes) {
      for (const userTaskKey of canceledIn(outcomes)) dropAll.run(userTaskKey)
    },
  }
}

function canceledIn(outcomes: readonly Outcome[]): Key[] {
  return outcomes.flatMap(({ segments }) =>
    segments.flatMap(({ records }) =>
      records.flatMap(({ valueType, intent, key }) =>
        valueType === 'USER_TASK' && intent === 'CANCELED' ? [key] : [],
      ),
    ),
  )
}
