import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { Database } from 'better-sqlite3'

/** Passwords as argon2id hashes; these are secrets, so they are no projection of the journal. */
export interface Passwords {
  hash(password: string): Promise<string>
  /** Takes as long for an account that does not exist as for one that does. */
  matches(accountId: string, password: string): Promise<boolean>
  /** Keeps the hash; synchronous, so that it can join the transaction of the act that opens the account. */
  keep(accountId: string, passwordHash: string): void
  /** Forgets it: nobody signs in with it any more. */
  drop(accountId: string): void
}

/** @param memoryKb memory of one hash in KiB; the cost grows with it. */
export function openPasswords(db: Database, memoryKb: number): Passwords {
  const find = db.prepare<[string], { passwordHash: string }>(
    'SELECT password_hash AS passwordHash FROM credential WHERE account_id = ?',
  )
  const put = db.prepare('INSERT OR REPLACE INTO credential (account_id, password_hash) VALUES (?, ?)')
  const drop = db.prepare('DELETE FROM credential WHERE account_id = ?')
  const hashed = (password: string) => hash(password, { memoryCost: memoryKb, timeCost: 2, parallelism: 1 })
  const decoy = hashed(randomBytes(16).toString('hex'))
  return {
    hash: hashed,
    async matches(accountId, password) {
      const known = find.get(accountId)
      const isRight = await verify(known?.passwordHash ?? (await decoy), password)
      return isRight && known !== undefined
    },
    keep: (accountId, passwordHash) => void put.run(accountId, passwordHash),
    drop: accountId => void drop.run(accountId),
  }
}

/** The password of every account of a demo database; such a database is never a real office's. */
export const DEMO_PASSWORD = 'xunfa-demo'
