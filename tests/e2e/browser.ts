import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const NO_SANDBOX = ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb']

/**
 * A Chromium without window: the system's, else the one CHROMIUM_PATH names, else the one a development dependency brings.
 * @throws Error naming the package to install when there is none.
 */
export async function launchBrowser(): Promise<Browser> {
  return await chromium.launch(await findChromium())
}

/** A Chromium with a profile of its own in a folder, which may be killed like any other program. */
export interface OwnBrowser {
  browser: Browser
  /** Ends it as a power cut would: it writes nothing any more. */
  kill(): Promise<void>
}

/** Starts one; on the folder of one that was killed it finds what that had kept. */
export async function startOwnBrowser(folder: string): Promise<OwnBrowser> {
  const { executablePath = '', args = [] } = await findChromium()
  const own = [
    `--user-data-dir=${folder}`,
    '--remote-debugging-port=0',
    '--headless=new',
    '--no-first-run',
    // What a new profile fetches and prepares by itself takes longer than the test.
    ...['--disable-background-networking', '--disable-component-update', '--disable-default-apps', '--disable-sync'],
    ...['--disable-extensions', '--disable-dev-shm-usage', '--no-default-browser-check', '--metrics-recording-only'],
    '--lang=zh-CN',
  ]
  // A group of its own: its helpers must not outlive it.
  const program = spawn(executablePath, [...args, ...own], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const browser = await chromium.connectOverCDP(await addressOf(program))
  return {
    browser,
    async kill() {
      const ended = once(program, 'exit')
      if (program.pid !== undefined) process.kill(-program.pid, 'SIGKILL')
      await ended
    },
  }
}

function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    program.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    })
    program.on('error', reject)
    program.on('exit', code => reject(new Error(`Expected a browser to be reached, found its end (${code}):\n${said}`)))
  })
}

async function findChromium(): Promise<LaunchOptions> {
  const found = onPath() ?? process.env.CHROMIUM_PATH
  if (found) return { executablePath: found, args: NO_SANDBOX }
  const bundled = await bundledChromium()
  return { executablePath: bundled.path, args: [...bundled.args, ...NO_SANDBOX] }
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap(folder => NAMES.map(name => join(folder, name))).find(file => existsSync(file))
}

async function bundledChromium(): Promise<{ path: string; args: string[] }> {
  try {
    const { default: bundled } = await import('@sparticuz/chromium')
    return { path: await bundled.executablePath(), args: bundled.args }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(
      `Expected a Chromium on PATH (apt-get install chromium), in CHROMIUM_PATH, or the package @sparticuz/chromium (npm ci); found none: ${why}`,
    )
  }
}
