import { createHash, randomBytes } from 'node:crypto'
import type { Database } from 'better-sqlite3'

const MINUTE_MS = 60_000
/** A token is replaced after this; a stolen one is worth that long. */
const ROTATE_AFTER_MS = 30 * MINUTE_MS
/** Requests that were under way with the replaced token still pass. */
const GRACE_MS = MINUTE_MS
/** How exactly the idle time is kept; a write for each request would cost more than it tells. */
const SEEN_STEP_MS = MINUTE_MS

export interface OpenSession {
  sessionId: string
  accountId: string
  /** The token to go on with, when the one shown is due for replacement. */
  newToken?: string
}

/** Who is signed in. Only the SHA-256 of a token is kept, so the database opens no session. */
export interface Sessions {
  /** Opens one and returns its token (256 random bits); synchronous, so that it can join the act's transaction. */
  open(accountId: string): string
  /** The session of a token, unless it has ended: absolutely, by idleness, or because it was closed. */
  find(token: string): OpenSession | undefined
  /** The same for a caller who cannot be handed another token: the one shown stays the person's. */
  recognise(token: string): OpenSession | undefined
  isOpen(sessionId: string): boolean
  close(sessionId: string): void
  /** Those of an account that are open, the latest first. Instants are UTC ms. */
  list(accountId: string): { sessionId: string; openedAt: number; seenAt: number }[]
  /** Ends all of an account's but one; returns how many there were. */
  closeAll(accountId: string, except?: string): number
  /** From when on a session must have been opened, and seen, to be open. */
  liveSince(): { openedAfter: number; seenAfter: number }
}

interface SessionRow {
  sessionId: string
  tokenHash: string
  accountId: string
  openedAt: number
  rotatedAt: number
  seenAt: number
}

export interface SessionLimits {
  now: () => number
  /** Hours until a session ends whatever happens. */
  hours: number
  idleMinutes: number
}

export function openSessions(db: Database, { now, hours, idleMinutes }: SessionLimits): Sessions {
  const { insert, byToken, byId, touch, rotate, drop, dropEnded, ofAccount, dropAll } = prepare(db)
  const openedAfter = () => now() - hours * 60 * MINUTE_MS
  const seenAfter = () => now() - idleMinutes * MINUTE_MS
  const isLive = (row: SessionRow) => row.openedAt > openedAfter() && row.seenAt > seenAfter()
  const rowOf = (token: string) => {
    const row = byToken.get({ hash: hashOf(token), graceFrom: now() - GRACE_MS })
    return row && isLive(row) ? row : undefined
  }

  function goOn(row: SessionRow, mayRotate: boolean): OpenSession {
    const at = now()
    const session = { sessionId: row.sessionId, accountId: row.accountId }
    if (mayRotate && at - row.rotatedAt >= ROTATE_AFTER_MS) {
      const newToken = randomToken()
      rotate.run(hashOf(newToken), at, at, row.sessionId)
      return { ...session, newToken }
    }
    if (at - row.seenAt >= SEEN_STEP_MS) touch.run(at, row.sessionId)
    return session
  }

  return {
    open(accountId) {
      const token = randomToken()
      dropEnded.run(openedAfter(), seenAfter())
      insert.run({ sessionId: randomBytes(16).toString('hex'), tokenHash: hashOf(token), accountId, at: now() })
      return token
    },
    find(token) {
      const row = rowOf(token)
      return row && goOn(row, row.tokenHash === hashOf(token))
    },
    recognise(token) {
      const row = rowOf(token)
      return row && goOn(row, false)
    },
    isOpen(sessionId) {
      const row = byId.get(sessionId)
      return row !== undefined && isLive(row)
    },
    close: sessionId => void drop.run(sessionId),
    list: accountId => ofAccount.all(accountId, openedAfter(), seenAfter()),
    closeAll: (accountId, except = '') => dropAll.run(accountId, except).changes,
    liveSince: () => ({ openedAfter: openedAfter(), seenAfter: seenAfter() }),
  }
}

/** The statements, prepared once. */
function prepare(db: Database) {
  const columns = `session_id AS sessionId, token_hash AS tokenHash, account_id AS accountId, opened_at AS openedAt,
    rotated_at AS rotatedAt, seen_at AS seenAt`
  return {
    insert: db.prepare(
      `INSERT INTO session (session_id, token_hash, account_id, opened_at, rotated_at, seen_at)
       VALUES (@sessionId, @tokenHash, @accountId, @at, @at, @at)`,
    ),
    byToken: db.prepare<{ hash: string; graceFrom: number }, SessionRow>(
      `SELECT ${columns} FROM session WHERE token_hash = @hash
       UNION ALL SELECT ${columns} FROM session WHERE previous_hash = @hash AND rotated_at >= @graceFrom`,
    ),
    byId: db.prepare<[string], SessionRow>(`SELECT ${columns} FROM session WHERE session_id = ?`),
    touch: db.prepare('UPDATE session SET seen_at = ? WHERE session_id = ?'),
    rotate: db.prepare(
      'UPDATE session SET previous_hash = token_hash, token_hash = ?, rotated_at = ?, seen_at = ? WHERE session_id = ?',
    ),
    drop: db.prepare('DELETE FROM session WHERE session_id = ?'),
    ofAccount: db.prepare<[string, number, number], { sessionId: string; openedAt: number; seenAt: number }>(
      `SELECT session_id AS sessionId, opened_at AS openedAt, seen_at AS seenAt FROM session
       WHERE account_id = ? AND opened_at > ? AND seen_at > ? ORDER BY seen_at DESC`,
    ),
    dropAll: db.prepare('DELETE FROM session WHERE account_id = ? AND session_id <> ?'),
    dropEnded: db.prepare('DELETE FROM session WHERE opened_at <= ? OR seen_at <= ?'),
  }
}

function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
