import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Procedures that somebody works on: what they are called, where they came from, who holds the pen. Instants are UTC ms. */
export const processDraft = sqliteTable('process_draft', {
  draftId: text().primaryKey(),
  processId: text().notNull(),
  name: text().notNull(),
  /** `office`, `import`, or `release`: proposed by a new release of the program. */
  origin: text({ enum: ['office', 'import', 'release'] }).notNull(),
  /** The published version it was begun from. */
  basedOnKey: integer(),
  basedOnVersion: integer(),
  /** Of the newest save. */
  revision: integer().notNull(),
  createdAt: integer().notNull(),
  createdBy: text().notNull(),
  editorId: text(),
  editorSince: integer(),
})

/** One row a save: which files there were then, by content. Without rowid. */
export const processDraftSave = sqliteTable(
  'process_draft_save',
  {
    draftId: text().notNull(),
    revision: integer().notNull(),
    savedAt: integer().notNull(),
    savedBy: text().notNull(),
    /** JSON: `[{ name, checksum }]`, by name. */
    files: text().notNull(),
    /** JSON: names of what this save changed, brought or took away. */
    changed: text().notNull(),
    /** The save whose files it brought back. */
    restoredFrom: integer(),
  },
  table => [primaryKey({ columns: [table.draftId, table.revision] })],
)

/** Content of the files of saves by its SHA-256, deflated; each once, however many saves hold it. */
export const processDraftContent = sqliteTable('process_draft_content', {
  checksum: text().primaryKey(),
  packed: blob({ mode: 'buffer' }).notNull(),
})

/** Where a draft stands on its way into force; a draft of which nothing is known here was never submitted. */
export const processDraftReview = sqliteTable('process_draft_review', {
  draftId: text().primaryKey(),
  processId: text().notNull(),
  state: text({ enum: ['draft', 'submitted', 'published'] }).notNull(),
  /** Of the save that was submitted, with the SHA-256 of every file: JSON as in `process_draft_save`. */
  revision: integer().notNull(),
  files: text().notNull(),
  submittedBy: text().notNull(),
  submittedAt: integer().notNull(),
  returnedBy: text(),
  returnedAt: integer(),
  reason: text(),
  publishedBy: text(),
  publishedAt: integer(),
  publishedSeq: integer(),
})

/** Procedures that were taken out of use; a version published later puts one back. */
export const procedureRetirement = sqliteTable('procedure_retirement', {
  processId: text().primaryKey(),
  retiredBy: text().notNull(),
  retiredAt: integer().notNull(),
  retiredSeq: integer().notNull(),
  reason: text().notNull(),
})
