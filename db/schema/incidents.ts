import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Incidents, open and resolved. */
export const incidentSummary = sqliteTable(
  'incident_summary',
  {
    incidentKey: integer().primaryKey(),
    processInstanceKey: integer().notNull(),
    processDefinitionKey: integer().notNull(),
    elementId: text().notNull(),
    elementInstanceKey: integer().notNull(),
    errorType: text().notNull(),
    errorMessage: text().notNull(),
    jobKey: integer(),
    variableScopeKey: integer().notNull(),
    createdAt: integer().notNull(),
    createdSeq: integer().notNull(),
    resolvedAt: integer(),
    resolvedSeq: integer(),
  },
  table => [
    index('incident_summary_instance').on(table.processInstanceKey),
    index('incident_summary_open').on(table.incidentKey).where(sql`resolved_at is null`),
  ],
)
