import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The book: one row per act, append-only by trigger. `body` is exactly what `hash` is over. */
export const journal = sqliteTable('journal', {
  seq: integer().primaryKey(),
  body: text().notNull(),
  hash: blob({ mode: 'buffer' }).notNull(),
})

/** Which entries tell of a process instance, without beginning or ending a user task of it. Clustered, without rowid. */
export const journalInstance = sqliteTable(
  'journal_instance',
  { processInstanceKey: integer().notNull(), seq: integer().notNull() },
  table => [primaryKey({ columns: [table.processInstanceKey, table.seq] })],
)

/** Which entries belong to a case without telling of an instance. Clustered, without rowid. */
export const journalCase = sqliteTable(
  'journal_case',
  { caseNo: text().notNull(), seq: integer().notNull() },
  table => [primaryKey({ columns: [table.caseNo, table.seq] })],
)

/** Personal values beside the chain; an entry holds the commitment. Deleting a row leaves the chain valid. Without rowid. */
export const personalValue = sqliteTable(
  'personal_value',
  {
    seq: integer().notNull(),
    commitment: text().notNull(),
    salt: text().notNull(),
    value: text().notNull(),
  },
  table => [primaryKey({ columns: [table.seq, table.commitment] })],
)

/** Variables that were once declared personal in a process stay so in every later entry of it. Without rowid. */
export const personalName = sqliteTable(
  'personal_name',
  { bpmnProcessId: text().notNull(), name: text().notNull() },
  table => [primaryKey({ columns: [table.bpmnProcessId, table.name] })],
)

/** Stored answers, by week so that old ones go in one range. Clustered, without rowid. */
export const idempotency = sqliteTable(
  'idempotency',
  {
    week: integer().notNull(),
    scope: text().notNull(),
    key: text().notNull(),
    bodyHash: text().notNull(),
    seq: integer().notNull(),
    at: integer().notNull(),
    results: text().notNull(),
  },
  table => [primaryKey({ columns: [table.week, table.scope, table.key] })],
)

/** In which version each reading was filled: a reading that changed is read again from the journal. */
export const readingMark = sqliteTable('reading_mark', {
  name: text().primaryKey(),
  version: integer().notNull(),
})
