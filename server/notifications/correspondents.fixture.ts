import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/** A real mail server that keeps what it gets, as people read it. */
export interface MailServer {
  url: string
  mails: { to: string; subject: string; body: string }[]
  close(): void
}

/** Opens one on a free port. */
export async function openMailServer(): Promise<MailServer> {
  const mails: MailServer['mails'] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, { envelope }, done) {
      void text(stream).then(raw => {
        mails.push({ to: envelope.rcptTo[0]?.address ?? '', ...read(raw) })
        done()
      })
    },
  })
  const port = await new Promise<number>(resolve => {
    const listening = server.listen(0, '127.0.0.1', () => resolve(listening.address().port))
  })
  return { url: `smtp://127.0.0.1:${port}`, mails, close: () => server.close(() => {}) }
}

function read(raw: string): { subject: string; body: string } {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(head)?.[1] ?? ''
  const isBase64 = /Content-Transfer-Encoding: base64/i.test(head)
  const content = body.join('\r\n\r\n')
  return {
    subject: subject
      .replace(/\?=\s+=\?/g, '?==?')
      .replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, coded: string) => Buffer.from(coded, 'base64').toString())
      .replace(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, coded: string) =>
        decodeURIComponent(coded.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/g, '%$1')),
      ),
    body: isBase64 ? Buffer.from(content, 'base64').toString() : content,
  }
}

/** Somebody who listens for webhooks and answers as he is told to. */
export interface Listener {
  url: string
  got: { id: string; signature: string; body: string }[]
  status: number
  close(): void
}

/** Opens one on a free port. */
export async function openListener(status = 204): Promise<Listener> {
  const server = createServer((request, response) => {
    void text(request).then(body => {
      const id = String(request.headers['x-xunfa-id'])
      self.got.push({ id, signature: String(request.headers['x-xunfa-signature']), body })
      response.writeHead(self.status).end()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/xunfa`
  const self: Listener = { url, got: [], status, close: () => server.close() }
  return self
}
