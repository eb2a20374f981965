import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from '../config.ts'

const markIn = (folder: string) => join(folder, 'demo-unfinished')

/** Refuses a folder in which a demonstration was begun and not filled to its end. @throws ConfigError */
export function refuseUnfinishedDemo(folder: string): void {
  if (!existsSync(markIn(folder))) return
  throw new ConfigError(
    `DATA_DIR: the demonstration in '${folder}' was interrupted while it was being filled; delete that folder and start again`,
  )
}

/** Marks the folder before its database is made; the result takes the mark away once the demonstration is whole. */
export function beginDemo(folder: string): () => void {
  writeFileSync(markIn(folder), '', { flush: true })
  return () => rmSync(markIn(folder))
}
