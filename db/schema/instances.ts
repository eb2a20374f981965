import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What lists show of a process instance; its path and variables are read from the journal when somebody looks. */
export const instanceSummary = sqliteTable(
  'instance_summary',
  {
    processInstanceKey: integer().primaryKey(),
    processDefinitionKey: integer().notNull(),
    bpmnProcessId: text().notNull(),
    version: integer().notNull(),
    state: text({ enum: ['ACTIVE', 'COMPLETED', 'TERMINATED'] }).notNull(),
    /** Why it stands still: an operator suspended it, or the program failed on it. */
    hold: text({ enum: ['SUSPENDED', 'BANNED'] }),
    /** How many incidents are open. */
    incidents: integer().notNull(),
    /** Person who started it, if it was one. */
    startedBy: text(),
    startedAt: integer().notNull(),
    endedAt: integer(),
    caseNo: text(),
    title: text(),
    party: text(),
    round: integer(),
    /** Of an instance that another called. */
    parentProcessInstanceKey: integer(),
    /** A name that a client gave the case. */
    businessId: text(),
    /** The organisation whose business it is (variable `orgCode`); what another called belongs to the caller's. */
    org: text(),
  },
  table => [
    index('instance_summary_case').on(table.caseNo),
    index('instance_summary_started').on(table.startedBy, table.processInstanceKey).where(sql`state = 'ACTIVE'`),
    index('instance_summary_incident').on(table.processInstanceKey).where(sql`incidents > 0`),
  ],
)

/** Who was ever named as handler of an instance's case (承办人). Clustered, without rowid. */
export const caseHandler = sqliteTable(
  'case_handler',
  {
    processInstanceKey: integer().notNull(),
    personId: text().notNull(),
    seq: integer().notNull(),
    at: integer().notNull(),
  },
  table => [primaryKey({ columns: [table.processInstanceKey, table.personId] })],
)

/** Who had a hand in an instance that was removed: separation of duty outlives the lists. Clustered, without rowid. */
export const formerParticipation = sqliteTable(
  'former_participation',
  {
    caseNo: text().notNull(),
    seq: integer().notNull(),
    personId: text().notNull(),
    /** 0 for a named handler. */
    userTaskKey: integer().notNull(),
    completedFor: text(),
    kind: text(),
    elementId: text(),
    processInstanceKey: integer().notNull(),
    at: integer().notNull(),
  },
  table => [primaryKey({ columns: [table.caseNo, table.seq, table.personId, table.userTaskKey] })],
)
