import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What somebody is told in the program. Not derived: whether it was read is his own affair and no act. Instants are UTC ms. */
export const notification = sqliteTable(
  'notification',
  {
    notificationId: integer().primaryKey({ autoIncrement: true }),
    personId: text().notNull(),
    kind: text().notNull(),
    /** JSON of what it is about: keys, never sentences. */
    about: text().notNull(),
    /** The task it is about: when that is over, so is this. */
    userTaskKey: integer(),
    at: integer().notNull(),
    readAt: integer(),
  },
  table => [
    index('notification_person').on(table.personId, table.notificationId),
    index('notification_task').on(table.userTaskKey).where(sql`read_at is null and user_task_key is not null`),
    index('notification_unread').on(table.personId, table.notificationId).where(sql`read_at is null`),
  ],
)

/** Up to which entry people were told. One row. */
export const notificationCursor = sqliteTable('notification_cursor', {
  id: integer().primaryKey(),
  seq: integer().notNull(),
})

/** What leaves the house, and what became of it. Not derived: it is work in progress. */
export const outbox = sqliteTable(
  'outbox',
  {
    outboxId: integer().primaryKey({ autoIncrement: true }),
    channel: text().notNull(),
    /** The person it is for; null: the system behind the channel. */
    personId: text(),
    /** Which system a webhook's is. */
    webhookId: text(),
    kind: text().notNull(),
    about: text().notNull(),
    at: integer().notNull(),
    /** `pending`, `sent`, `failed` or `discarded`. */
    state: text().notNull(),
    /** Waits to be sent together with others. */
    isDigest: integer({ mode: 'boolean' }).notNull(),
    attempts: integer().notNull(),
    /** When it is tried next; null once nothing is to be done. */
    nextAt: integer(),
    /** What the last attempt met with. */
    error: text(),
    endedAt: integer(),
  },
  table => [
    index('outbox_next').on(table.nextAt).where(sql`next_at is not null`),
    index('outbox_state').on(table.state, table.outboxId),
  ],
)

/** How somebody wants to be told. Derived from register records. */
export const notificationSetting = sqliteTable('notification_setting', {
  personId: text('person_id').primaryKey(),
  /** Where mail reaches him; personal data. */
  mail: text('mail'),
  /** JSON: what differs from the defaults, by kind. */
  choices: text('choices').notNull(),
  /** `zh` or `en`: in which language mail is written; nothing: Chinese. */
  language: text('language'),
})

/** Wordings the office set itself, by `<kind>.<language>`. Derived from register records. */
export const notificationTemplate = sqliteTable('notification_template', {
  templateId: text('template_id').primaryKey(),
  subject: text('subject').notNull(),
  body: text('body').notNull(),
})
