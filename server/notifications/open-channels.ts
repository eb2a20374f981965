import type { Config } from '../config.ts'
import type { Channel } from './channels/channel.ts'
import { mailChannel } from './channels/mail.ts'
import { webhookChannel } from './channels/webhook.ts'

/** The ways out of the house that are set; without settings there is none, and nothing ever leaves. */
export function openChannels(
  { SMTP_URL, MAIL_FROM, WEBHOOK_URL, WEBHOOK_SECRET }: Config,
  now: () => number,
): Channel[] {
  return [
    ...(SMTP_URL !== undefined && MAIL_FROM !== undefined ? [mailChannel(SMTP_URL, MAIL_FROM)] : []),
    ...(WEBHOOK_URL !== undefined && WEBHOOK_SECRET !== undefined
      ? [webhookChannel(WEBHOOK_URL, WEBHOOK_SECRET, now)]
      : []),
  ]
}
