import type { Database } from 'better-sqlite3'
import type { Projection } from '../../db/projection.ts'
import type { Instant, Json } from '../engine/index.ts'
import type { RegisterRecord } from '../journal/act.ts'

const REGISTER = 'draft-replays'

/** What finished cases told of a draft, for whoever decides about it. */
export interface DraftReplay {
  draftId: string
  /** Of the save that was replayed. */
  revision: number
  madeBy: string
  madeAt: Instant
  /** As the replay gave it. */
  report: Json
}

/** The newest report of each draft. */
export const draftReplays: Projection = {
  name: `register ${REGISTER}`,
  tables: ['draft_replay'],
  open(db) {
    const put = db.prepare(
      `INSERT OR REPLACE INTO draft_replay (draft_id, revision, made_by, made_at, report)
       VALUES (@draftId, @revision, @madeBy, @madeAt, @report)`,
    )
    return ({ register = [] }) => {
      for (const { register: name, id, value = {} } of register)
        if (name === REGISTER) put.run({ ...value, draftId: id, report: JSON.stringify(value.report) })
    }
  },
}

/** What is asked of them. */
export interface DraftReplays {
  find(draftId: string): DraftReplay | undefined
}

/** Prepares the question once. */
export function openDraftReplays(db: Database): DraftReplays {
  const one = db.prepare<[string], Omit<DraftReplay, 'report'> & { report: string }>(
    `SELECT draft_id AS draftId, revision, made_by AS madeBy, made_at AS madeAt, report FROM draft_replay
     WHERE draft_id = ?`,
  )
  return {
    find(draftId) {
      const row = one.get(draftId)
      return row && { ...row, report: JSON.parse(row.report) as Json }
    },
  }
}

/** The record of a report. */
export function draftReplayRecord({ draftId, ...value }: DraftReplay): RegisterRecord {
  return { register: REGISTER, op: 'put', id: draftId, value }
}
