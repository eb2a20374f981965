import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, createApp } from '../../server/app.ts'
import { createOfficeClock } from '../../server/clock/office-clock.ts'
import { readConfig } from '../../server/config.ts'
import { signIn, type Visitor, visitor } from './visitor.ts'

/** A real office on its first day: one administrator, nobody else. */
export interface EmptyOffice {
  app: App
  admin: Visitor
  close(): Promise<void>
}

/** Tuesday, ten in the morning in Shanghai. */
const NOW = Date.parse('2026-11-24T02:00:00Z')
export const ADMIN_PASSWORD = 'harbour seven lantern'

/** Opens it and follows the set-up link. */
export async function openEmptyOffice(): Promise<EmptyOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'xunfa-empty-'))
  const config = readConfig({ DATA_DIR: folder, DEMO: 'no', PASSWORD_MEMORY_KB: '8', LOG_LEVEL: 'error' })
  const app = await createApp({ config, clock: createOfficeClock(NOW) })
  const token = app.house.setUp.token ?? ''
  await visitor({ app }).request('POST', '/set-up', {
    ...{ token, accountId: 'admin-bai', name: '白管理' },
    password: ADMIN_PASSWORD,
  })
  return {
    app,
    admin: await signIn({ app }, 'admin-bai', ADMIN_PASSWORD),
    async close() {
      await app.stop()
      await rm(folder, { recursive: true })
    },
  }
}
