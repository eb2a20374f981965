import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Plans by which running instances go over to another version of their procedure. Instants are UTC ms. */
export const instanceMigration = sqliteTable('instance_migration', {
  migrationId: text().primaryKey(),
  processId: text().notNull(),
  sourceKey: text().notNull(),
  targetKey: text().notNull(),
  /** JSON: `[{ sourceElementId, targetElementId }]`. */
  mappings: text().notNull(),
  reason: text().notNull(),
  state: text({ enum: ['proposed', 'approved', 'refused'] }).notNull(),
  proposedBy: text().notNull(),
  proposedAt: integer().notNull(),
  decidedBy: text(),
  decidedAt: integer(),
  decisionReason: text(),
})

/** One row an instance of a plan: whether it has gone over, or why not. */
export const migratedInstance = sqliteTable(
  'migrated_instance',
  {
    /** `<migrationId>/<processInstanceKey>`. */
    rowId: text().primaryKey(),
    migrationId: text().notNull(),
    processInstanceKey: text().notNull(),
    caseNo: text(),
    state: text({ enum: ['waiting', 'migrated', 'failed', 'skipped', 'reverted'] }).notNull(),
    /** Why it failed or was passed over: an id of a sentence. */
    why: text(),
    /** What the engine said, in its own words. */
    detail: text(),
    at: integer(),
  },
  table => [index('migrated_instance_by_migration').on(table.migrationId, table.state)],
)
