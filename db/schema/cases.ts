import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Cases of enforcement (reg.cases). The number of the entry that registered a case orders the lists. */
export const enforcementCase = sqliteTable(
  'enforcement_case',
  {
    caseSeq: integer().primaryKey(),
    caseNo: text().notNull().unique(),
    /** The street in whose name it is handled. */
    orgCode: text().notNull(),
    itemCode: text().notNull(),
    title: text().notNull(),
    source: text().notNull(),
    place: text(),
    /** Office dates; the conduct decides which law applies. */
    discoveredOn: text().notNull(),
    conductFrom: text().notNull(),
    conductTo: text(),
    partyId: text().notNull(),
    facts: text(),
    basis: text(),
    proposedPenalty: text(),
    hearingEndedOn: text(),
    /** JSON list of the situations of article 58 the handlers know of; reviews may find more. */
    clause58: text().notNull(),
    filedAt: integer().notNull(),
    filedBy: text().notNull(),
    /** Written by the system with each change that a review must not have missed. */
    lastMaterialChangeAt: integer().notNull(),
    runningReviews: integer().notNull(),
    /** `filed`, `reviewing` while a review runs, `closed` at the end. */
    state: text().notNull(),
    /** 结案: when, by whom and on which ground. */
    closedAt: integer(),
    closedBy: text(),
    closeReason: text(),
  },
  table => [
    index('enforcement_case_org').on(table.orgCode, table.caseSeq),
    index('enforcement_case_state').on(table.orgCode, table.state, table.caseSeq),
    index('enforcement_case_item').on(table.orgCode, table.itemCode, table.caseSeq),
    index('enforcement_case_party').on(table.partyId, table.caseSeq),
  ],
)

/** Who was ever registered as a handler of a case; one that left keeps a part in its history. Clustered, without rowid. */
export const caseOfficer = sqliteTable(
  'case_officer',
  {
    caseNo: text().notNull(),
    personId: text().notNull(),
    caseSeq: integer().notNull(),
    /** The enforcement certificate as it was when the person became a handler. */
    certificateNumber: text(),
    certificateValidTo: text(),
    since: integer().notNull(),
    until: integer(),
  },
  table => [
    primaryKey({ columns: [table.caseNo, table.personId] }),
    index('case_officer_person').on(table.personId, table.caseSeq).where(sql`until is null`),
  ],
)

/** What was changed in a case, material to its review or not. Clustered, without rowid. */
export const caseChange = sqliteTable(
  'case_change',
  {
    caseNo: text().notNull(),
    seq: integer().notNull(),
    kind: text().notNull(),
    isMaterial: integer({ mode: 'boolean' }).notNull(),
    /** What it was and what it became, as text. */
    before: text(),
    after: text(),
    reason: text().notNull(),
    changedBy: text().notNull(),
    happenedAt: integer().notNull(),
    recordedAt: integer().notNull(),
  },
  table => [primaryKey({ columns: [table.caseNo, table.seq] })],
)

/** Files of a case: evidence and other material. Clustered, without rowid. */
export const caseMaterial = sqliteTable(
  'case_material',
  {
    caseNo: text().notNull(),
    fileId: text().notNull(),
    kind: text().notNull(),
    name: text().notNull(),
    size: integer().notNull(),
    type: text().notNull(),
    addedBy: text().notNull(),
    addedAt: integer().notNull(),
    removedAt: integer(),
  },
  table => [primaryKey({ columns: [table.caseNo, table.fileId] }), index('case_material_file').on(table.fileId)],
)

/** Parties of cases (reg.parties); what is personal in them stands in the journal as commitments only. */
export const party = sqliteTable(
  'party',
  {
    partySeq: integer().primaryKey(),
    partyId: text().notNull().unique(),
    /** The street whose officers entered it. */
    orgCode: text().notNull(),
    partyType: text().notNull(),
    partyName: text(),
    tradeName: text(),
    idType: text(),
    idNumber: text(),
    creditCode: text(),
    legalRep: text(),
    repIdNumber: text(),
    gender: text(),
    birthDate: text(),
    partyAddress: text(),
    partyPhone: text(),
    serviceAddress: text(),
    guardian: text(),
    isEnterprise: integer({ mode: 'boolean' }).notNull(),
  },
  table => [
    index('party_org').on(table.orgCode, table.partySeq),
    index('party_id_number').on(table.orgCode, table.idNumber).where(sql`id_number is not null`),
    index('party_credit_code').on(table.orgCode, table.creditCode).where(sql`credit_code is not null`),
  ],
)

