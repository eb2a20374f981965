import { createHash } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where furnished folders are kept for all processes of one test run; without it each process keeps its own. */
const shared = process.env.FURNISHED_FOLDERS
const own = new Map<string, Promise<string>>()

/**
 * A new folder with a copy of what `furnish` put into the first one of this name: publishing every procedure takes ten times as long as copying the file.
 * The name says all that the result depends on.
 */
export async function furnishedFolder(name: string, furnish: (folder: string) => Promise<void>): Promise<string> {
  const known = own.get(name) ?? firstOf(name, furnish)
  own.set(name, known)
  const folder = await mkdtemp(join(tmpdir(), 'xunfa-office-'))
  await cp(await known, folder, { recursive: true })
  return folder
}

async function firstOf(name: string, furnish: (folder: string) => Promise<void>): Promise<string> {
  const kept = shared && join(shared, createHash('sha256').update(name).digest('hex'))
  if (kept && existsSync(kept)) return kept
  const folder = await mkdtemp(join(shared ?? tmpdir(), 'xunfa-furnished-'))
  if (!shared) process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  await furnish(folder)
  return kept ? await keptAs(folder, kept) : folder
}

/** Another process may have been quicker; then its folder holds. */
async function keptAs(folder: string, kept: string): Promise<string> {
  try {
    await rename(folder, kept)
  } catch {
    await rm(folder, { recursive: true, force: true })
  }
  return kept
}
