import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Certificates that end, and suspensions that are over: what the clock began about each, once. */
export const certificateReminder = sqliteTable('certificate_reminder', {
  /** `renew/<certificate>` or `restore/<matter of the suspension>`. */
  reminderId: text().primaryKey(),
  /** `renew` or `restore`. */
  kind: text(),
  certificateId: text(),
  /** UTC ms. */
  begunAt: integer().notNull(),
})

/** What is told to the province's platform of a matter about certificates: sent, answered, failed, tried again. */
export const provinceReport = sqliteTable(
  'province_report',
  {
    reportId: text().primaryKey(),
    matterId: text(),
    certNo: text(),
    /** `listed`: for who carries it over by hand; `sent`, `answered`, `refused`, `failed`. */
    state: text(),
    attempts: integer(),
    /** What the last attempt came to, when it failed. */
    error: text(),
    /** ISO instants. */
    sentAt: text(),
    answeredAt: text(),
    receiptNo: text(),
    note: text(),
    /** Who entered the answer by hand. */
    enteredBy: text(),
    /** UTC ms. */
    begunAt: integer().notNull(),
  },
  table => [index('province_report_begun').on(table.begunAt, table.reportId)],
)

/** Goods kept as evidence (先行登记保存): one row a thing, from the request to where it went. */
export const preservedGood = sqliteTable(
  'preserved_good',
  {
    /** `<preservation>/<position>`. */
    goodId: text().primaryKey(),
    preservationId: text(),
    processInstanceKey: integer(),
    caseNo: text(),
    org: text(),
    position: integer(),
    name: text(),
    quantity: text(),
    spec: text(),
    place: text(),
    /** `mayLost` or `hardLater`. */
    reason: text(),
    /** ISO instant at which it was taken into keeping. */
    executedAt: text(),
    /** Number of the list of what was kept (D10). */
    listNo: text(),
    /** `return`, `release`, `seize`, `appraise`, `transfer`, `confiscate`; none before it was decided. */
    way: text(),
    basis: text(),
    /** Who receives what is transferred or sent for appraisal; of what is seized, the number of that. */
    movedTo: text(),
    /** Office date by which what was sent for appraisal comes back. */
    returnDueAt: text(),
    /** Number of the decision (D11), ISO instants of decision and service. */
    decisionNo: text(),
    decidedAt: text(),
    servedAt: text(),
    servedHow: text(),
    /** ISO instant, and who took it. */
    returnedAt: text(),
    receiver: text(),
    /** ISO instant at which the keeping lapsed undecided. */
    lapsedAt: text(),
    /** UTC ms. */
    begunAt: integer().notNull(),
  },
  table => [
    index('preserved_good_begun').on(table.begunAt, table.goodId),
    index('preserved_good_case').on(table.caseNo),
  ],
)
