/** When mail goes out: not at all, at once, or with others in the morning. */
export type MailChoice = 'off' | 'now' | 'digest'

/** What somebody was told. */
export interface Notification {
  notificationId: number
  text: string
  title: string | null
  path: string
  at: string
  readAt: string | null
}

/** How somebody is told of one kind of thing. */
export interface NotificationChoice {
  kind: string
  name: string
  inApp: boolean
  mail: MailChoice
  isDefault: boolean
}

/** How somebody wants to be told. */
export interface NotificationSettings {
  mail: string | null
  /** In which language mail is written. */
  language: 'zh' | 'en'
  hasMail: boolean
  items: NotificationChoice[]
}

/** The words in which people are told of one kind of thing, in one language. */
export interface Wording {
  kind: string
  name: string
  language: 'zh' | 'en'
  subject: string
  body: string
  isOwn: boolean
  places: { id: string; name: string }[]
}

/** A system that is told of what happens. */
export interface Webhook {
  webhookId: string
  name: string
  url: string
  /** An empty list: everything. */
  kinds: string[]
  state: 'on' | 'off'
}

/** What posts to a system are signed with; told once. */
export interface WebhookSecret {
  webhookId: string
  secret: string
}

export type OutboxState = 'pending' | 'sent' | 'failed' | 'discarded'

/** Something that leaves the house. */
export interface OutboxItem {
  outboxId: number
  channel: 'mail' | 'webhook'
  to: string | null
  subject: string
  at: string
  state: OutboxState
  isDigest: boolean
  attempts: number
  nextAt: string | null
  error: string | null
  endedAt: string | null
}
