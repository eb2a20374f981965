import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Who holds a post of the establishment (编制库), as the staffing office keeps it. Derived from register records, like every table here. */
export const staffMember = sqliteTable('staff_member', {
  personId: text().primaryKey(),
  org: text().notNull(),
  /** `civilServant`, `careerStaff` or `other`. */
  staffing: text().notNull(),
  post: text().notNull(),
  /** Row group of the table of retirement ages. */
  category: text(),
  /** `YYYY-MM`; the day is nobody's business. */
  bornIn: text(),
  /** Office dates, both included. */
  validFrom: text().notNull(),
  validTo: text(),
})

/** Hours of training that somebody was credited with. */
export const trainingHour = sqliteTable(
  'training_hour',
  {
    trainingId: text().primaryKey(),
    personId: text().notNull(),
    /** `common`, `professional` or `retraining`. */
    kind: text().notNull(),
    /** A number with one decimal at most, as written. */
    hours: text().notNull(),
    course: text().notNull(),
    /** `passed` or `failed`, where it was examined. */
    result: text(),
    /** Office date. */
    heldOn: text().notNull(),
  },
  table => [index('training_hour_person').on(table.personId)],
)

/** At which age people retire, by category and month of birth: the table is imported, no age is written into the program. */
export const retirementAge = sqliteTable('retirement_age', {
  ageId: text().primaryKey(),
  category: text().notNull(),
  /** `YYYY-MM`, both included; without an end it is open. */
  bornFrom: text().notNull(),
  bornTo: text(),
  /** In months. */
  ageMonths: text().notNull(),
  /** Office dates on which the row holds. */
  validFrom: text().notNull(),
  validTo: text(),
})

/** What was done about a certificate: one row for each application or disposal, from its beginning to its end. */
export const certificateMatter = sqliteTable(
  'certificate_matter',
  {
    matterId: text().primaryKey(),
    processInstanceKey: integer(),
    /** `new`, `reissue`, `renew`, `changeInfo`; `cancel`, `suspend`, `withdraw`, `restore`. */
    kind: text(),
    certType: text(),
    certNo: text(),
    oldCertNo: text(),
    holderId: text(),
    org: text(),
    reasonCode: text(),
    batchId: text(),
    docNo: text(),
    /** ISO instant from which it holds; none before it was approved. */
    effectiveAt: text(),
    /** Office date on which a suspension ends. */
    suspendUntil: text(),
    /** 1: only after a retraining that was passed. */
    retrain: integer(),
    /** `yes`, `refused` or `lost`. */
    collected: text(),
    /** ISO instant at which it was told to the province's platform. */
    reportedAt: text(),
    outcome: text(),
    outcomeReason: text(),
    begunAt: integer().notNull(),
    endedAt: integer(),
  },
  table => [
    index('certificate_matter_begun').on(table.begunAt, table.matterId),
    index('certificate_matter_certificate').on(table.certNo),
    index('certificate_matter_batch').on(table.batchId),
  ],
)

/** A month's look through all certificates (月度清理). */
export const cleanupBatch = sqliteTable('cleanup_batch', {
  /** `2026-09`. */
  batchId: text().primaryKey(),
  processInstanceKey: integer(),
  /** Units asked, as JSON: `[{ org, reporter }]`. */
  units: text(),
  /** Units that did not report, as JSON. */
  missing: text(),
  /** What was approved to be cancelled, as JSON: `[{ certNo, reasonCode, occurredAt }]`. */
  approved: text(),
  docNo: text(),
  /** Figures of the month, as JSON. */
  report: text(),
  outcome: text(),
  begunAt: integer().notNull(),
  endedAt: integer(),
})

/** What the office made known: circulars, certificates declared invalid, results of a clean-up (reg.notices). */
export const publicNotice = sqliteTable(
  'public_notice',
  {
    noticeId: text().primaryKey(),
    /** `circular`, `invalid`, `cleanup-result` or `told-holder`. */
    kind: text(),
    title: text(),
    text: text(),
    org: text(),
    /** Certificate, person or batch it is about. */
    refId: text(),
    publishedAt: integer().notNull(),
  },
  table => [index('public_notice_ref').on(table.refId)],
)
