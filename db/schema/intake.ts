import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Programs outside that hand matters in: the hotline, the platform of the city. Instants are UTC ms. */
export const intakeClient = sqliteTable('intake_client', {
  clientId: text().primaryKey(),
  name: text().notNull(),
  /** Where its matters come from; numbers of matters are unique within it. */
  source: text().notNull(),
  registeredBy: text().notNull(),
  registeredAt: integer().notNull(),
  revokedBy: text(),
  revokedAt: integer(),
  revokedReason: text(),
})

/** Not derived: what a program signs with is not in the journal. */
export const intakeSecret = sqliteTable('intake_secret', {
  clientId: text().primaryKey(),
  secret: text().notNull(),
})

/** What was handed in, each number of a source once. */
export const intakeMatter = sqliteTable(
  'intake_matter',
  {
    /** `<source>/<number there>`. */
    matterId: text().primaryKey(),
    source: text().notNull(),
    sourceId: text().notNull(),
    /** SHA-256 of what was sent, hex. */
    contentHash: text().notNull(),
    clientId: text().notNull(),
    /** The street it is for. */
    orgCode: text().notNull(),
    ticketNo: text().notNull(),
    title: text().notNull(),
    problem: text().notNull(),
    place: text(),
    level: text().notNull(),
    reporter: text(),
    phone: text(),
    /** When the source took it down. */
    happenedAt: integer().notNull(),
    seq: integer().notNull(),
    at: integer().notNull(),
    /** What was begun with it; absent while no procedure takes such matters. */
    processInstanceKey: integer(),
  },
  table => [index('intake_matter_org').on(table.orgCode, table.seq), index('intake_matter_seq').on(table.seq)],
)
