import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Every version of the rows of master data that have no days of their own. Derived from register records. */
export const registerVersion = sqliteTable(
  'register_version',
  {
    register: text().notNull(),
    id: text().notNull(),
    /** Of the entry that brought it. */
    seq: integer().notNull(),
    /** Office day of that entry. */
    recordedOn: text().notNull(),
    /** JSON of the row; null: it was taken away. */
    value: text(),
  },
  table => [
    primaryKey({ columns: [table.register, table.id, table.seq] }),
    index('register_version_day').on(table.register, table.recordedOn),
  ],
)

/** Words by which people and certificates are found, in the order of their lists. Derived from register records. */
export const personnelWord = sqliteTable(
  'personnel_word',
  {
    /** `people` or `certificates`. */
    register: text().notNull(),
    word: text().notNull(),
    /** What the list is ordered by: a name, or a last day. */
    place: text().notNull(),
    id: text().notNull(),
  },
  table => [primaryKey({ columns: [table.register, table.word, table.place, table.id] })],
)
