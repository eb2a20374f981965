import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Each use of a verb that the table of lawful verbs knows: who used it on which task, and under which verdict. Without rowid. */
export const guardedAct = sqliteTable(
  'guarded_act',
  {
    /** Of the entry. */
    seq: integer().notNull(),
    verb: text().notNull(),
    /** Kind of the task; null where its diagram does not say. */
    kind: text(),
    verdict: text({ enum: ['allowed', 'reason', 'second'] }).notNull(),
    /** UTC ms. */
    at: integer().notNull(),
    actorId: text().notNull(),
    /** Whose task it was before, and whose it is then. */
    fromId: text(),
    toId: text(),
    reason: text(),
    caseNo: text(),
    processInstanceKey: integer().notNull(),
    processDefinitionKey: integer().notNull(),
    userTaskKey: integer().notNull(),
    elementId: text().notNull(),
  },
  table => [
    primaryKey({ columns: [table.seq, table.verb] }),
    index('guarded_act_verb').on(table.verb, table.seq),
    index('guarded_act_instance').on(table.processInstanceKey),
  ],
)
