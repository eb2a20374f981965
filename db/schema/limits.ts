import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What was announced about the working days of a year; each import is a further version of the calendar. */
export const calendarYear = sqliteTable('calendar_year', {
  version: integer().primaryKey(),
  year: integer().notNull(),
  source: text().notNull(),
  /** JSON lists of office days. */
  holidays: text().notNull(),
  workdays: text().notNull(),
})

/** Every version of every limit parameter, as shipped and as the office set it. */
export const limitParameter = sqliteTable(
  'limit_parameter',
  {
    parameterKey: text().notNull(),
    /** Of the entry that brought it. */
    seq: integer().notNull(),
    /** First office day on which limits are opened with it. */
    effectiveFrom: text().notNull(),
    /** JSON of the parameter itself, see server/deadlines/parameters. */
    value: text().notNull(),
    isShipped: integer({ mode: 'boolean' }).notNull(),
    changedBy: text().notNull(),
    changedAt: integer().notNull(),
    reason: text(),
  },
  table => [primaryKey({ columns: [table.parameterKey, table.seq] })],
)

/** Limits of user tasks, running and closed. Instants are UTC ms. */
export const limitEntry = sqliteTable(
  'limit_entry',
  {
    userTaskKey: integer().primaryKey(),
    processInstanceKey: integer().notNull(),
    processDefinitionKey: integer().notNull(),
    elementId: text().notNull(),
    elementInstanceKey: integer().notNull(),
    parameterKey: text().notNull(),
    /** JSON of the parameter it was opened or recounted with. */
    parameter: text().notNull(),
    /** FEEL of its start while nobody has evaluated it yet. */
    startExpression: text(),
    escalateTo: text(),
    startedAt: integer().notNull(),
    dueAt: integer().notNull(),
    remindAt: integer(),
    urgentAt: integer().notNull(),
    /** What does not count, JSON. */
    excluded: text().notNull(),
    isProvisional: integer({ mode: 'boolean' }).notNull(),
    calendarVersion: integer().notNull(),
    /** The last that was fired: `running`, `remind`, `urgent` or `overdue`. */
    stage: text().notNull(),
    /** When the clock looks at it next; null once it is overdue or closed. */
    nextAt: integer(),
    openedSeq: integer().notNull(),
    closedAt: integer(),
    closedSeq: integer(),
  },
  table => [
    index('limit_entry_next').on(table.nextAt).where(sql`next_at is not null`),
    index('limit_entry_instance').on(table.processInstanceKey),
    index('limit_entry_provisional').on(table.userTaskKey).where(sql`closed_at is null and is_provisional`),
  ],
)
