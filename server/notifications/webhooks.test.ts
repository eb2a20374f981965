import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { createOfficeClock } from '../clock/office-clock.ts'
import { signatureOf } from './channels/webhook.ts'
import { Correspondence } from './correspondence.fixture.ts'
import { type Listener, openListener } from './correspondents.fixture.ts'

let post: Correspondence
beforeEach(async () => {
  post = await Correspondence.open()
})
afterEach(() => post.close())

describe('to other systems', () => {
  const kindsGot = (listener: Listener) => [
    ...new Set(listener.got.map(({ body }) => (JSON.parse(body) as { kind: string }).kind)),
  ]
  const signedWith = (secret: string, { signature, body }: Listener['got'][0]) => {
    const seconds = Number(/^t=(\d+)/.exec(signature)?.[1])
    return signature === `t=${seconds},v1=${signatureOf(secret, seconds, body)}`
  }

  test('each is told of its kinds, signed with its own secret', async () => {
    const other = await openListener()
    const first = await post.enterHook()
    const second = await post.enterHook(['limit-overdue'], other.url)
    expect(first.secret).not.toBe(second.secret)
    const task = await post.submittedReview(await post.as('lin-shen'))
    await (await post.as('zhou-yanqing')).request('POST', `/user-tasks/${task}/assignment`, {})
    await post.office.until(Date.parse('2026-11-26T02:00:00Z'))
    await post.settled()
    expect(kindsGot(post.hook)).toEqual(expect.arrayContaining(['task-for-you', 'limit-overdue']))
    expect(kindsGot(other)).toEqual(['limit-overdue'])
    expect(post.hook.got.every(post => signedWith(first.secret, post))).toBe(true)
    expect(other.got.every(post => signedWith(second.secret, post))).toBe(true)
    const bodies = post.journal()
    expect(bodies.some(body => body.includes(first.secret))).toBe(false)
    other.close()
  })

  test('one that is switched off is told nothing more, and its history says who did it and why', async () => {
    const { webhookId } = await post.enterHook()
    const admin = await post.as('fang-yuangui')
    const change = { name: '市平台', url: post.hook.url, kinds: ['case-ended'], state: 'off', reason: '停止对接' }
    expect((await admin.request('PUT', `/webhooks/${webhookId}`, change)).status).toBe(204)
    await post.submittedReview(await post.as('lin-shen'))
    await post.settled()
    expect(post.hook.got).toEqual([])
    const { items } = await admin.json<{ items: object[] }>('GET', `/webhooks/${webhookId}/history`)
    expect(items).toMatchObject([
      {
        ...{ sentence: '更改对接系统', reason: '停止对接', actor: { id: 'fang-yuangui' } },
        fields: [
          { label: '通知哪些', before: '全部', after: '本人案件的流程办结' },
          { label: '状态', before: '启用', after: '停用' },
        ],
      },
      { sentence: '登记对接系统' },
    ])
  })

  test('a new secret signs from then on; the old one signs nothing any more', async () => {
    const { webhookId, secret } = await post.enterHook()
    const admin = await post.as('fang-yuangui')
    const renewed = await admin.json<{ secret: string }>('POST', `/webhooks/${webhookId}/secret`, { reason: '泄露' })
    await post.submittedReview(await post.as('lin-shen'))
    await post.settled()
    expect(post.hook.got.length).toBeGreaterThan(0)
    expect(post.hook.got.every(post => signedWith(renewed.secret, post))).toBe(true)
    expect(post.hook.got.some(post => signedWith(secret, post))).toBe(false)
    const { items } = await admin.json<{ items: object[] }>('GET', `/webhooks/${webhookId}/history`)
    expect(items[0]).toMatchObject({ sentence: '更换签名密钥', reason: '泄露', fields: [] })
  })

  test('an address that is none is refused', async () => {
    const admin = await post.as('fang-yuangui')
    const wrong = { name: '市平台', url: 'ftp://example.cn', kinds: [] }
    expect((await admin.request('POST', '/webhooks', wrong)).status).toBe(400)
  })
})

describe('what cannot be sent', () => {
  interface OutboxJson {
    failed: number
    pending: number
    items: { outboxId: number; state: string; attempts: number; error: string | null }[]
  }
  const outbox = async (state = '') =>
    (await post.as('fang-yuangui')).json<OutboxJson>('GET', `/outbox${state && `?state=${state}`}`)

  test('is tried again later and later, then shown to operators, who may try once more', async () => {
    await post.enterHook()
    post.hook.status = 503
    await post.submittedReview(await post.as('lin-shen'))
    await post.settled()
    const { items } = await outbox()
    const [first] = items
    expect(first).toMatchObject({ state: 'pending', attempts: 1, error: 'The address answered 503' })
    for (let minutes = 1; minutes < 4000; minutes *= 3) {
      await post.office.until(post.office.app.clock.now() + minutes * 60_000)
      await post.settled()
    }
    const later = (await outbox('failed')).items.find(({ outboxId }) => outboxId === first!.outboxId)
    expect(later).toMatchObject({ state: 'failed', attempts: 8 })
    const attempts = post.hook.got.filter(({ id }) => id === `xunfa-${first!.outboxId}`)
    expect(attempts).toHaveLength(8)
    post.hook.status = 204
    const admin = await post.as('fang-yuangui')
    expect((await admin.request('POST', `/outbox/${first!.outboxId}/retry`)).status).toBe(204)
    await post.settled()
    expect((await outbox('sent')).items.map(({ outboxId }) => outboxId)).toContain(first!.outboxId)
    await admin.problem(409, 'POST', `/outbox/${first!.outboxId}/retry`)
  })

  test('everything that failed is tried again at once when the other side is back', async () => {
    await post.enterHook()
    post.hook.status = 410
    await post.submittedReview(await post.as('lin-shen'))
    await post.settled()
    const { failed } = await outbox()
    expect(failed).toBeGreaterThan(1)
    post.hook.status = 204
    const admin = await post.as('fang-yuangui')
    expect(await admin.json('POST', '/outbox/retry')).toEqual({ count: failed })
    await post.settled()
    expect(await outbox()).toMatchObject({ failed: 0, pending: 0 })
    expect((await outbox('sent')).items[0]).toMatchObject({ to: '市平台' })
  })

  test('waits in the database: a house that is opened again sends it', async () => {
    await post.enterHook()
    post.hook.status = 503
    await post.submittedReview(await post.as('lin-shen'))
    await post.settled()
    const { pending } = await outbox()
    expect(pending).toBeGreaterThan(0)
    post.hook.status = 204
    const { config, clock } = post.office.app.house
    await post.office.app.stop()
    const reopened = await createApp({ config, clock: createOfficeClock(clock.now() + 60_000) })
    post.office = { ...post.office, app: reopened, close: () => reopened.stop() }
    reopened.start()
    await post.settled()
    expect(reopened.house.postOffice.outbox.count('pending')).toBe(0)
    expect(reopened.house.postOffice.outbox.count('sent')).toBe(pending)
  })
})
