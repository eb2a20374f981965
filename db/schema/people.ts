import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Derived from register records: see server/registers. */
export const organisation = sqliteTable('organisation', {
  orgId: text('org_id').primaryKey(),
  name: text('name').notNull(),
  /** The body in whose name it acts, for example the street office of its enforcement centre. */
  entity: text('entity').notNull(),
})

export const person = sqliteTable('person', {
  personId: text('person_id').primaryKey(),
  name: text('name').notNull(),
})

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
  },
  table => [index('appointment_person').on(table.personId)],
)

export const account = sqliteTable('account', {
  accountId: text('account_id').primaryKey(),
  personId: text('person_id').notNull(),
})

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
