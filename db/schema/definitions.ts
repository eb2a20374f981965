import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Deployed versions of processes, with how much runs on each. */
export const definitionSummary = sqliteTable(
  'definition_summary',
  {
    processDefinitionKey: integer().primaryKey(),
    bpmnProcessId: text().notNull(),
    version: integer().notNull(),
    versionTag: text(),
    name: text(),
    resourceName: text().notNull(),
    checksum: text().notNull(),
    deploymentKey: integer().notNull(),
    deployedAt: integer().notNull(),
    deployedSeq: integer().notNull(),
    running: integer().notNull(),
    incidents: integer().notNull(),
    /** Since when nothing new may begin with it; what was done with it stays readable. */
    deletedAt: integer(),
  },
  table => [index('definition_summary_version').on(table.bpmnProcessId, table.version)],
)

/** Deployed versions of forms; the content lies with the engine's resources, by checksum. */
export const formSummary = sqliteTable(
  'form_summary',
  {
    formKey: integer().primaryKey(),
    formId: text().notNull(),
    version: integer().notNull(),
    versionTag: text(),
    resourceName: text().notNull(),
    checksum: text().notNull(),
    deploymentKey: integer().notNull(),
    deletedAt: integer(),
  },
  table => [index('form_summary_version').on(table.formId, table.version)],
)
