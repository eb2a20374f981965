import { randomUUID } from 'node:crypto'
import { newSigningSecret } from '../../identity/request-signature.ts'
import type { Webhook } from '../../registers/webhooks.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { requirePermission, submit } from '../submit.ts'
import { changeOf, changeRegisters } from './change-registers.ts'

/** Tells a further system of what happens. @returns its id and what posts are signed with, which is told this once */
export async function addWebhook(
  house: House,
  caller: Caller,
  wanted: Omit<Webhook, 'webhookId' | 'state'>,
): Promise<{ webhookId: string; secret: string }> {
  const webhookId = randomUUID()
  const secret = newSigningSecret()
  await changeRegisters(house, caller, {
    verb: 'webhook.add',
    permission: 'administrate',
    subject: { webhookId },
    changes: [changeOf(house, 'webhooks', webhookId, { ...wanted, state: 'on' })],
    also: () => house.webhooks.keepSecret(webhookId, secret),
  })
  return { webhookId, secret }
}

/** Changes where and of what a system is told, or tells it nothing any more. @throws Problem 404 */
export async function changeWebhook(
  house: House,
  caller: Caller,
  { webhookId, reason, ...wanted }: Webhook & { reason: string },
): Promise<void> {
  requireWebhook(house, webhookId)
  await changeRegisters(house, caller, {
    verb: 'webhook.change',
    permission: 'administrate',
    subject: { webhookId },
    changes: [changeOf(house, 'webhooks', webhookId, wanted)],
    reason,
  })
}

/** Signs what is posted with another secret from now on; the old one is forgotten. @throws Problem 404 */
export async function renewWebhookSecret(
  house: House,
  caller: Caller,
  webhookId: string,
  reason: string,
): Promise<string> {
  requireWebhook(house, webhookId)
  const secret = newSigningSecret()
  await submit(house, caller, {
    kind: 'security',
    verb: 'webhook.renew-secret',
    subject: { webhookId },
    payload: { reason },
    permit(person) {
      requirePermission(person, 'administrate')
      house.webhooks.keepSecret(webhookId, secret)
    },
  })
  return secret
}

/** @throws Problem 404 */
export function requireWebhook({ webhooks }: House, webhookId: string): void {
  if (!webhooks.find(webhookId)) throw new Problem('resource.not-found')
}
