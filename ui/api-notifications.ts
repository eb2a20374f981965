import type { hc } from 'hono/client'
import type { Api } from '../server/api/index.ts'
import type {
  MailChoice,
  Notification,
  NotificationSettings,
  OutboxItem,
  OutboxState,
  Page,
  RegisterHistory,
  Webhook,
  WebhookSecret,
  Wording,
} from './api-types.ts'

type Server = ReturnType<typeof hc<Api>>['api']
type Signal = AbortSignal | undefined
const until = (signal: Signal) => (signal ? { init: { signal } } : {})
const read = async <T>(answer: Promise<{ json(): Promise<T> }>): Promise<T> => (await answer).json()
const done = async (answer: Promise<unknown>): Promise<void> => void (await answer)

/** The outbox with the ways out of the house, and how much is in it. */
export interface OutboxPage extends Page<OutboxItem> {
  channels: OutboxItem['channel'][]
  failed: number
  pending: number
}

/** The questions and acts on what people are told. */
export const notificationsOf = (server: Server) => ({
  notifications: (query: { unread?: 'true'; after?: string }, signal?: Signal): Promise<Page<Notification>> =>
    read(server.notifications.$get({ query }, until(signal))),
  unread: async (): Promise<number> => (await read(server.notifications.unread.$get())).count,
  markRead: (json: { ids: number[] } | { upTo: number }) => done(server.notifications.read.$post({ json })),
  notificationSettings: (signal?: Signal): Promise<NotificationSettings> =>
    read(server['notification-settings'].$get({}, until(signal))),
  setNotificationSettings: (json: {
    mail: string | null
    language: 'zh' | 'en'
    choices: Record<string, { inApp: boolean; mail: MailChoice }>
  }) => done(server['notification-settings'].$put({ json })),

  outbox: (query: { state?: OutboxState; after?: string }, signal?: Signal): Promise<OutboxPage> =>
    read(server.outbox.$get({ query }, until(signal))),
  retryAllOutbox: async (): Promise<number> => (await read(server.outbox.retry.$post())).count,
  webhooks: (signal?: Signal): Promise<{ items: Webhook[]; kinds: { id: string; name: string }[] }> =>
    read(server.webhooks.$get({}, until(signal))),
  addWebhook: (json: Pick<Webhook, 'name' | 'url' | 'kinds'>): Promise<WebhookSecret> =>
    read(server.webhooks.$post({ json: json as never })),
  changeWebhook: ({ webhookId, ...json }: Webhook & { reason: string }) =>
    done(server.webhooks[':webhookId'].$put({ param: { webhookId }, json: json as never })),
  renewWebhookSecret: (webhookId: string, reason: string): Promise<WebhookSecret> =>
    read(server.webhooks[':webhookId'].secret.$post({ param: { webhookId }, json: { reason } })),
  webhookHistory: (webhookId: string): Promise<RegisterHistory> =>
    read(server.webhooks[':webhookId'].history.$get({ param: { webhookId }, query: { limit: '50' } })),
  retryOutbox: (outboxId: number) =>
    done(server.outbox[':outboxId'].retry.$post({ param: { outboxId: String(outboxId) } })),
  discardOutbox: (outboxId: number) =>
    done(server.outbox[':outboxId'].discard.$post({ param: { outboxId: String(outboxId) } })),

  wordings: async (signal?: Signal): Promise<Wording[]> =>
    (await read(server['notification-templates'].$get({}, until(signal)))).items,
  setWording: (kind: string, json: Pick<Wording, 'language' | 'subject' | 'body'>) =>
    done(server['notification-templates'][':kind'].$put({ param: { kind }, json })),
  dropWording: (kind: string, language: 'zh' | 'en') =>
    done(server['notification-templates'][':kind'].$delete({ param: { kind }, query: { language } })),
  previewWording: (kind: string, json: Pick<Wording, 'language' | 'subject' | 'body'>) =>
    read(server['notification-templates'][':kind'].preview.$post({ param: { kind }, json })),
})
