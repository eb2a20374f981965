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

/** Limits of user tasks and of whole procedures, running and closed. Instants are UTC ms. */
export const limitEntry = sqliteTable(
  'limit_entry',
  {
    /** The task it is of, or the instance whose procedure it is of. */
    ownerKey: integer().notNull(),
    parameterKey: text().notNull(),
    /** Null for the limit of a whole procedure. */
    userTaskKey: integer(),
    processInstanceKey: integer().notNull(),
    processDefinitionKey: integer().notNull(),
    elementId: text().notNull(),
    elementInstanceKey: integer().notNull(),
    /** Its place among the limits of its owner, from 0. */
    position: integer().notNull(),
    /** The limit of the same owner after whose end it runs. */
    afterKey: text(),
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
    /** By what it was made longer, JSON. */
    extensions: text().notNull(),
    isProvisional: integer({ mode: 'boolean' }).notNull(),
    calendarVersion: integer().notNull(),
    /** The last that was fired: `running`, `remind`, `urgent` or `overdue`. */
    stage: text().notNull(),
    /** When the clock looks at it next; null once it is overdue or closed, and while it stands still. */
    nextAt: integer(),
    /** Since when its case is suspended; null while it runs. */
    stoppedAt: integer(),
    openedSeq: integer().notNull(),
    closedAt: integer(),
    closedSeq: integer(),
  },
  table => [
    primaryKey({ columns: [table.ownerKey, table.parameterKey] }),
    index('limit_entry_next').on(table.nextAt).where(sql`next_at is not null`),
    index('limit_entry_instance').on(table.processInstanceKey),
    index('limit_entry_provisional').on(table.ownerKey).where(sql`closed_at is null and is_provisional`),
  ],
)

/** Suspensions of cases, over and in force: limits stand still and the case is not worked on. Instants are UTC ms. */
export const caseSuspension = sqliteTable(
  'case_suspension',
  {
    suspensionId: text().primaryKey(),
    caseNo: text().notNull(),
    ground: text().notNull(),
    reason: text().notNull(),
    /** When it began, which may lie before its entry. */
    fromAt: integer().notNull(),
    enteredAt: integer().notNull(),
    enteredBy: text().notNull(),
    lateReason: text(),
    /** When it ended; null while it is in force. */
    toAt: integer(),
    resumedAt: integer(),
    resumedBy: text(),
    resumeReason: text(),
    resumeLateReason: text(),
  },
  table => [
    index('case_suspension_case').on(table.caseNo),
    index('case_suspension_open').on(table.caseNo).where(sql`to_at is null`),
  ],
)

/** What went up because a limit was over, or because a procedure sends it up, and to whom. */
export const escalation = sqliteTable(
  'escalation',
  {
    /** Number of the entry that recorded it. */
    seq: integer().primaryKey(),
    /** The task or instance whose limit is over; of what a diagram sends up, the job that did. */
    ownerKey: integer().notNull(),
    /** Null where no limit is over. */
    parameterKey: text(),
    userTaskKey: integer(),
    processInstanceKey: integer().notNull(),
    elementId: text().notNull(),
    caseNo: text(),
    /** `escalate`, `release`, `forfeit`. */
    consequence: text().notNull(),
    toRole: text().notNull(),
    toOrg: text(),
    dueAt: integer(),
    at: integer().notNull(),
    /** Of what a diagram sends up: why, and which whistle, transfer … it is. */
    kind: text(),
    refId: text(),
  },
  table => [
    index('escalation_to').on(table.toRole, table.toOrg),
    index('escalation_owner').on(table.ownerKey),
    index('escalation_ref').on(table.refId).where(sql`ref_id is not null`),
  ],
)

/** Who has taken note of an escalation, and when. */
export const escalationNote = sqliteTable(
  'escalation_note',
  { seq: integer().notNull(), personId: text().notNull(), at: integer().notNull(), note: text() },
  table => [primaryKey({ columns: [table.seq, table.personId] })],
)
