import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../engine/index.ts'
import type { Channel } from '../notifications/channels/channel.ts'
import { publishFiles } from './publish-files.ts'
import { recordingChannels } from './recorded-effects.ts'
import { type OpenedHouse, openRehearsalOffice, type RehearsalOffice } from './rehearsal-office.ts'
import { openReplays, type Replays } from './replay/open-replays.ts'
import type { BundleFile } from './scenario.ts'
import { openTrial, type Trial } from './trial.ts'

/** What app.ts hands over. */
export interface RehearsalTools {
  /** Of the real office: rehearsals begin when it is now. */
  clock: { now(): Instant }
  /** Path of the real office's database. */
  office: string
  /** Where rehearsal offices lie; emptied when the real one opens. */
  folder: string
  /** Whether the real office sends mail. */
  hasMail: boolean
  openHouse(folder: string, instant: Instant, channels: readonly Channel[]): Promise<OpenedHouse>
  /** Writes an empty database with all tables. */
  makeTemplate(path: string): void
}

/** How an office is opened for a run. */
export interface HowOpened {
  /** When it is there; default: now. */
  instant?: Instant
  /** Nothing happens in it by itself but timers. */
  isStill?: boolean
}

/** There are as many rehearsals open as the machine is to carry. */
export class TooManyRehearsals extends Error {
  override readonly name = 'TooManyRehearsals'
}

/** The offices that are thrown away: those somebody tries something in, and those that runs are made in. */
export interface Rehearsals {
  /**
   * Publishes files in one that stays until it is closed, or nobody has used it for long.
   * @throws TooManyRehearsals, NotPlayable
   */
  open(files: readonly BundleFile[], openedBy: string): Promise<Trial>
  /** One that is open, for use: its time begins again. */
  find(id: string): Trial | undefined
  drop(id: string): Promise<void>
  /** Does something in an office of its own and throws it away; one after the other, so the house has time for its cases. */
  inOffice<T>(work: (office: RehearsalOffice) => Promise<T>, how?: HowOpened): Promise<T>
  /** Finished cases told again in drafts. */
  replays: Replays
  close(): Promise<void>
}

const MOST_OPEN = 4
const IDLE_MS = 30 * 60_000
const LOOK_EVERY_MS = 60_000

interface OpenOne {
  trial: Trial
  usedAt: number
}

/** Opens the room; what an earlier process left behind is thrown away. */
export function openRehearsals(tools: RehearsalTools): Rehearsals {
  const { folder, clock } = tools
  const open = new Map<string, OpenOne>()
  let opening = 0
  let isPrepared = false
  let isClosing = false
  let last: Promise<unknown> = Promise.resolve()
  let idleWatch: NodeJS.Timeout | undefined

  function prepare(): void {
    if (isPrepared) return
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    isPrepared = true
  }

  async function openOffice(id: string, { instant = clock.now(), isStill = false }: HowOpened = {}) {
    prepare()
    const { channels, effects } = recordingChannels(tools.hasMail)
    return await openRehearsalOffice({
      ...{ office: tools.office, folder: join(folder, id), template: join(folder, 'template.db') },
      ...{ instant, effects, isStill },
      makeTemplate: tools.makeTemplate,
      openHouse: (path, at) => tools.openHouse(path, at, channels),
    })
  }

  async function drop(id: string): Promise<void> {
    const one = open.get(id)
    open.delete(id)
    await one?.trial.office.close()
  }

  const dropIdle = () => {
    for (const [id, { usedAt }] of open) if (Date.now() - usedAt > IDLE_MS) void drop(id)
  }

  const replays = openReplays()
  return {
    replays,
    async open(files, openedBy) {
      if (open.size + opening >= MOST_OPEN) throw new TooManyRehearsals(String(MOST_OPEN))
      idleWatch ??= setInterval(dropIdle, LOOK_EVERY_MS).unref()
      const id = randomUUID()
      opening += 1
      try {
        const office = await openOffice(id)
        const procedureId = await publishFiles(office, files).catch(async (error: unknown) => {
          await office.close()
          throw error
        })
        const trial = openTrial({ id, office, procedureId, openedBy })
        open.set(id, { trial, usedAt: Date.now() })
        return trial
      } finally {
        opening -= 1
      }
    },
    find(id) {
      const one = open.get(id)
      if (one) one.usedAt = Date.now()
      return one?.trial
    },
    drop,
    inOffice(work, how) {
      const turn = last.then(async () => {
        if (isClosing) throw new Error('Expected an open house: it closes')
        const office = await openOffice(randomUUID(), how)
        try {
          return await work(office)
        } finally {
          await office.close()
        }
      })
      last = turn.catch(() => undefined)
      return turn
    },
    async close() {
      clearInterval(idleWatch)
      isClosing = true
      replays.close()
      for (const id of [...open.keys()]) await drop(id)
      await last
      if (isPrepared) rmSync(folder, { recursive: true, force: true })
    },
  }
}
