import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ZBClient } from 'zeebe-node'
import { demoRegister } from '../../db/seed/people.ts'
import { type App, createApp } from '../../server/app.ts'
import { createOfficeClock } from '../../server/clock/office-clock.ts'
import { readConfig } from '../../server/config.ts'
import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'

/** A house with its Zeebe doors open on a free port, and clients of it. */
export interface ZeebeOffice {
  app: App
  folder: string
  port: number
  /** The public client, over a real socket. */
  client(): ZBClient
  /** A request to REST v2, and its answer. */
  rest(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<RestAnswer>
  close(): Promise<void>
}

export interface RestAnswer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever came
  body: any
  headers: Headers
}

/** Where the clock of these houses stands. */
export const NOW = Date.parse('2026-11-24T02:00:00Z')

/** Opens one; a demonstration without its cases unless `settings` say otherwise. */
export async function openZeebeOffice(
  settings: Record<string, string> = {},
  kept?: { folder: string },
): Promise<ZeebeOffice> {
  const folder = kept?.folder ?? (await mkdtemp(join(tmpdir(), 'xunfa-zeebe-')))
  const config = readConfig({
    DATA_DIR: folder,
    DEMO: 'yes',
    LOG_LEVEL: 'error',
    PASSWORD_MEMORY_KB: '8',
    ZEEBE_GATEWAY: '127.0.0.1:0',
    DIRECT_PUBLISHING: 'yes',
    ...settings,
  })
  const app = await createApp({ config, clock: createOfficeClock(NOW) })
  if (app.isNew) await app.enter(demoRegister, DEMO_PASSWORD)
  app.start()
  const port = (await app.openGateway())!
  const clients: ZBClient[] = []
  return {
    app,
    folder,
    port,
    client() {
      const client = new ZBClient(`127.0.0.1:${port}`, { loglevel: 'NONE', retry: false })
      clients.push(client)
      return client
    },
    rest: (method, path, body, headers = {}) => ask(app, method, path, body, headers),
    async close() {
      await Promise.all(clients.map(client => client.close()))
      await app.stop()
      if (!kept) await rm(folder, { recursive: true, force: true })
    },
  }
}

async function ask(
  { request }: App,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<RestAnswer> {
  const isRaw = typeof body === 'string' || body instanceof FormData
  const type: Record<string, string> = isRaw || body === undefined ? {} : { 'content-type': 'application/json' }
  const answer = await request(`/v2${path}`, {
    method,
    headers: { ...type, ...headers },
    ...(body !== undefined && { body: isRaw ? body : JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text), headers: answer.headers }
}
