import type { Database } from 'better-sqlite3'
import type { JournalReader } from '../../db/journal-reader.ts'
import type { ProcessEngine } from '../engine/index.ts'
import type { Act } from '../journal/act.ts'
import type { Instances, Participations, UserTasks } from '../projections/index.ts'
import type { Calendars } from '../registers/calendars.ts'
import type { Webhooks } from '../registers/webhooks.ts'
import type { Channel, ChannelName } from './channels/channel.ts'
import { type DescriptionTools, describe, type Language } from './describe.ts'
import { nextDigest } from './next-digest.ts'
import { type Notifications, openNotifications } from './notifications.ts'
import { type Notifier, type NotifierTools, openNotifier } from './notifier.ts'
import { type Outbox, openOutbox } from './outbox.ts'
import { openRelay, type Relay, type RelayTools } from './relay.ts'
import { type NotificationSettings, openNotificationSettings } from './settings.ts'
import type { Facts } from './tellings-of-records.ts'
import type { Template } from './template.ts'

/** What the post office works with. */
export interface PostOfficeTools
  extends Pick<NotifierTools, 'people' | 'onError'>,
    Pick<RelayTools, 'clock'>,
    Omit<DescriptionTools, 'settings' | 'task' | 'instance' | 'people'> {
  db: Database
  journal: Pick<JournalReader, 'entries' | 'lastSeq'>
  engine: Pick<ProcessEngine<Act>, 'onCommit'>
  tasks: Pick<UserTasks, 'find'>
  instances: Pick<Instances, 'find'>
  participations: Pick<Participations, 'ofInstance' | 'ofCase'>
  calendars: Pick<Calendars, 'latest'>
  holderOf: Facts['holderOf']
  webhooks: Webhooks
  channels: readonly Channel[]
}

type Told = Parameters<typeof describe>[1]

/** Tells people what happened, in the program and outside. */
export interface PostOffice {
  notifications: Notifications
  outbox: Outbox
  settings: NotificationSettings
  /** The ways out of the house that are set now. */
  channels(): ChannelName[]
  /** What a notification says. */
  describe(told: Told, language: Language): Promise<Template>
  /** Calls back with the people who have something new to read; returns how to stop. */
  onNews(listener: (persons: ReadonlySet<string>) => void): () => void
  /** Begins to read the journal and to send. */
  start(): void
  /** Something was put into the outbox. */
  look(): void
  /** When everybody was told of everything in the journal, and what is due was tried. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** What was told longer ago is forgotten at start, ms. */
const KEPT_MS = 180 * 86_400_000
/** Whose acts make a case somebody's own. */
const HANDLING = 'case-handling'

/** Opens it on the writing connection. */
export function openPostOffice(tools: PostOfficeTools): PostOffice {
  const { db, clock, people, tasks, instances, onError } = tools
  const notifications = openNotifications(db)
  const outbox = openOutbox(db)
  const settings = openNotificationSettings(db)
  const channels = new Map(tools.channels.map(channel => [channel.name, channel]))
  const listeners = new Set<(persons: ReadonlySet<string>) => void>()
  const words = { ...tools, settings, task: tasks.find, instance: instances.find }
  let notifier: Notifier | undefined
  let relay: Relay | undefined
  return {
    notifications,
    outbox,
    settings,
    channels: () =>
      [...channels.keys()].filter(
        name => name !== 'webhook' || tools.webhooks.list().some(({ state }) => state === 'on'),
      ),
    describe: (told, language) => describe(words, told, language),
    onNews(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    start() {
      notifications.forget(clock.now() - KEPT_MS)
      relay ??= openRelay({
        ...tools,
        outbox,
        channels,
        settings,
        describe: (item, language) => describe(words, item, language),
      })
      notifier ??= openNotifier({
        ...{
          db,
          journal: tools.journal,
          engine: tools.engine,
          people,
          settings,
          notifications,
          outbox,
          onError,
          webhooks: tools.webhooks,
        },
        facts: factsOf(tools),
        channels: new Set(channels.keys()),
        now: clock.now,
        nextDigest: now => nextDigest(now, tools.calendars.latest()),
        onNews(persons) {
          for (const listener of listeners) listener(persons)
        },
        onMail: () => relay?.look(),
      })
    },
    look: () => relay?.look(),
    async settled() {
      await notifier?.settled()
      await relay?.settled()
    },
    async close() {
      await notifier?.close()
      await relay?.close()
    },
  }
}

function factsOf({ tasks, instances, participations, holderOf }: PostOfficeTools): Facts {
  return {
    task: tasks.find,
    concernedBy(processInstanceKey) {
      const startedBy = instances.find(processInstanceKey)?.startedBy
      return [
        ...new Set([...(startedBy ? [startedBy] : []), ...handlersIn(participations.ofInstance(processInstanceKey))]),
      ]
    },
    concernedByCase: caseNo => [...new Set(handlersIn(participations.ofCase(caseNo)))],
    holderOf,
  }
}

function handlersIn(parts: ReturnType<Participations['ofCase']>): string[] {
  return parts.filter(({ kind }) => kind === HANDLING).map(({ personId }) => personId)
}
