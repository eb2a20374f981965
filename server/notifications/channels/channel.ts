import type { NotificationKind } from '../kinds.ts'
import type { About } from '../telling.ts'

export type ChannelName = 'mail' | 'webhook'

/** What is sent, said in words and as data. */
export interface Message {
  /** The same for every attempt, so that the other side can tell a repetition. */
  id: string
  /** UTC ms. */
  at: number
  kind: NotificationKind
  about: About
  subject: string
  body: string
  /** Whom it is for; absent: the system behind the channel. */
  to?: { name: string; address: string }
  /** The system that is told, and what the post is signed with. */
  hook?: { url: string; secret: string }
}

/** A way out of the house. */
export interface Channel {
  name: ChannelName
  /** @throws Error when it was not taken; what its message says is shown to operators. */
  send(message: Message): Promise<void>
  close(): void
}

/** Trying again does not help: nobody of that address, or the other side wants nothing of the kind. */
export class NeverSent extends Error {
  override readonly name = 'NeverSent'
}
