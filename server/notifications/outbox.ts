import type { Database } from 'better-sqlite3'
import type { ChannelName } from './channels/channel.ts'
import type { NotificationKind } from './kinds.ts'
import type { About } from './telling.ts'

export type OutboxState = 'pending' | 'sent' | 'failed' | 'discarded'

/** Something that is to leave the house. Instants are UTC ms. */
export interface OutboxItem {
  outboxId: number
  channel: ChannelName
  /** The person it is for; null: the system behind the channel. */
  personId: string | null
  /** The system a webhook's is for. */
  webhookId: string | null
  kind: NotificationKind
  about: About
  at: number
  state: OutboxState
  isDigest: boolean
  attempts: number
  nextAt: number | null
  error: string | null
  endedAt: number | null
}

/** What leaves the house, kept until it has left: a crash between two attempts loses nothing. */
export interface Outbox {
  add(
    item: Pick<OutboxItem, 'channel' | 'personId' | 'webhookId' | 'kind' | 'about' | 'at' | 'isDigest'> & {
      nextAt: number
    },
  ): void
  /** What is to be tried by now, oldest first. */
  due(now: number, limit: number): OutboxItem[]
  /** When something is to be tried next. */
  nextAt(): number | undefined
  sent(ids: readonly number[], at: number): void
  /** An attempt failed; without `nextAt` it was the last. */
  failed(ids: readonly number[], error: string, nextAt: number | undefined, at: number): void
  find(outboxId: number): OutboxItem | undefined
  /** Newest first; `before` is the last id of the page before. */
  page(wanted: { state?: OutboxState | undefined; before?: number | undefined; limit: number }): OutboxItem[]
  /** How many are in a state, counted up to 1,000. */
  count(state: OutboxState): number
  retry(outboxId: number, at: number): void
  /** Tries everything that could not be sent once more. @returns how much that is */
  retryAll(at: number): number
  discard(outboxId: number, at: number): void
  /** Forgets what has left before an instant; what failed is kept. */
  forget(before: number): void
}

interface Row extends Omit<OutboxItem, 'about' | 'isDigest'> {
  about: string
  isDigest: number
}

const SELECT = `SELECT outbox_id AS outboxId, channel, person_id AS personId, webhook_id AS webhookId, kind, about, at, state, is_digest AS isDigest,
  attempts, next_at AS nextAt, error, ended_at AS endedAt FROM outbox`

/** Prepares the questions once. */
export function openOutbox(db: Database): Outbox {
  const add = db.prepare(
    `INSERT INTO outbox (channel, person_id, webhook_id, kind, about, at, state, is_digest, attempts, next_at)
     VALUES (@channel, @personId, @webhookId, @kind, @about, @at, 'pending', @isDigest, 0, @nextAt)`,
  )
  const due = db.prepare<[number, number], Row>(`${SELECT} WHERE next_at <= ? ORDER BY next_at, outbox_id LIMIT ?`)
  const next = db.prepare<[], number | null>('SELECT min(next_at) FROM outbox WHERE next_at IS NOT NULL').pluck()
  const sent = db.prepare(
    "UPDATE outbox SET state = 'sent', attempts = attempts + 1, next_at = NULL, error = NULL, ended_at = ? WHERE outbox_id = ?",
  )
  const failed = db.prepare(
    'UPDATE outbox SET state = ?, attempts = attempts + 1, error = ?, next_at = ?, ended_at = ? WHERE outbox_id = ?',
  )
  const one = db.prepare<[number], Row>(`${SELECT} WHERE outbox_id = ?`)
  const inState = db.prepare<object, Row>(
    `${SELECT} WHERE state = @state AND outbox_id < @before ORDER BY outbox_id DESC LIMIT @limit`,
  )
  const inAny = db.prepare<object, Row>(`${SELECT} WHERE outbox_id < @before ORDER BY outbox_id DESC LIMIT @limit`)
  const count = db
    .prepare<[string], number>('SELECT count(*) FROM (SELECT 1 FROM outbox WHERE state = ? LIMIT 1000)')
    .pluck()
  const retry = db.prepare(
    "UPDATE outbox SET state = 'pending', attempts = 0, next_at = ?, ended_at = NULL WHERE outbox_id = ? AND state = 'failed'",
  )
  const retryAll = db.prepare(
    "UPDATE outbox SET state = 'pending', attempts = 0, next_at = ?, ended_at = NULL WHERE state = 'failed'",
  )
  const discard = db.prepare(
    "UPDATE outbox SET state = 'discarded', next_at = NULL, ended_at = ? WHERE outbox_id = ? AND state IN ('failed', 'pending')",
  )
  const forget = db.prepare("DELETE FROM outbox WHERE state IN ('sent', 'discarded') AND at < ?")
  const each = db.transaction((ids: readonly number[], write: (id: number) => void) => ids.forEach(write))
  return {
    add: item => void add.run({ ...item, about: JSON.stringify(item.about), isDigest: item.isDigest ? 1 : 0 }),
    due: (now, limit) => due.all(now, limit).map(itemOf),
    nextAt: () => next.get() ?? undefined,
    sent: (ids, at) => each(ids, id => void sent.run(at, id)),
    failed(ids, error, nextAt, at) {
      const isLast = nextAt === undefined
      each(ids, id => void failed.run(isLast ? 'failed' : 'pending', error, nextAt ?? null, isLast ? at : null, id))
    },
    find(outboxId) {
      const row = one.get(outboxId)
      return row && itemOf(row)
    },
    page({ state, before = Number.MAX_SAFE_INTEGER, limit }) {
      return (state ? inState.all({ state, before, limit }) : inAny.all({ before, limit })).map(itemOf)
    },
    count: state => count.get(state) ?? 0,
    retry: (outboxId, at) => void retry.run(at, outboxId),
    retryAll: at => retryAll.run(at).changes,
    discard: (outboxId, at) => void discard.run(at, outboxId),
    forget: before => void forget.run(before),
  }
}

function itemOf({ about, isDigest, ...row }: Row): OutboxItem {
  return { ...row, about: JSON.parse(about) as About, isDigest: isDigest === 1 }
}
