import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'
import type { RegisterRecord } from '../../server/journal/act.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Tuesday, ten in the morning in Shanghai. */
export const NOW = '2026-11-24T02:00:00Z'

/** The built server with its demonstration, in a folder and a process of its own. */
export interface RunningServer {
  url: string
  /** Where its data lie. */
  folder: string
  /** Walks the journal and replays it, as `npm run verify` does, beside the running server. @returns what it printed. */
  verify(): Promise<{ code: number | null; printed: string }>
  /** Ends it and leaves its data. */
  stop(): Promise<void>
  /** Ends it and removes its data. */
  close(): Promise<void>
}

/** With what a server is started otherwise. */
export interface Start {
  settings?: Record<string, string>
  /** A filled demonstration to begin with a copy of; without it one is filled. */
  copyOf?: string
  /** More people and powers, entered before it starts; with them the password of the demonstration. */
  alsoHas?: readonly RegisterRecord[]
}

/** Starts what `npm start` starts; the office clock stands at the instant. @throws Error with what it printed when it ends before it listens. */
export async function startServer(clock: string, { settings, copyOf, alsoHas }: Start = {}): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'xunfa-e2e-'))
  if (copyOf !== undefined) await cp(copyOf, folder, { recursive: true })
  if (alsoHas) await enterInto(folder, clock, alsoHas)
  const server = run([], {
    ...{ PORT: '0', DEMO: 'yes', DEMO_SIZE: 'street', DATA_DIR: folder, CLOCK: clock },
    // Hashing at full cost would spend most of the time on signing in.
    ...{ LOG_LEVEL: 'silent', PASSWORD_MEMORY_KB: '8', DIRECT_PUBLISHING: 'yes' },
    ...settings,
  })
  const url = await addressOf(server)
  const stop = async () => {
    if (server.exitCode !== null) return
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  return {
    ...{ url, folder, stop },
    async verify() {
      const verifier = run(['verify'], { DATA_DIR: folder })
      const printed = printedBy(verifier)
      const [code] = (await once(verifier, 'exit')) as [number | null]
      return { code, printed: printed() }
    },
    async close() {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function enterInto(folder: string, clock: string, records: readonly RegisterRecord[]): Promise<void> {
  const settings = { DATA_DIR: folder, DEMO: 'yes', CLOCK: clock, LOG_LEVEL: 'silent', PASSWORD_MEMORY_KB: '8' }
  const app = await createApp({ config: readConfig(settings) })
  await app.enter([...records], DEMO_PASSWORD)
  await app.stop()
}

function run(args: string[], settings: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['server/cli/start.mjs', ...args], {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function printedBy(child: ChildProcess): () => string {
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
    })
  return () => printed
}

function addressOf(server: ChildProcess): Promise<string> {
  const printed = printedBy(server)
  return new Promise((resolve, reject) => {
    const read = () => {
      const address = /https?:\/\/[\w.[\]:-]+:\d+/.exec(printed())?.[0]
      if (address) resolve(address)
    }
    server.stdout?.on('data', read)
    server.on('exit', code => reject(new Error(`The server ended with ${code} before it listened:\n${printed()}`)))
  })
}
