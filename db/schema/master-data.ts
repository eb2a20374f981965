import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What streets are empowered to do (事项). Lists are JSON. Derived from register records, like every table here. */
export const enforcementItem = sqliteTable('enforcement_item', {
  itemCode: text().primaryKey(),
  name: text().notNull(),
  domain: text().notNull(),
  /** `penalty`, `coercion` or `inspection`. */
  actType: text().notNull(),
  /** Of the list it stands on: `city`, `district` or `street`. */
  level: text().notNull(),
  /** The department that held the power before. */
  department: text(),
  /** Articles with the days from and to which each holds. */
  basis: text().notNull(),
  /** Streets that may exercise it. */
  streets: text().notNull(),
  tags: text().notNull(),
  /** What may be imposed, in words of the article. */
  penaltyRange: text(),
  /** Articles that allow coercion on it, with their days; none: it is not coerced. */
  coercionBasis: text(),
  /** The decision table of its benchmark of discretion (裁量基准). */
  benchmarkDmn: text(),
  guideUrl: text(),
  /** `in-force`, `suspended` or `withdrawn`. */
  state: text().notNull(),
  /** Office dates, both included. */
  validFrom: text().notNull(),
  validTo: text(),
})

/** That a street took items over (赋权确认书), with the paper that says so. */
export const empowermentConfirmation = sqliteTable(
  'empowerment_confirmation',
  {
    docNo: text().primaryKey(),
    street: text().notNull(),
    department: text(),
    items: text().notNull(),
    signedOn: text().notNull(),
    validTo: text(),
    fileId: text(),
    fileName: text(),
  },
  table => [index('empowerment_confirmation_street').on(table.street)],
)

/** One duty of a street: its own, one it assists in, or one that was taken back. */
export const dutyList = sqliteTable(
  'duty_list',
  {
    dutyId: text().primaryKey(),
    street: text().notNull(),
    /** `basic`, `assist` or `withdrawn`. */
    listType: text().notNull(),
    name: text().notNull(),
    /** Who leads, or took it back. */
    department: text(),
    itemCode: text(),
    departmentDuty: text(),
    streetDuty: text(),
    validFrom: text().notNull(),
    validTo: text(),
  },
  table => [index('duty_list_street').on(table.street, table.listType)],
)

/** Who speaks for a department. */
export const liaison = sqliteTable(
  'liaison',
  {
    liaisonId: text().primaryKey(),
    department: text().notNull(),
    personId: text().notNull(),
    /** `main` or `substitute`. */
    standing: text().notNull(),
    phone: text(),
    validFrom: text().notNull(),
    validTo: text(),
  },
  table => [index('liaison_department').on(table.department)],
)

/** What becomes of an organisation from a day on; before the first of these it is as it was registered. */
export const organisationChange = sqliteTable(
  'organisation_change',
  {
    changeId: text().primaryKey(),
    orgId: text().notNull(),
    validFrom: text().notNull(),
    name: text().notNull(),
    entity: text().notNull(),
    parent: text(),
    kind: text(),
    /** `dissolved`, or nothing while it stands. */
    state: text(),
    /** What it was merged into. */
    successor: text(),
  },
  table => [index('organisation_change_of').on(table.orgId, table.validFrom)],
)

/** Every version of every parameter of the office that is no limit, as shipped and as the office set it. */
export const officeParameter = sqliteTable(
  'office_parameter',
  {
    parameterKey: text().notNull(),
    /** Of the entry that brought it. */
    seq: integer().notNull(),
    /** First office day on which it holds. */
    effectiveFrom: text().notNull(),
    /** JSON of the parameter itself, see server/registers/office-parameters. */
    value: text().notNull(),
    isShipped: integer({ mode: 'boolean' }).notNull(),
    changedBy: text().notNull(),
    changedAt: integer().notNull(),
    reason: text(),
  },
  table => [primaryKey({ columns: [table.parameterKey, table.seq] })],
)

/** Open tasks that nobody could do, and why; kept when somebody can again. */
export const unmannedTask = sqliteTable(
  'unmanned_task',
  {
    userTaskKey: integer().primaryKey(),
    processInstanceKey: integer().notNull(),
    /** JSON: for each group or person why not. */
    reasons: text().notNull(),
    foundAt: integer().notNull(),
    foundSeq: integer().notNull(),
    clearedAt: integer(),
    clearedSeq: integer(),
  },
  table => [index('unmanned_task_open').on(table.clearedAt)],
)