/** Words of two characters by which rows of a register are found. Clustered, without rowid. */
export const registerWord = sqliteTable(
  'register_word',
  { register: text().notNull(), orgCode: text().notNull(), word: text().notNull(), seq: integer().notNull() },
  table => [primaryKey({ columns: [table.register, table.orgCode, table.word, table.seq] })],
)

/** Legal reviews (reg.reviews), one for each instance of the procedure. Instants are UTC ms. */
export const review = sqliteTable(
  'review',
  {
    processInstanceKey: integer().primaryKey(),
    reviewId: text(),
    /** As it was when the review began; nothing that is set later moves it to another case. */
    caseNo: text().notNull(),
    orgCode: text().notNull(),
    reviewType: text(),
    stage: text(),
    round: integer().notNull(),
    /** JSON list: every situation of article 58 that was found, none is ever taken back. */
    clause58: text().notNull(),
    isHardGate: integer({ mode: 'boolean' }).notNull(),
    startedAt: integer().notNull(),
    startedSeq: integer().notNull(),
    endedAt: integer(),
    /** `passed`, `returned`, `not-passed`, `transferred`, or `canceled`. */
    outcome: text(),
    outcomeReason: text(),
    /** When the reviewers' last opinion made it pass; of a review that passed on anybody else's word there is none. */
    passedAt: integer(),
  },
  table => [
    // Each goes on with the key of the row, which is the order of the lists.
    index('review_case').on(table.caseNo),
    index('review_org').on(table.orgCode),
    index('review_outcome').on(table.orgCode, table.outcome),
  ],
)

/** Open tasks of reviews, to know what is completed. */
export const reviewTask = sqliteTable('review_task', {
  userTaskKey: integer().primaryKey(),
  processInstanceKey: integer().notNull(),
  kind: text().notNull(),
})

/** One opinion of one round: who gave it, with which qualification at that act. Clustered, without rowid. */
export const reviewOpinion = sqliteTable(
  'review_opinion',
  {
    processInstanceKey: integer().notNull(),
    seq: integer().notNull(),
    round: integer().notNull(),
    /** `first`, `second`, `reconcile`, `re`; `ruling` and `leader` are those of heads, which never make it pass. */
    step: text().notNull(),
    elementId: text().notNull(),
    /** Nobody, when it was not a person. */
    personId: text(),
    role: text(),
    org: text(),
    opinion: text().notNull(),
    /** Of a second opinion: whether it is that of the first; of a reconciliation: whether it succeeded. */
    isConcurring: integer({ mode: 'boolean' }),
    reason: text(),
    /** JSON of the qualification as of the act. */
    qualification: text(),
    /** JSON: each person who gave it, when more than one. */
    signers: text(),
    /** JSON of the eight points with their findings. */
    checklist: text(),
    at: integer().notNull(),
  },
  table => [primaryKey({ columns: [table.processInstanceKey, table.seq] })],
)

/** Documents the house made, each with its number: gap-free per series and year. */
export const document = sqliteTable(
  'document',
  {
    documentSeq: integer().primaryKey(),
    /** `D19` … */
    template: text().notNull(),
    docNo: text().notNull().unique(),
    /** Street and kind of document; with the year it numbers. */
    series: text().notNull(),
    year: integer().notNull(),
    number: integer().notNull(),
    orgCode: text().notNull(),
    caseNo: text(),
    bizKey: text(),
    processInstanceKey: integer(),
    round: integer(),
    /** The job that asked for it: asked again, it is the same document. */
    jobKey: text(),
    fileId: text().notNull(),
    name: text().notNull(),
    size: integer().notNull(),
    madeAt: integer().notNull(),
  },
  table => [
    index('document_series').on(table.series, table.year, table.number),
    index('document_case').on(table.caseNo),
    index('document_job').on(table.jobKey),
    index('document_instance').on(table.processInstanceKey),
    index('document_file').on(table.fileId),
  ],
)
