import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Derived from register records: see server/registers. */
export const organisation = sqliteTable('organisation', {
  orgId: text('org_id').primaryKey(),
  name: text('name').notNull(),
  /** The body in whose name it acts, for example the street office of its enforcement centre. */
  entity: text('entity').notNull(),
  /** The organisation above it; none for the top of a tree. */
  parent: text('parent'),
  /** What kind of body it is: see ORGANISATION_KINDS. */
  kind: text('kind'),
})

export const person = sqliteTable(
  'person',
  { personId: text('person_id').primaryKey(), name: text('name').notNull() },
  table => [index('person_name').on(table.name, table.personId)],
)

export const appointment = sqliteTable(
  'appointment',
  {
    appointmentId: text('appointment_id').primaryKey(),
    personId: text('person_id').notNull(),
    role: text('role').notNull(),
    org: text('org').notNull(),
    /** Office dates, both included. */
    validFrom: text('valid_from').notNull(),
    validTo: text('valid_to'),
    /** `acting` stands in for somebody; nothing: holds the office himself. */
    capacity: text('capacity'),
    /** Instant at which it was ended during its last day; then that day no longer counts. */
    endedAt: text('ended_at'),
  },
  table => [index('appointment_person').on(table.personId), index('appointment_group').on(table.role, table.org)],
)

export const account = sqliteTable('account', {
  accountId: text('account_id').primaryKey(),
  personId: text('person_id').notNull(),
  /** `locked`, or `active`, or nothing, which is active. */
  state: text('state'),
})

/** An enforcement or supervision certificate, as issued. */
export const certificate = sqliteTable(
  'certificate',
  {
    certificateId: text('certificate_id').primaryKey(),
    personId: text('person_id').notNull(),
    kind: text('kind').notNull(),
    number: text('number').notNull(),
    /** Office dates, both included. */
    validFrom: text('valid_from').notNull(),
    validTo: text('valid_to').notNull(),
  },
  table => [
    index('certificate_person').on(table.personId),
    index('certificate_valid_to').on(table.validTo, table.certificateId),
  ],
)

/** What became of a certificate, and from when; expiry is not here, it follows from the date. */
export const certificateState = sqliteTable(
  'certificate_state',
  {
    stateId: text('state_id').primaryKey(),
    certificateId: text('certificate_id').notNull(),
    state: text('state').notNull(),
    /** ISO instant; may be earlier than the act. */
    effectiveAt: text('effective_at').notNull(),
    reason: text('reason').notNull(),
    /** ISO instant; null for what was entered before both times were kept. */
    recordedAt: text('recorded_at'),
    /** Why it was entered late. */
    lateReason: text('late_reason'),
  },
  table => [index('certificate_state_of').on(table.certificateId, table.effectiveAt)],
)

/** What somebody may review, under the law on administrative penalties, article 58. */
export const qualification = sqliteTable('qualification', {
  personId: text('person_id').primaryKey(),
  /** Number of the national legal qualification, if there is one. */
  number: text('number'),
  grantedOn: text('granted_on'),
  /** First day as a legal reviewer of penalty decisions. */
  reviewerSince: text('reviewer_since'),
  /** Why somebody without the qualification may review all the same. */
  exemption: text('exemption'),
})

/** Which entries changed a person or an organisation. Clustered, without rowid. */
export const registerEntry = sqliteTable(
  'register_entry',
  { subject: text('subject').notNull(), seq: integer('seq').notNull() },
  table => [primaryKey({ columns: [table.subject, table.seq] })],
)

/** What came with the product, by content: only these versions may an upgrade replace. */
export const shippedResource = sqliteTable(
  'shipped_resource',
  { resourceId: text('resource_id').notNull(), checksum: text('checksum').notNull() },
  table => [primaryKey({ columns: [table.resourceId, table.checksum] })],
)

export const file = sqliteTable(
  'file',
  {
    fileId: text('file_id').notNull(),
    putBy: text('put_by').notNull(),
    name: text('name').notNull(),
    size: integer('size').notNull(),
    type: text('type').notNull(),
  },
  table => [primaryKey({ columns: [table.fileId, table.putBy] })],
)

/** Which instances speak of a file in a variable: who sees one of them may open it. */
export const fileUse = sqliteTable(
  'file_use',
  { fileId: text('file_id').notNull(), processInstanceKey: integer('process_instance_key').notNull() },
  table => [primaryKey({ columns: [table.fileId, table.processInstanceKey] })],
)
