import type { Database } from 'better-sqlite3'
import { openRow, type RegisterDefinition } from './register.ts'

/** A system that is told of what happens. */
export interface Webhook {
  webhookId: string
  name: string
  url: string
  /** What it is told of; an empty list: everything. */
  kinds: string[]
  state: 'on' | 'off'
}

/** Webhooks as administrators enter them; what their posts are signed with lies beside the journal. */
export const webhookDefinition = {
  name: 'webhooks',
  table: 'webhook',
  key: 'webhook_id',
  columns: ['name', 'url', 'kinds', 'state'],
  json: ['kinds'],
} as const satisfies RegisterDefinition

/** What is asked of the webhooks; on the writer also inside a transaction. */
export interface Webhooks {
  /** By name. */
  list(): Webhook[]
  find(webhookId: string): Webhook | undefined
  /** Those in force that are told of a kind. */
  toldOf(kind: string): Webhook[]
  secretOf(webhookId: string): string | undefined
  /** Keeps it in the transaction of the act. */
  keepSecret(webhookId: string, secret: string): void
}

/** Prepares the questions once. */
export function openWebhooks(db: Database): Webhooks {
  const ids = db.prepare<[], string>('SELECT webhook_id FROM webhook ORDER BY name, webhook_id').pluck()
  const row = openRow(webhookDefinition, db)
  const secret = db.prepare<[string], string>('SELECT secret FROM webhook_secret WHERE webhook_id = ?').pluck()
  const keep = db.prepare('INSERT OR REPLACE INTO webhook_secret (webhook_id, secret) VALUES (?, ?)')
  const find = (webhookId: string) => {
    const found = row(webhookId)
    return found && ({ webhookId, ...found } as unknown as Webhook)
  }
  const list = () => ids.all().flatMap(id => find(id) ?? [])
  return {
    list,
    find,
    toldOf: kind => list().filter(({ state, kinds }) => state === 'on' && (kinds.length === 0 || kinds.includes(kind))),
    secretOf: webhookId => secret.get(webhookId),
    keepSecret: (webhookId, value) => void keep.run(webhookId, value),
  }
}
