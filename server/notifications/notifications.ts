import type { Database } from 'better-sqlite3'
import { toColumn } from '../../db/key.ts'
import type { Key } from '../engine/protocol/records.ts'
import type { NotificationKind } from './kinds.ts'
import type { About } from './telling.ts'

/** What somebody was told. Instants are UTC ms. */
export interface Notification {
  notificationId: number
  kind: NotificationKind
  about: About
  at: number
  readAt: number | null
}

/** What people were told in the program; reading is no act, so it is no entry. */
export interface Notifications {
  add(personId: string, kind: NotificationKind, about: About, at: number): void
  /** Newest first; `before` is the last id of the page before. */
  page(personId: string, wanted: { unread: boolean; before?: number | undefined; limit: number }): Notification[]
  /** How many are unread, counted up to 100. */
  unread(personId: string): number
  /** Those named, else all up to an id that was seen. */
  markRead(personId: string, which: { ids: readonly number[] } | { upTo: number }, at: number): void
  /** Whatever was said of a task that is over needs nobody’s attention any more. */
  settle(userTaskKey: Key, at: number): void
  /** Forgets what was told before an instant. */
  forget(before: number): void
}

const COUNTED_TO = 100

interface Row extends Omit<Notification, 'about'> {
  about: string
}

/** Prepares the questions once. */
export function openNotifications(db: Database): Notifications {
  const add = db.prepare('INSERT INTO notification (person_id, kind, about, user_task_key, at) VALUES (?, ?, ?, ?, ?)')
  const select = `SELECT notification_id AS notificationId, kind, about, at, read_at AS readAt FROM notification
    WHERE person_id = @personId AND notification_id < @before`
  const all = db.prepare<object, Row>(`${select} ORDER BY notification_id DESC LIMIT @limit`)
  const onlyUnread = db.prepare<object, Row>(`${select} AND read_at IS NULL ORDER BY notification_id DESC LIMIT @limit`)
  const count = db
    .prepare<[string, number], number>(
      'SELECT count(*) FROM (SELECT 1 FROM notification WHERE person_id = ? AND read_at IS NULL LIMIT ?)',
    )
    .pluck()
  const markOne = db.prepare(
    'UPDATE notification SET read_at = ? WHERE notification_id = ? AND person_id = ? AND read_at IS NULL',
  )
  const markAll = db.prepare(
    'UPDATE notification SET read_at = ? WHERE notification_id <= ? AND person_id = ? AND read_at IS NULL',
  )
  const settle = db.prepare('UPDATE notification SET read_at = ? WHERE user_task_key = ? AND read_at IS NULL')
  const forget = db.prepare('DELETE FROM notification WHERE at < ?')
  const markEach = db.transaction((personId: string, ids: readonly number[], at: number) => {
    for (const id of ids) markOne.run(at, id, personId)
  })
  return {
    add: (personId, kind, about, at) => void add.run(personId, kind, JSON.stringify(about), taskOf(about), at),
    page: (personId, { unread, before = Number.MAX_SAFE_INTEGER, limit }) =>
      (unread ? onlyUnread : all)
        .all({ personId, before, limit })
        .map(row => ({ ...row, about: JSON.parse(row.about) as About })),
    unread: personId => count.get(personId, COUNTED_TO) ?? 0,
    markRead(personId, which, at) {
      if ('ids' in which) markEach(personId, which.ids, at)
      else markAll.run(at, which.upTo, personId)
    },
    settle: (userTaskKey, at) => void settle.run(at, toColumn(userTaskKey)),
    forget: before => void forget.run(before),
  }
}

const taskOf = ({ userTaskKey }: About) => (userTaskKey === undefined ? null : toColumn(userTaskKey))
