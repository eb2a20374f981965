import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Not derived: secrets and what is in the making are not in the journal. Instants are UTC ms. */
export const credential = sqliteTable('credential', {
  accountId: text('account_id').primaryKey(),
  /** argon2id, with its parameters and salt. */
  passwordHash: text('password_hash').notNull(),
})

/** The way to a first or a new password: a link that is good once. */
export const invitation = sqliteTable('invitation', {
  accountId: text('account_id').primaryKey(),
  /** SHA-256 of the token; the token itself is only in the link. */
  tokenHash: text('token_hash').notNull().unique(),
  expiresAt: integer('expires_at').notNull(),
})

export const session = sqliteTable(
  'session',
  {
    sessionId: text('session_id').primaryKey(),
    /** SHA-256 of the token; the token itself is only in the browser. */
    tokenHash: text('token_hash').notNull().unique(),
    /** The token that this one took over from; honoured for the requests that were under way. */
    previousHash: text('previous_hash'),
    accountId: text('account_id').notNull(),
    openedAt: integer('opened_at').notNull(),
    rotatedAt: integer('rotated_at').notNull(),
    seenAt: integer('seen_at').notNull(),
  },
  table => [index('session_previous').on(table.previousHash)],
)

/** What somebody has begun to fill in. */
export const draft = sqliteTable(
  'draft',
  {
    userTaskKey: text('user_task_key').notNull(),
    personId: text('person_id').notNull(),
    variables: text('variables').notNull(),
    revision: integer('revision').notNull(),
    savedAt: integer('saved_at').notNull(),
  },
  table => [primaryKey({ columns: [table.userTaskKey, table.personId] })],
)
