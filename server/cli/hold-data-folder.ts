import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'

/** Another process works on the same data; two writers would each believe what they remember. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse'
}

/** Marks the folder as this process's; returns how to let it go. @throws DataFolderInUse */
export function holdDataFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const mark = join(folder, 'in-use-by')
  const lock = lockOf(join(folder, 'in-use.lock'))
  if (!lock) {
    const holder = readHolder(mark)
    throw new DataFolderInUse(`DATA_DIR: '${folder}' is in use by ${holder}; stop it, or choose another folder`)
  }
  writeFileSync(mark, String(process.pid))
  return () => {
    rmSync(mark, { force: true })
    lock.close()
  }
}

/**
 * A lock of the operating system, by way of SQLite. It ends with its process, however that ends; a number in a file would
 * outlive a crash and then mean whichever program got it next, or nobody in another container.
 */
function lockOf(path: string): Database | undefined {
  const lock = new Sqlite(path, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return undefined
    throw error
  }
}

/** For the message alone. */
function readHolder(mark: string): string {
  try {
    return `process ${readFileSync(mark, 'utf8')}`
  } catch {
    return 'another process'
  }
}
