import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** User tasks, open and ended, clustered by instance so that a completion touches one page. Without rowid. */
export const inboxTask = sqliteTable(
  'inbox_task',
  {
    processInstanceKey: integer().notNull(),
    userTaskKey: integer().notNull(),
    processDefinitionKey: integer().notNull(),
    elementId: text().notNull(),
    elementInstanceKey: integer().notNull(),
    state: text({ enum: ['CREATING', 'CREATED', 'COMPLETED', 'CANCELED'] }).notNull(),
    /** The header `kind` of the diagram. */
    kind: text(),
    assignee: text(),
    /** JSON lists; absent when empty. */
    candidateGroups: text(),
    candidateUsers: text(),
    /** UTC ms; absent when the diagram sets none. */
    dueAt: integer(),
    followUpAt: integer(),
    priority: integer().notNull(),
    formKey: integer(),
    createdAt: integer().notNull(),
    createdSeq: integer().notNull(),
    endedAt: integer(),
    endedSeq: integer(),
    /** Who completed it, and for whom; absent on canceled ones. */
    completedBy: text(),
    completedFor: text(),
    action: text(),
    /** That of its instance when it was created: by it supervisors find it. */
    org: text(),
  },
  table => [
    primaryKey({ columns: [table.processInstanceKey, table.userTaskKey] }),
    uniqueIndex('inbox_task_key').on(table.userTaskKey),
    index('inbox_task_done').on(table.completedBy, table.endedSeq).where(sql`completed_by is not null`),
  ],
)

/**
 * Open tasks by whose they are: the assignee's queue, or those of the candidates (`queue-names.ts`), in the order they
 * are shown. Clustered, without rowid; the first page of an inbox reads nothing else.
 */
export const inboxQueue = sqliteTable(
  'inbox_queue',
  {
    queue: text().notNull(),
    /** UTC ms; NO_DUE_DATE when there is none, so that these come last. */
    dueAt: integer().notNull(),
    userTaskKey: integer().notNull(),
    processInstanceKey: integer().notNull(),
    processDefinitionKey: integer().notNull(),
  },
  table => [primaryKey({ columns: [table.queue, table.dueAt, table.userTaskKey] })],
)
