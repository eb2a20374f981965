import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Who was recused from which case (回避), and has no part in it any more. Instants are UTC ms. */
export const recusal = sqliteTable(
  'recusal',
  {
    recusalId: text().primaryKey(),
    /** Empty where the instance belongs to no case. */
    caseNo: text().notNull(),
    processInstanceKey: text().notNull(),
    personId: text().notNull(),
    reason: text(),
    at: integer().notNull(),
  },
  table => [index('recusal_case').on(table.caseNo), index('recusal_instance').on(table.processInstanceKey)],
)
