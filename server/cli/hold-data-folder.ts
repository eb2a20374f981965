import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Another process works on the same data; two writers would each believe what they remember. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse'
}

/** Marks the folder as this process's; returns how to let it go. @throws DataFolderInUse */
export function holdDataFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const mark = join(folder, 'in-use-by')
  const holder = readHolder(mark)
  if (holder !== undefined && holder !== process.pid && isRunning(holder))
    throw new DataFolderInUse(`DATA_DIR: '${folder}' is in use by process ${holder}; stop it, or choose another folder`)
  writeFileSync(mark, String(process.pid))
  return () => rmSync(mark, { force: true })
}

function readHolder(mark: string): number | undefined {
  try {
    return Number(readFileSync(mark, 'utf8')) || undefined
  } catch {
    return undefined
  }
}

/** Signal 0 reaches whoever is there, and does nothing to him. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
