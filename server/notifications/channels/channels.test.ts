import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { type Message, NeverSent } from './channel.ts'
import { mailChannel } from './mail.ts'
import { signatureOf, webhookChannel } from './webhook.ts'

const NOW = Date.parse('2026-11-24T02:00:00Z')
const SECRET = 'a secret of the test office'

const message = (more: Partial<Message> = {}): Message => ({
  id: 'xunfa-7',
  at: NOW,
  kind: 'limit-urgent',
  about: { userTaskKey: '42', caseNo: 'LDJ-PT-2026-00001' },
  subject: '即将到期：一级审核',
  body: '请尽快办理。',
  ...more,
})

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

async function mailServer(refuse?: { code: number; text: string }) {
  const mails: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_, __, done) => done(refuse && Object.assign(new Error(refuse.text), { responseCode: refuse.code })),
    onData(stream, _, done) {
      void text(stream).then(mail => {
        mails.push(mail)
        done()
      })
    },
  })
  const port = await new Promise<number>(resolve => {
    const listening = server.listen(0, '127.0.0.1', () => resolve(listening.address().port))
  })
  const channel = mailChannel(`smtp://127.0.0.1:${port}`, 'xunfa@office.example')
  open.push(() => {
    channel.close()
    server.close(() => {})
  })
  return { channel, mails }
}

const TO = { name: '林慎', address: 'lin-shen@office.example' }

describe('mail', () => {
  test('a message reaches a real mail server, in Chinese and as text alone', async () => {
    const { channel, mails } = await mailServer()
    await channel.send(message({ to: TO }))
    expect(mails).toHaveLength(1)
    const [mail = ''] = mails
    expect(mail).toContain('lin-shen@office.example')
    expect(mail).toContain('Message-ID: <xunfa-7@xunfa>')
    expect(mail).toContain('Content-Type: text/plain; charset=utf-8')
    const [, coded = ''] = mail.split('\r\n\r\n')
    expect(Buffer.from(coded, 'base64').toString()).toContain('请尽快办理。')
  })

  test('an address that the server will never take is not tried again', async () => {
    const { channel } = await mailServer({ code: 550, text: 'No such mailbox' })
    await expect(channel.send(message({ to: TO }))).rejects.toBeInstanceOf(NeverSent)
  })

  test('a server that is busy is tried again', async () => {
    const { channel } = await mailServer({ code: 451, text: 'Come back later' })
    const failure = await channel.send(message({ to: TO })).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Error)
    expect(failure).not.toBeInstanceOf(NeverSent)
  })
})

async function listener(status: number, headers: Record<string, string> = {}) {
  const got: { request: IncomingMessage; body: string }[] = []
  const server = createServer((request, response) => {
    void text(request).then(body => {
      got.push({ request, body })
      response.writeHead(status, headers).end()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  open.push(() => server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/xunfa`
  return { got, url, channel: webhookChannel(() => NOW), hook: { url, secret: SECRET } }
}

describe('webhook', () => {
  test('the other side can prove who sent it, and tell a repetition', async () => {
    const { channel, got, hook } = await listener(204)
    await channel.send(message({ hook }))
    const [{ request, body }] = got as [(typeof got)[0]]
    expect(request.headers['x-xunfa-id']).toBe('xunfa-7')
    const seconds = NOW / 1000
    expect(request.headers['x-xunfa-signature']).toBe(`t=${seconds},v1=${signatureOf(SECRET, seconds, body)}`)
    expect(JSON.parse(body)).toMatchObject({ kind: 'limit-urgent', about: { caseNo: 'LDJ-PT-2026-00001' } })
    expect(body).not.toContain('请尽快办理')
  })

  test('another body or another secret has another signature', () => {
    expect(signatureOf(SECRET, 1, 'a')).not.toBe(signatureOf(SECRET, 1, 'b'))
    expect(signatureOf(SECRET, 1, 'a')).not.toBe(signatureOf(`${SECRET}!`, 1, 'a'))
    expect(signatureOf(SECRET, 1, 'a')).not.toBe(signatureOf(SECRET, 2, 'a'))
  })

  test.each([500, 404, 429])('an answer of %i is tried again', async status => {
    const { channel, hook } = await listener(status)
    const failure = await channel.send(message({ hook })).catch((error: unknown) => error)
    expect(failure).toMatchObject({ message: `The address answered ${status}` })
    expect(failure).not.toBeInstanceOf(NeverSent)
  })

  test('whoever says that he is gone is not asked again', async () => {
    const { channel, hook } = await listener(410)
    await expect(channel.send(message({ hook }))).rejects.toBeInstanceOf(NeverSent)
  })

  test('nothing is sent on to another address', async () => {
    const other = await listener(204)
    const { channel, hook } = await listener(307, { location: other.url })
    await expect(channel.send(message({ hook }))).rejects.toThrow()
    expect(other.got).toEqual([])
  })
})
