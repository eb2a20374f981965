import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Whistles (吹哨单, reg.whistles), one for each instance of the procedure. Instants are UTC ms. */
export const whistle = sqliteTable(
  'whistle',
  {
    whistleId: text().primaryKey(),
    /** Number of the entry that brought it; orders the lists. */
    whistleSeq: integer().notNull(),
    processInstanceKey: text(),
    caseNo: text(),
    /** The body that whistles. */
    orgCode: text(),
    direction: text(),
    level: text(),
    title: text(),
    ground: text(),
    major: integer({ mode: 'boolean' }),
    place: text(),
    problem: text(),
    /** JSON lists. */
    itemCodes: text(),
    neededDepts: text(),
    dutyBasis: text(),
    dutyFinding: text(),
    planAt: text(),
    planPlace: text(),
    linkedCase: text(),
    draftedBy: text(),
    approvedBy: text(),
    improper: integer({ mode: 'boolean' }),
    leadOrg: text(),
    dispatchedAt: text(),
    docNo: text(),
    feedbackDocNo: text(),
    feedbackAt: text(),
    resolved: text(),
    feedbackText: text(),
    remainder: text(),
    reworkCount: integer(),
    state: text(),
    outcome: text(),
    reason: text(),
    createdAt: integer(),
    closedAt: integer(),
  },
  table => [
    index('whistle_org').on(table.orgCode, table.whistleSeq),
    index('whistle_state').on(table.state, table.whistleSeq),
    index('whistle_order').on(table.whistleSeq),
  ],
)

/** What each body that was called does about a whistle, by times. Instants are texts with their zone. */
export const whistleBranch = sqliteTable(
  'whistle_branch',
  {
    branchId: text().primaryKey(),
    branchSeq: integer().notNull(),
    whistleId: text(),
    org: text(),
    role: text(),
    task: text(),
    signAt: text(),
    signLate: integer({ mode: 'boolean' }),
    rejectReason: text(),
    rejectNote: text(),
    contactAt: text(),
    contactPlan: text(),
    agreedArriveAt: text(),
    arriveAt: text(),
    arriveLate: integer({ mode: 'boolean' }),
    arrivePlace: text(),
    isEnforcement: integer({ mode: 'boolean' }),
    /** JSON lists. */
    people: text(),
    certNos: text(),
    measures: text(),
    result: text(),
    caseRef: text(),
    assistWaived: text(),
    workedAt: text(),
    outcome: text(),
  },
  table => [index('whistle_branch_whistle').on(table.whistleId), index('whistle_branch_org').on(table.org)],
)

/** How bodies that were called were evaluated (reg.whistle-evaluations), one row for each of a whistle. */
export const whistleEvaluation = sqliteTable(
  'whistle_evaluation',
  {
    evaluationId: text().primaryKey(),
    evaluationSeq: integer().notNull(),
    whistleId: text(),
    org: text(),
    /** Who evaluates. */
    orgCode: text(),
    title: text(),
    signTimely: integer(),
    arriveTimely: integer(),
    effect: integer(),
    cooperate: integer(),
    comment: text(),
    /** Nobody evaluated in time: the score the limit gives. */
    byDefault: integer({ mode: 'boolean' }),
    evaluatedBy: text(),
    evaluatedAt: text(),
    isLow: integer({ mode: 'boolean' }),
    /** It counts in the two-way assessment. */
    isAssessed: integer({ mode: 'boolean' }),
    explanation: text(),
    improvement: text(),
    respondedBy: text(),
    respondedAt: text(),
  },
  table => [
    index('whistle_evaluation_order').on(table.evaluationSeq),
    index('whistle_evaluation_org').on(table.org, table.evaluationSeq),
    index('whistle_evaluation_whistle').on(table.whistleId),
  ],
)

/** The words by which whistles and evaluations are found; the number names the row. Clustered, without rowid. */
export const whistleWord = sqliteTable(
  'whistle_word',
  { register: text().notNull(), word: text().notNull(), seq: integer().notNull() },
  table => [primaryKey({ columns: [table.register, table.word, table.seq] })],
)
