import type { Database } from 'better-sqlite3'

/** Locked; or without a password as yet; or able to sign in. */
export type AccountState = 'locked' | 'invited' | 'active'

/** An account as its administrator sees it. Instants are UTC ms. */
export interface ListedAccount {
  accountId: string
  personId: string
  name: string
  state: AccountState
  /** Until when the link to a password is good. */
  invitedUntil: number | null
  openSessions: number
  seenAt: number | null
}

export interface AccountQuery {
  q?: string | undefined
  state?: AccountState | undefined
  accountId?: string | undefined
  limit: number
  /** The last account of the page before. */
  after?: string | undefined
}

const LIST = `SELECT * FROM (
    SELECT account.account_id AS accountId, person_id AS personId, coalesce(person.name, person_id) AS name,
      CASE WHEN account.state = 'locked' THEN 'locked' WHEN credential.account_id IS NULL THEN 'invited' ELSE 'active' END AS state,
      invitation.expires_at AS invitedUntil,
      (SELECT count(*) FROM session WHERE session.account_id = account.account_id AND opened_at > @openedAfter AND seen_at > @seenAfter) AS openSessions,
      (SELECT max(seen_at) FROM session WHERE session.account_id = account.account_id) AS seenAt
    FROM account LEFT JOIN person USING (person_id)
      LEFT JOIN credential USING (account_id) LEFT JOIN invitation USING (account_id)
    WHERE (@accountId IS NULL OR account.account_id = @accountId) AND (@after IS NULL OR account.account_id > @after))
  WHERE (@state IS NULL OR state = @state) AND (@q IS NULL OR instr(name, @q) > 0 OR instr(accountId, @q) > 0)
  ORDER BY accountId LIMIT @limit`

/** Accounts with what is known of passwords and sessions: that they are there, never what they are. */
export function openAccounts(db: Database, liveSince: () => { openedAfter: number; seenAfter: number }) {
  const list = db.prepare<object, ListedAccount>(LIST)
  const ask = ({ q, state, accountId, limit, after }: AccountQuery) =>
    list.all({
      ...liveSince(),
      limit,
      ...{ q: q ?? null, state: state ?? null, accountId: accountId ?? null, after: after ?? null },
    })
  return { list: ask, find: (accountId: string) => ask({ accountId, limit: 1 })[0] }
}

export type Accounts = ReturnType<typeof openAccounts>
