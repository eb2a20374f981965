import type { Database } from 'better-sqlite3'
import type { CommandResult } from '../server/engine/process-engine.ts'
import { CommandRejected } from '../server/engine/protocol/errors.ts'
import type { Act } from '../server/journal/act.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const KEPT_MS = 7 * DAY_MS
/** Old answers leave a few at a time, so that no act pays for all of them. */
const FORGET_AT_ONCE = 200

/** What was answered to an act before. */
export interface StoredAnswer {
  seq: number
  results: CommandResult[]
}

/** Remembers answers for seven days, so that a repeated request is answered and not carried out again. */
export interface AnswerStore {
  /** @throws CommandRejected INVALID_ARGUMENT if the key came with another body. */
  find(asked: NonNullable<Act['idempotency']>, now: number): StoredAnswer | undefined
  keep(asked: NonNullable<Act['idempotency']>, answer: StoredAnswer, now: number): void
}

interface Row {
  seq: number
  bodyHash: string
  at: number
  results: string
}

/** Rows are clustered by week: a lookup asks two weeks, and forgetting is a range from the left. */
export function createAnswerStore(db: Database): AnswerStore {
  // One range after the other: a list of weeks would cost a temporary table in every act.
  const ofWeek = `select seq, body_hash as bodyHash, at, results from idempotency
    where week = :week - :ago and scope = :scope and key = :key`
  const find = db.prepare<{ week: number; scope: string; key: string }, Row>(
    `${ofWeek.replace(':ago', '0')} union all ${ofWeek.replace(':ago', '1')} limit 1`,
  )
  const keep = db.prepare(
    'insert into idempotency (week, scope, key, body_hash, seq, at, results) values (?, ?, ?, ?, ?, ?, ?)',
  )
  const forget = db.prepare(
    `delete from idempotency where (week, scope, key) in
       (select week, scope, key from idempotency where week < ? limit ${FORGET_AT_ONCE})`,
  )
  let forgottenBefore = 0
  return {
    find({ scope, key, bodyHash }, now) {
      const week = Math.floor(now / KEPT_MS)
      const row = find.get({ week, scope, key })
      if (!row || row.at < now - KEPT_MS) return undefined
      if (row.bodyHash === bodyHash) return { seq: row.seq, results: JSON.parse(row.results) as CommandResult[] }
      throw new CommandRejected(
        'INVALID_ARGUMENT',
        `Expected the idempotency key '${key}' with the body it was first sent with, found another body`,
        { id: 'idempotency.other-body', params: { key } },
      )
    },
    keep({ scope, key, bodyHash }, { seq, results }, now) {
      const week = Math.floor(now / KEPT_MS)
      keep.run(week, scope, key, bodyHash, seq, now, JSON.stringify(results))
      if (forgottenBefore >= week - 1) return
      if (forget.run(week - 1).changes < FORGET_AT_ONCE) forgottenBefore = week - 1
    },
  }
}
