import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Systems that are told of what happens, as administrators enter them. Derived from register records. */
export const webhook = sqliteTable('webhook', {
  webhookId: text().primaryKey(),
  name: text().notNull(),
  url: text().notNull(),
  /** JSON: the kinds it is told of; an empty list: all. */
  kinds: text().notNull(),
  /** `on` or `off`. */
  state: text().notNull(),
})

/** What posts to each of them are signed with. A secret: not in the journal, hence not derived. */
export const webhookSecret = sqliteTable('webhook_secret', {
  webhookId: text().primaryKey(),
  secret: text().notNull(),
})
