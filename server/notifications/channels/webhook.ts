import { createHmac } from 'node:crypto'
import { type Channel, type Message, NeverSent } from './channel.ts'

/** How long the other side may take, ms. */
const TIMEOUT_MS = 10_000

/**
 * POSTs each event to the address of a system, signed with its secret: `x-xunfa-signature: t=<seconds>,v1=<hex>` is the HMAC-SHA-256 over
 * `<seconds>.<body>`. The same event keeps its `x-xunfa-id`.
 * @param now UTC ms of the sender's clock
 */
export function webhookChannel(now: () => number): Channel {
  return {
    name: 'webhook',
    async send(message) {
      if (!message.hook) throw new NeverSent('Expected an address')
      const { url, secret } = message.hook
      const body = JSON.stringify(contentOf(message))
      const seconds = Math.floor(now() / 1000)
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-xunfa-id': message.id,
          'x-xunfa-signature': `t=${seconds},v1=${signatureOf(secret, seconds, body)}`,
        },
        body,
        // Only the address that was set is ever spoken to.
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      await answer.body?.cancel()
      if (answer.ok) return
      const text = `The address answered ${answer.status}`
      throw answer.status === 410 ? new NeverSent(text) : new Error(text)
    },
    close: () => {},
  }
}

/** HMAC-SHA-256 in hex, as the other side computes it to compare. */
export function signatureOf(secret: string, seconds: number, body: string): string {
  return createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
}

function contentOf({ id, at, kind, about, subject }: Message) {
  return { id, at: new Date(at).toISOString(), kind, subject, about }
}
