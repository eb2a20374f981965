import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import type { RegisterRecord } from '../../server/journal/act.ts'
import { launchBrowser } from './browser.ts'
import { NOW, type RunningServer, startServer } from './running-server.ts'
import { type Look, openSeat, type Seat } from './seat.ts'

/** The office as people meet it: the built server with a copy of the demonstration, for the tests of one file. */
export interface OfficeInBrowser {
  readonly server: RunningServer
  /** Somebody at a browser of one's own until the test ends; nobody signed in when none is named. */
  seat(accountId?: string, look?: Look): Promise<Seat>
  /** The same, but who comes again sits where he sat, with what the browser has loaded: for many tests of single pages. */
  sameSeat(accountId?: string): Promise<Seat>
}

/** One browser for all files of a process, which ends with it; a browser for all processes would be reached through one more. */
let launched: Promise<Browser> | undefined

/** Opens the office before the first test of the file; every test leaves without a complaint of any of its browsers. */
export function useOffice(settings?: Record<string, string>, alsoHas?: readonly RegisterRecord[]): OfficeInBrowser {
  let server: RunningServer | undefined
  let browser: Browser | undefined
  let seats: Seat[] = []
  const kept = new Map<string | undefined, Seat>()

  beforeAll(async () => {
    const copyOf = inject('demonstration')
    server = await startServer(NOW, { copyOf, ...(settings && { settings }), ...(alsoHas && { alsoHas }) })
    launched ??= launchBrowser()
    browser = await launched
  })

  afterEach(async ({ task }) => {
    const taken = seats
    seats = []
    if (task.result?.state === 'fail') await keepPictures(task.name, taken)
    const complaints = [...taken, ...kept.values()].flatMap(seat => seat.complaints.splice(0))
    for (const { context } of taken) await context.close()
    expect(complaints).toEqual([])
  })

  afterAll(async () => {
    for (const { context } of kept.values()) await context.close()
    await server?.close()
  })

  return {
    get server() {
      return opened(server)
    },
    async seat(accountId, look) {
      const seat = await openSeat(opened(browser), look?.address ?? opened(server).url, accountId, look)
      seats.push(seat)
      return seat
    },
    async sameSeat(accountId) {
      const seat = kept.get(accountId) ?? (await openSeat(opened(browser), opened(server).url, accountId))
      kept.set(accountId, seat)
      return seat
    },
  }
}

/** What everybody saw when a test failed, as pictures beside each other. */
async function keepPictures(test: string, seats: readonly Seat[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'xunfa-failed-'))
  const pages = seats.flatMap(({ context }) => context.pages())
  for (const [index, page] of pages.entries()) await page.screenshot({ path: join(folder, `${index}.png`) })
  process.stdout.write(`What was on the screens when '${test}' failed: ${folder}\n`)
}

function opened<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('Expected the office to be open; it opens before the first test')
  return thing
}
