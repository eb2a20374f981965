import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

const row = {
  /** Of the record that wrote it: the instance, of a transfer with its round. */
  rowId: text().primaryKey(),
  /** Number of the entry that opened it. */
  openedSeq: integer().notNull(),
  processInstanceKey: text().notNull(),
  caseNo: text(),
  openedAt: integer().notNull(),
  changedAt: integer().notNull(),
  endedAt: integer(),
  outcome: text(),
  outcomeReason: text(),
}

/** Disputes about competence, duties, the reading of a law or assistance between offices (争议). Instants are UTC ms. */
export const dispute = sqliteTable(
  'dispute',
  {
    ...row,
    disputeId: text().notNull(),
    disputeKind: text(),
    refType: text(),
    refId: text(),
    caseTitle: text(),
    applicantOrg: text().notNull(),
    /** JSON list of organisations. */
    respondentOrgs: text().notNull(),
    designatingOrg: text(),
    interimLeadOrg: text(),
    arisenAt: text(),
    issue: text(),
    positions: text(),
    /** JSON list of what each party answered. */
    answers: text(),
    conclusion: text(),
    decisionReason: text(),
    ownerOrg: text(),
    /** JSON list of numbers of documents. */
    docNos: text(),
    /** Of a document another government issued: number and day. */
    outsideDocNo: text(),
    outsideDocDate: text(),
  },
  table => [index('dispute_seq').on(table.openedSeq), index('dispute_case').on(table.caseNo)],
)

/** Transfers of cases between offices (移送), a row for each time one was sent. Instants are UTC ms, texts are as entered. */
export const transfer = sqliteTable(
  'transfer',
  {
    ...row,
    transferId: text().notNull(),
    roundTrip: integer().notNull(),
    caseTitle: text(),
    fromOrg: text().notNull(),
    toOrg: text().notNull(),
    isUrgent: integer(),
    determinedAt: text(),
    /** JSON: items, what was ordered to stop, who was told, materials, goods, what was accepted, feedback. */
    itemCodes: text(),
    stopOrder: text(),
    informed: text(),
    materials: text(),
    goods: text(),
    acceptedItems: text(),
    feedback: text(),
    transferReason: text(),
    transferBasis: text(),
    docNo: text(),
    sentAt: text(),
    receivedAt: text(),
    receiveAction: text(),
    returnReason: text(),
    handedOverAt: text(),
  },
  table => [index('transfer_seq').on(table.openedSeq), index('transfer_case').on(table.caseNo)],
)
