import type { Config } from '../config.ts'
import type { Channel } from './channels/channel.ts'
import { mailChannel } from './channels/mail.ts'
import { webhookChannel } from './channels/webhook.ts'

/** The ways out of the house. Mail is there when a server is set; a webhook posts to nobody but whom administrators entered. */
export function openChannels({ SMTP_URL, MAIL_FROM }: Config, now: () => number): Channel[] {
  return [
    ...(SMTP_URL !== undefined && MAIL_FROM !== undefined ? [mailChannel(SMTP_URL, MAIL_FROM)] : []),
    webhookChannel(now),
  ]
}
