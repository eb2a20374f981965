import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Days on which somebody is away, and who takes over what he holds. Days are office days, both included. */
export const absence = sqliteTable(
  'absence',
  {
    absenceId: text().primaryKey(),
    personId: text().notNull(),
    kind: text({ enum: ['leave', 'sick', 'trip', 'training', 'other'] }).notNull(),
    fromDay: text().notNull(),
    toDay: text().notNull(),
    substituteId: text(),
    note: text(),
    enteredBy: text().notNull(),
    /** UTC ms. */
    enteredAt: integer().notNull(),
    /** He is back, or it was entered in error: from this instant it counts no more. */
    endedAt: integer(),
    endedBy: text(),
  },
  table => [index('absence_person').on(table.personId, table.toDay), index('absence_day').on(table.toDay)],
)
