import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What the first of two persons signed for a task, and waits for the second; or what came back. Instants are UTC ms. */
export const sheet = sqliteTable('sheet', {
  userTaskKey: integer().primaryKey(),
  processInstanceKey: integer().notNull(),
  /** `returned`: the second person sent it back, and the first has not signed again. */
  state: text({ enum: ['awaiting-cosign', 'returned'] }).notNull(),
  signedBy: text().notNull(),
  signedAt: integer().notNull(),
  /** Of the entry with what was signed. */
  signedSeq: integer().notNull(),
  /** The office it was signed under, as JSON of the entry's actor. */
  signer: text().notNull(),
  action: text(),
  /** The values as they will be stored, JSON. */
  variables: text().notNull(),
  /** JSON lists: who may sign second. */
  groups: text().notNull(),
  users: text().notNull(),
  /** When the facts in it happened, and why they are entered late. */
  happenedAt: integer(),
  lateReason: text(),
  returnedBy: text(),
  returnedAt: integer(),
  reason: text(),
})

/** Tasks that wait for a second signature, by whose it may be; queues are named as in `inbox_queue`. Without rowid. */
export const sheetQueue = sqliteTable(
  'sheet_queue',
  {
    queue: text().notNull(),
    userTaskKey: integer().notNull(),
    processInstanceKey: integer().notNull(),
  },
  table => [primaryKey({ columns: [table.queue, table.userTaskKey] })],
)

/** Who had a hand in a task without completing it: signed, countersigned, sent back, gave it up, gave or got it. Without rowid. */
export const taskPart = sqliteTable(
  'task_part',
  {
    processInstanceKey: integer().notNull(),
    seq: integer().notNull(),
    personId: text().notNull(),
    part: text().notNull(),
    userTaskKey: integer().notNull(),
    elementId: text().notNull(),
    at: integer().notNull(),
  },
  table => [
    primaryKey({ columns: [table.processInstanceKey, table.seq, table.personId, table.part] }),
    index('task_part_person').on(table.personId, table.at),
  ],
)

/** Acts that needed a certificate and were done while there was no valid one. */
export const evidenceDefect = sqliteTable(
  'evidence_defect',
  {
    defectId: text().primaryKey(),
    personId: text().notNull(),
    certificateId: text().notNull(),
    /** How the certificate stood at the act, as it is known now. */
    certificateState: text().notNull(),
    userTaskKey: integer().notNull(),
    processInstanceKey: integer().notNull(),
    processDefinitionKey: integer().notNull(),
    elementId: text().notNull(),
    caseNo: text(),
    /** The body in whose name it was done. */
    entity: text(),
    /** `completed` or `cosigned`. */
    part: text().notNull(),
    actedAt: integer().notNull(),
    actedSeq: integer().notNull(),
    foundAt: integer().notNull(),
    /** `open`, `cleared` when the certificate turns out to have been valid, else what a reviewer made of it. */
    state: text().notNull(),
    assessedBy: text(),
    assessedAt: integer(),
    note: text(),
  },
  table => [
    index('evidence_defect_person').on(table.personId),
    index('evidence_defect_acted').on(table.actedAt, table.defectId),
  ],
)
