import type { People } from '../registers/people.ts'
import type { Webhooks } from '../registers/webhooks.ts'
import { nextAttempt } from './backoff.ts'
import { type Channel, type ChannelName, type Message, NeverSent } from './channels/channel.ts'
import type { Language } from './describe.ts'
import type { Outbox, OutboxItem } from './outbox.ts'
import type { NotificationSettings } from './settings.ts'
import type { Template } from './template.ts'
import { digestSubject } from './words.ts'

/** What the relay works with. */
export interface RelayTools {
  outbox: Outbox
  channels: ReadonlyMap<ChannelName, Channel>
  settings: Pick<NotificationSettings, 'of'>
  people: Pick<People, 'nameOf'>
  webhooks: Pick<Webhooks, 'find' | 'secretOf'>
  /** What an item says, as people read it. */
  describe(item: OutboxItem, language: Language): Promise<Template>
  clock: { now(): number; wakeAt(instant: number, wake: () => void): () => void }
  onError(error: unknown): void
}

/** Sends what lies in the outbox. */
export interface Relay {
  /** Looks now, because something was put in. */
  look(): void
  /** When everything that is due now was tried. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** Taken from the outbox at a time. */
const AT_A_TIME = 100
const DAY_MS = 86_400_000
/** How long what has left is remembered. */
const KEPT_MS = 180 * DAY_MS

/** At least once: what was sent and not marked before a crash is sent again, under the same id. */
export function openRelay(tools: RelayTools): Relay {
  return new RunningRelay(tools)
}

class RunningRelay implements Relay {
  private work: Promise<void> = Promise.resolve()
  private cancelAlarm = () => {}
  private isClosed = false

  constructor(private readonly tools: RelayTools) {
    tools.outbox.forget(tools.clock.now() - KEPT_MS)
    this.look()
  }

  look(): void {
    this.work = this.work.then(() => this.round()).catch(this.tools.onError)
  }

  async settled(): Promise<void> {
    this.look()
    await this.work
  }

  async close(): Promise<void> {
    this.isClosed = true
    this.cancelAlarm()
    await this.work
    for (const channel of this.tools.channels.values()) channel.close()
  }

  private async round(): Promise<void> {
    const { outbox, clock } = this.tools
    const tried = new Set<number>()
    while (!this.isClosed) {
      const due = outbox.due(clock.now(), AT_A_TIME).filter(({ outboxId }) => !tried.has(outboxId))
      if (due.length === 0) break
      for (const { outboxId } of due) tried.add(outboxId)
      for (const bundle of bundlesOf(due)) if (!this.isClosed) await this.send(bundle)
    }
    this.cancelAlarm()
    const next = outbox.nextAt()
    if (next !== undefined && !this.isClosed) this.cancelAlarm = clock.wakeAt(next, () => this.look())
  }

  private async send(bundle: readonly OutboxItem[]): Promise<void> {
    const { outbox, channels, clock } = this.tools
    const [first] = bundle
    const ids = bundle.map(({ outboxId }) => outboxId)
    try {
      const channel = channels.get(first!.channel)
      if (!channel) throw new Error(`The channel '${first!.channel}' is not set`)
      await channel.send(await this.messageOf(bundle))
      outbox.sent(ids, clock.now())
    } catch (error) {
      const next = error instanceof NeverSent ? undefined : nextAttempt(first!.attempts + 1, clock.now())
      outbox.failed(ids, error instanceof Error ? error.message : String(error), next, clock.now())
    }
  }

  /** Where a system listens now, whatever its address was when it happened. */
  private hookOf(webhookId: string | null): { url: string; secret: string } {
    const hook = webhookId === null ? undefined : this.tools.webhooks.find(webhookId)
    const secret = webhookId === null ? undefined : this.tools.webhooks.secretOf(webhookId)
    if (hook?.state !== 'on' || secret === undefined) throw new NeverSent('The webhook was switched off')
    return { url: hook.url, secret }
  }

  private async messageOf(bundle: readonly OutboxItem[]): Promise<Message> {
    const [{ outboxId, personId, webhookId, at, kind, about }] = bundle as [OutboxItem]
    const { mail: address, language } = personId === null ? FOR_SYSTEMS : this.tools.settings.of(personId)
    const texts = await Promise.all(bundle.map(item => this.tools.describe(item, language)))
    const head = { id: `xunfa-${outboxId}`, at, kind, about }
    const said = texts.length === 1 ? texts[0]! : digestOf(texts, language)
    if (personId === null) return { ...head, ...said, hook: this.hookOf(webhookId) }
    // Whoever took his address back is written to no more.
    if (address === null) throw new NeverSent('There is no address any more')
    return { ...head, ...said, to: { name: this.tools.people.nameOf(personId) ?? personId, address } }
  }
}

/** What is posted to systems is said in Chinese. */
const FOR_SYSTEMS = { mail: null, language: 'zh' } as const

/** Collected mail of one person is one mail; everything else goes alone. */
function bundlesOf(items: readonly OutboxItem[]): OutboxItem[][] {
  const bundles = new Map<string, OutboxItem[]>()
  for (const item of items) {
    const key = item.isDigest ? `${item.channel} ${item.personId}` : String(item.outboxId)
    const bundle = bundles.get(key)
    if (bundle) bundle.push(item)
    else bundles.set(key, [item])
  }
  return [...bundles.values()]
}

function digestOf(texts: readonly Template[], language: Language): Template {
  const list = texts.map(({ subject, body }, index) => `${index + 1}. ${subject}\n${body}`).join('\n\n')
  return { subject: digestSubject(texts.length, language), body: list }
}
