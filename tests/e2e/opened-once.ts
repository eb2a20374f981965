import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { NOW, startServer } from './running-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder with the demonstration as it was filled, to be copied. */
    demonstration: string
  }
}

/** Opens, before the first of the browser tests, what all of them need and none changes; the result closes it after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'xunfa-e2e-demo-'))
  const server = await startServer(NOW)
  await server.stop()
  await cp(server.folder, folder, { recursive: true })
  await server.close()
  project.provide('demonstration', folder)
  return async () => {
    await rm(folder, { recursive: true, force: true })
  }
}
