import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { House } from '../api/house.ts'
import type { Language } from '../api/language.ts'
import type { OfficeClock } from '../clock/office-clock.ts'
import { furnish } from './furnish.ts'
import { openJobRest } from './jobs-rested.ts'
import type { OutsideEffect } from './recorded-effects.ts'

/** A whole office as app.ts opens it: the same gate, engine, workers, limits and rules. */
export interface OpenedHouse {
  house: House
  clock: OfficeClock
  request(path: string, init?: RequestInit): Response | Promise<Response>
  start(): void
  limitsSettled(): Promise<void>
  stop(): Promise<void>
}

/** How app.ts opens one on a folder, at an instant (UTC ms); what leaves such a house stays in its outbox. */
export type OpenHouse = (folder: string, instant: number) => Promise<OpenedHouse>

/** What a person of the office asks of a route. */
export interface Asked {
  personId: string
  method: 'GET' | 'POST' | 'PUT'
  path: string
  /** Text is JSON, bytes are a file. */
  body?: string | Uint8Array<ArrayBuffer>
  language?: Language
}

/** An office that is thrown away. Everything done in it goes through its own gate, by one of its own people. */
export interface RehearsalOffice {
  house: House
  clock: OfficeClock
  /** What would have left it so far. */
  effects: readonly OutsideEffect[]
  /** What the office answers somebody who is signed in. */
  ask(asked: Asked): Promise<Response>
  /** When no job waits for a worker and every limit that has come is recorded. */
  settled(): Promise<void>
  /** Lets time pass until an instant (UTC ms), with all that falls due meanwhile. */
  until(instant: number): Promise<void>
  /** Throws it away. */
  close(): Promise<void>
}

/** Where a rehearsal office lies, what it is opened with. */
export interface RehearsalPlace {
  /** Path of the real office's database. */
  office: string
  /** Folder for this one alone. */
  folder: string
  /** An empty database with all tables; made if it is not there. */
  template: string
  instant: number
  openHouse: OpenHouse
  /** Where the channels of the house write down what would have left it. */
  effects: readonly OutsideEffect[]
  makeTemplate(path: string): void
  /** Nothing happens in it by itself but timers: no worker works, no limit warns, nothing starts of its own. */
  isStill?: boolean
}

/** Opens one: copies the people and procedures of the real office, and lets it run. */
export async function openRehearsalOffice(place: RehearsalPlace): Promise<RehearsalOffice> {
  const { office, folder, template, instant, openHouse, makeTemplate, effects } = place
  if (!existsSync(template)) makeTemplate(template)
  mkdirSync(folder, { recursive: true })
  const database = join(folder, 'xunfa.db')
  copyFileSync(template, database)
  furnish(office, database)
  const opened = await openHouse(folder, instant)
  // Nothing here must survive a power cut.
  opened.house.db.writer.pragma('synchronous = OFF')
  if (place.isStill) standStill(opened)
  else opened.start()
  return officeOf(opened, { folder, effects })
}

function officeOf(
  opened: OpenedHouse,
  { folder, effects }: Pick<RehearsalPlace, 'folder' | 'effects'>,
): RehearsalOffice {
  const { house, clock } = opened
  const jobsRested = openJobRest(house)
  const settled = async () => {
    await jobsRested()
    await opened.limitsSettled()
    // What a limit set going may need a worker too.
    await jobsRested()
    await house.postOffice.settled()
  }
  return {
    house,
    clock,
    effects,
    async ask({ personId, method, path, body, language = 'zh' }) {
      const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream'
      const headers = {
        cookie: `xf_session=${sessionOf(house, personId)}`,
        'accept-language': language,
        ...(body !== undefined && { 'content-type': type }),
      }
      return await opened.request(`/api${path}`, { method, headers, ...(body !== undefined && { body }) })
    },
    settled,
    async until(instant) {
      clock.set(instant)
      await settled()
    },
    async close() {
      await opened.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Only timers go on: whatever else happens is told to it. */
function standStill({ house }: OpenedHouse): void {
  house.db.writer.exec('DELETE FROM engine_start')
  house.engine.start()
}

/** A session is opened without a password: nobody is signed in here, somebody is played. */
function sessionOf({ people, sessions }: House, personId: string): string {
  return sessions.open(people.findAccountOfPerson(personId) ?? personId)
}
