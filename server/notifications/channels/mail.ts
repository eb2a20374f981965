import { createTransport } from 'nodemailer'
import { type Channel, NeverSent } from './channel.ts'

/** How long the mail server may take, ms. */
const TIMEOUT_MS = 20_000

/**
 * Mail through one SMTP server.
 * @param url `smtp://user:password@host:port`, or `smtps:`
 * @param from the sender's address
 */
export function mailChannel(url: string, from: string): Channel {
  const transport = createTransport({
    url,
    pool: true,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // A message is text and nothing else: no file or address in it may ever be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    name: 'mail',
    async send({ id, to, subject, body }) {
      if (!to) throw new NeverSent('Expected an address')
      try {
        await transport.sendMail({ from, to, subject, text: body, messageId: `<${id}@xunfa>` })
      } catch (error) {
        throw isFinal(error) ? new NeverSent((error as Error).message) : error
      }
    },
    close: () => transport.close(),
  }
}

/** SMTP says 5xx of an address or a message that it will never take (RFC 5321 §4.2.1). */
function isFinal(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  return code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500
}
