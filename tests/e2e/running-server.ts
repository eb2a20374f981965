import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The built server with its demonstration, in a folder and a process of its own. */
export interface RunningServer {
  url: string
  close(): Promise<void>
}

/** Starts what `npm start` starts; the office clock stands at the instant. @throws Error with what it printed when it ends before it listens. */
export async function startServer(clock: string): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'xunfa-e2e-'))
  const server = spawn(process.execPath, ['server/cli/start.mjs'], {
    env: { ...process.env, PORT: '0', DEMO: 'yes', DATA_DIR: folder, CLOCK: clock, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await addressOf(server)
  return {
    url,
    async close() {
      if (server.exitCode === null) {
        server.kill('SIGTERM')
        await once(server, 'exit')
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const read = (chunk: Buffer) => {
      printed += chunk.toString()
      const address = /https?:\/\/[\w.[\]:-]+:\d+/.exec(printed)?.[0]
      if (address) resolve(address)
    }
    server.stdout?.on('data', read)
    server.stderr?.on('data', read)
    server.on('exit', code => reject(new Error(`The server ended with ${code} before it listened:\n${printed}`)))
  })
}
