import { createHash, randomBytes } from 'node:crypto'
import type { Database } from 'better-sqlite3'

/** How long the link to a first or new password is good. */
const GOOD_FOR_MS = 72 * 60 * 60_000

/** A link that was just made; the token is told once and kept nowhere. */
export interface Invitation {
  token: string
  tokenHash: string
  /** UTC ms. */
  expiresAt: number
}

/** Links by which people choose a password nobody else knows: one an account, good once. */
export interface Invitations {
  /** Makes a link without keeping it. */
  make(): Invitation
  /** Keeps it, instead of an earlier one; synchronous, so that it joins the act's transaction. */
  keep(accountId: string, invitation: Invitation): void
  /** The account a token opens, unless it was used or is too old. */
  find(token: string): string | undefined
  drop(accountId: string): void
}

export function openInvitations(db: Database, now: () => number): Invitations {
  const put = db.prepare('INSERT OR REPLACE INTO invitation (account_id, token_hash, expires_at) VALUES (?, ?, ?)')
  const drop = db.prepare('DELETE FROM invitation WHERE account_id = ?')
  const byHash = db
    .prepare<[string, number], string>('SELECT account_id FROM invitation WHERE token_hash = ? AND expires_at > ?')
    .pluck()
  return {
    make() {
      const token = randomBytes(32).toString('base64url')
      return { token, tokenHash: hashOf(token), expiresAt: now() + GOOD_FOR_MS }
    },
    keep: (accountId, { tokenHash, expiresAt }) => void put.run(accountId, tokenHash, expiresAt),
    find: token => byHash.get(hashOf(token), now()),
    drop: accountId => void drop.run(accountId),
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
