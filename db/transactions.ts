import type { Database } from 'better-sqlite3'

/** The engine's transactions: one per batch, and in it what may be taken back alone. */
export interface Transactions {
  run<T>(work: () => T): T
  /** @throws Error when no transaction is open. */
  savepoint<T>(work: () => T): T
  /** Something was written outside a savepoint. */
  noteWrite(): void
}

/**
 * The first savepoint of a transaction that has written nothing is the transaction itself: to take it back, SQLite rolls
 * back and begins again. A savepoint of SQLite's own keeps a copy of every page that changes, which a lone act never
 * needs.
 */
export function createTransactions(db: Database): Transactions {
  const transaction = db.transaction((work: () => unknown) => work())
  const begin = db.prepare('begin immediate')
  const rollback = db.prepare('rollback')
  let isFresh = false

  function startAgain(): void {
    // On some faults (a full disk) SQLite has ended the transaction already.
    if (!db.inTransaction) return
    rollback.run()
    begin.run()
    isFresh = true
  }

  return {
    run: <T>(work: () => T) =>
      transaction.immediate(() => {
        isFresh = true
        return work()
      }) as T,

    savepoint<T>(work: () => T) {
      // What follows a transaction that SQLite has ended must not become one of its own.
      if (!db.inTransaction) throw new Error('Expected an open transaction, but SQLite has ended it')
      if (!isFresh) return transaction(work) as T
      isFresh = false
      try {
        return work()
      } catch (error) {
        startAgain()
        throw error
      }
    },

    noteWrite() {
      isFresh = false
    },
  }
}
