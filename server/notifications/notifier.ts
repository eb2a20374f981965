import { setImmediate } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import type { JournalReader } from '../../db/journal-reader.ts'
import { dayOf } from '../deadlines/office-day.ts'
import type { Key, ProcessEngine } from '../engine/index.ts'
import type { Act, Entry } from '../journal/act.ts'
import type { People } from '../registers/people.ts'
import type { Webhooks } from '../registers/webhooks.ts'
import type { ChannelName } from './channels/channel.ts'
import { choiceOf } from './kinds.ts'
import type { Notifications } from './notifications.ts'
import type { Outbox } from './outbox.ts'
import { personsOf } from './recipients.ts'
import type { NotificationSettings } from './settings.ts'
import type { Telling } from './telling.ts'
import { tellingsOfActs } from './tellings-of-acts.ts'
import { type Facts, tellingsOfRecords } from './tellings-of-records.ts'

/** What the notifier works with. */
export interface NotifierTools {
  db: Database
  journal: Pick<JournalReader, 'entries' | 'lastSeq'>
  engine: Pick<ProcessEngine<Act>, 'onCommit'>
  facts: Facts
  people: People
  settings: NotificationSettings
  notifications: Notifications
  outbox: Outbox
  webhooks: Pick<Webhooks, 'toldOf'>
  /** The ways out of the house that are set. */
  channels: ReadonlySet<ChannelName>
  now(): number
  /** When collected mail goes out next, UTC ms. */
  nextDigest(now: number): number
  /** These people have something new to read. */
  onNews(persons: ReadonlySet<string>): void
  /** Something lies in the outbox. */
  onMail(): void
  onError(error: unknown): void
}

/** Tells people what happened, after it has. */
export interface Notifier {
  /** When everything in the journal by now has been told. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** Entries told of in one transaction. */
const AT_A_TIME = 50
/** Commits within this many ms are told of together: one more fsync for all of them. */
const QUIET_MS = 200

/**
 * Reads the journal behind the acts, never within them: nobody's act waits for a notification. How far it has read
 * stands in the same transaction as what it told, so a crash neither loses nor repeats anything.
 */
export function openNotifier(tools: NotifierTools): Notifier {
  return new RunningNotifier(tools)
}

class RunningNotifier implements Notifier {
  private work: Promise<void> = Promise.resolve()
  private timer: NodeJS.Timeout | undefined
  private isClosed = false
  private readonly stopListening: () => void
  private readonly cursor: Cursor

  constructor(private readonly tools: NotifierTools) {
    this.cursor = openCursor(tools.db, tools.journal.lastSeq())
    this.stopListening = tools.engine.onCommit(() => {
      this.timer ??= setTimeout(() => this.look(), QUIET_MS)
    })
    this.look()
  }

  async settled(): Promise<void> {
    this.look()
    await this.work
  }

  async close(): Promise<void> {
    this.isClosed = true
    this.stopListening()
    clearTimeout(this.timer)
    await this.work
  }

  private look(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.work = this.work.then(() => this.readOn()).catch(this.tools.onError)
  }

  private async readOn(): Promise<void> {
    const { journal, db, channels, onNews, onMail } = this.tools
    const tell = db.transaction((entries: readonly Entry[]) => {
      const persons = new Set(entries.flatMap(entry => this.tell(entry)))
      this.cursor.set(entries.at(-1)!.seq)
      return persons
    })
    while (!this.isClosed) {
      const entries = journal.entries({ after: this.cursor.get(), limit: AT_A_TIME })
      if (entries.length === 0) return
      const persons = tell(entries)
      if (persons.size > 0) onNews(persons)
      if (channels.size > 0) onMail()
      // Acts go first.
      await setImmediate()
    }
  }

  /** @returns who has something new to read. */
  private tell(entry: Entry): string[] {
    if (entry.kind === 'refused') return []
    const { facts, notifications } = this.tools
    for (const key of endedTasks(entry)) notifications.settle(key, entry.at)
    return [...tellingsOfRecords(entry, facts), ...tellingsOfActs(entry, facts)].flatMap(telling =>
      this.tellAll(telling, entry),
    )
  }

  private tellAll({ kind, to, about }: Telling, { at, actor }: Entry): string[] {
    const { people, settings, notifications, outbox, channels, now, nextDigest } = this.tools
    const told: string[] = []
    const nextAt = now()
    for (const personId of personsOf(to, people, dayOf(at))) {
      if (personId === actor.id && actor.kind === 'person') continue
      const { mail, choices } = settings.of(personId)
      const choice = choiceOf(choices, kind)
      if (choice.inApp) {
        notifications.add(personId, kind, about, at)
        told.push(personId)
      }
      if (choice.mail === 'off' || mail === null || !channels.has('mail')) continue
      const isDigest = choice.mail === 'digest'
      const item = { channel: 'mail' as const, personId, webhookId: null, kind, about, at, isDigest }
      outbox.add({ ...item, nextAt: isDigest ? nextDigest(nextAt) : nextAt })
    }
    for (const { webhookId } of this.tools.webhooks.toldOf(kind))
      outbox.add({ channel: 'webhook', personId: null, webhookId, kind, about, at, isDigest: false, nextAt })
    return told
  }
}

function endedTasks({ segments = [] }: Entry): Key[] {
  const records = segments.flatMap(segment => segment.records)
  return records.flatMap(({ valueType, intent, key }) =>
    valueType === 'USER_TASK' && (intent === 'COMPLETED' || intent === 'CANCELED') ? [key] : [],
  )
}

interface Cursor {
  get(): number
  set(seq: number): void
}

/** A database from before there were notifications starts with what comes now. */
function openCursor(db: Database, lastSeq: number): Cursor {
  db.prepare('INSERT OR IGNORE INTO notification_cursor (id, seq) VALUES (1, ?)').run(lastSeq)
  const get = db.prepare<[], number>('SELECT seq FROM notification_cursor').pluck()
  const set = db.prepare('UPDATE notification_cursor SET seq = ?')
  return { get: () => get.get()!, set: seq => void set.run(seq) }
}
