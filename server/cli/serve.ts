import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve as listen } from '@hono/node-server'
import { demoBegins, seedDemo } from '../../db/seed/seed-demo.ts'
import { demoAccounts } from '../api/demo-accounts.ts'
import { type App, createApp, databaseIn } from '../app.ts'
import { createOfficeClock, type OfficeClock } from '../clock/office-clock.ts'
import { type Config, ConfigError } from '../config.ts'
import { DEMO_PASSWORD } from '../identity/passwords.ts'
import { holdDataFolder } from './hold-data-folder.ts'
import { beginDemo, refuseUnfinishedDemo } from './unfinished-demo.ts'

/** After this a request that is still under way is cut off, ms. */
const STOP_PATIENCE_MS = 5000

/** Where the product's parts lie. */
export interface ProductFolders {
  migrationsFolder: string
  uiFolder: string
  workflowsFolder: string
  protoFolder: string
}

/** Serves until SIGTERM or SIGINT; then finishes what was accepted and loses nothing. */
export async function serve(given: Config, folders: ProductFolders): Promise<void> {
  const config = withDemo(given)
  const release = holdDataFolder(config.DATA_DIR)
  let app: App | undefined
  try {
    refuseUnfinishedDemo(config.DATA_DIR)
    const { today, clock } = clockOf(config)
    const finishDemo = clock && beginDemo(config.DATA_DIR)
    app = await createApp({ config, ...folders, ...(clock && { clock }) })
    checkDemo(app, given)
    await app.shipProcedures(folders.workflowsFolder)
    app.start()
    if (app.isNew && app.house.isDemo) {
      process.stdout.write('Filling the demonstration …\n')
      await seedDemo(app, { now: today, size: config.DEMO_SIZE })
    }
    finishDemo?.()
    if (clock) setToday(clock, config, today)
    const server = await open(app, config)
    const gatewayPort = await app.openGateway()
    stopOnSignal(app, server, release)
    process.stdout.write(greeting(app, config, server.address() as AddressInfo))
    if (gatewayPort !== undefined) process.stdout.write(`Zeebe clients: port ${gatewayPort}\n`)
  } catch (error) {
    await app?.stop()
    release()
    throw error
  }
}

/** A new demonstration begins in the past, so that its acts are spread over some days. */
function clockOf(config: Config): { today: number; clock: OfficeClock | undefined } {
  const today = config.CLOCK === undefined ? Date.now() : Date.parse(config.CLOCK)
  const isNewDemo = config.DEMO === 'yes' && !existsSync(databaseIn(config.DATA_DIR))
  return { today, clock: isNewDemo ? createOfficeClock(demoBegins(today, config.DEMO_SIZE)) : undefined }
}

/** Without a word about it, a first start in the default folder is a demonstration. */
function withDemo(config: Config): Config {
  return { ...config, DEMO: config.DEMO ?? (config.DATA_DIR === '.data' ? 'yes' : 'no') }
}

/** The passwords of a demonstration are known to everybody: it never becomes an office, nor an office a demonstration. */
function checkDemo({ house }: App, { DEMO, DATA_DIR }: Config): void {
  if (DEMO === undefined || (DEMO === 'yes') === house.isDemo) return
  const found = house.isDemo ? 'a demonstration' : 'a real office'
  throw new ConfigError(`DEMO: found '${DEMO}', but the database in '${DATA_DIR}' is ${found}; choose another DATA_DIR`)
}

function setToday(clock: OfficeClock, { CLOCK }: Config, today: number): void {
  if (CLOCK === undefined) clock.release()
  else clock.set(today)
}

function open(app: App, { PORT, HOST }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, port: PORT, hostname: HOST }, () => resolve(server)) as Server
    server.on('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      reject(isTaken ? new ConfigError(`PORT: ${PORT} of ${HOST} is in use; choose another one`) : error)
    })
  })
}

function greeting({ house }: App, { HOST, PUBLIC_URL }: Config, { port }: AddressInfo): string {
  const host = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST
  const address = PUBLIC_URL ?? `http://${host}:${port}`
  const lines = [`循法 Xunfa  ${address}`]
  if (house.isDemo) {
    const accounts = demoAccounts(house, 'zh')
    const first = accounts.filter(({ kind }, index) => index === accounts.findIndex(other => other.kind === kind))
    lines.push('', `Demo accounts, one of each kind, all with the password ${DEMO_PASSWORD}:`)
    for (const { accountId, name, roleName } of first) lines.push(`  ${accountId.padEnd(18)}${name}  ${roleName}`)
    lines.push(`  ${accounts.length - first.length} more stand on the sign-in page.`)
  }
  const { token } = house.setUp
  if (token !== undefined) lines.push('', `No administrator yet. Set up, once: ${address}/set-up?token=${token}`)
  return `${lines.join('\n')}\n`
}

function stopOnSignal(app: App, server: Server, release: () => void): void {
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    const closed = new Promise(resolve => server.close(resolve))
    app.house.closing.abort()
    const cutOff = setTimeout(() => server.closeAllConnections(), STOP_PATIENCE_MS)
    server.closeIdleConnections()
    await closed
    clearTimeout(cutOff)
    await app.stop()
    release()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      stop().catch((error: unknown) => {
        app.house.log.error({ err: error }, 'stopping failed')
        process.exitCode = 1
      })
    })
}
