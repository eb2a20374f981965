import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Official texts that were brought in: one row for each version of a law. Days are office days, both included. */
export const statuteText = sqliteTable(
  'statute_text',
  {
    /** SHA-256 of the text as it was brought in, and from when it holds. */
    textId: text().primaryKey(),
    /** As citations name the law. */
    name: text().notNull(),
    title: text().notNull(),
    promulgatedOn: text().notNull(),
    inForceFrom: text().notNull(),
    /** Last day, of a law that was repealed; a later version ends it without. */
    inForceTo: text(),
    fileName: text().notNull(),
    /** JSON: what stands before the first article, and which articles a partial amendment replaced. */
    preamble: text().notNull(),
    replaced: text().notNull(),
    importedBy: text().notNull(),
    importedAt: integer().notNull(),
    importedSeq: integer().notNull(),
  },
  table => [index('statute_text_of').on(table.name, table.inForceFrom)],
)

/** The articles of a text. Clustered, without rowid. */
export const statuteArticle = sqliteTable(
  'statute_article',
  {
    textId: text().notNull(),
    /** Its place in the text, from 1. */
    place: integer().notNull(),
    /** `58`, or `58-1` of an article that was put in behind it. */
    article: text().notNull(),
    /** JSON lists: the headings it stands under, and its paragraphs with their items. */
    headings: text().notNull(),
    paragraphs: text().notNull(),
    /** All of it as one text, to search in. */
    body: text().notNull(),
  },
  table => [
    primaryKey({ columns: [table.textId, table.place] }),
    index('statute_article_no').on(table.textId, table.article),
  ],
)

/** Which entries changed what is known of a law: the way to its history. Clustered, without rowid. */
export const statuteEntry = sqliteTable(
  'statute_entry',
  { name: text().notNull(), seq: integer().notNull() },
  table => [primaryKey({ columns: [table.name, table.seq] })],
)
