import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Procedures that another procedure or a program outside started once and for all under a key. Instants are UTC ms. */
export const procedureStart = sqliteTable('procedure_start', {
  /** `<process or message>/<business key>`. */
  startId: text().primaryKey(),
  /** Absent only if the start reached an instance that was running. */
  processInstanceKey: integer(),
  seq: integer().notNull(),
  at: integer().notNull(),
})

/** Instances that a job of another instance began: by a message, or by starting a procedure. */
export const instanceOrigin = sqliteTable(
  'instance_origin',
  {
    processInstanceKey: integer().primaryKey(),
    fromInstanceKey: integer().notNull(),
    seq: integer().notNull(),
  },
  table => [index('instance_origin_from').on(table.fromInstanceKey)],
)
