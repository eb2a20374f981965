import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What the newest replay of a draft of a procedure found. Derived from register records. */
export const draftReplay = sqliteTable('draft_replay', {
  draftId: text().primaryKey(),
  /** Of the save that was replayed. */
  revision: integer().notNull(),
  madeBy: text().notNull(),
  /** UTC ms. */
  madeAt: integer().notNull(),
  /** JSON. */
  report: text().notNull(),
})
