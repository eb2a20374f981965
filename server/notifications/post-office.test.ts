import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { filledForms } from '../../db/seed/filled-forms.ts'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { signIn, type Visitor } from '../../tests/support/visitor.ts'
import { createApp } from '../app.ts'
import { createOfficeClock } from '../clock/office-clock.ts'
import { signatureOf } from './channels/webhook.ts'
import { type Listener, type MailServer, openListener, openMailServer } from './correspondents.fixture.ts'

const CASE = 'LDJ-PT-2026-00001'
const START = { caseTitle: '占道经营案', partyName: '沿阶小馆', reviewType: 'penalty', stage: 'beforeDecision' }

let mail: MailServer
let hook: Listener
let office: Office
beforeEach(async () => {
  mail = await openMailServer()
  hook = await openListener()
  office = await openOffice({ SMTP_URL: mail.url, MAIL_FROM: 'xunfa@office.example' })
})
afterEach(async () => {
  await office.close()
  mail.close()
  hook.close()
})

const settled = () => office.app.house.postOffice.settled()
const as = (account: string) => signIn(office, account)

interface Told {
  items: {
    kind: string
    text: string
    path: string
    title: string | null
    readAt: string | null
    notificationId: number
  }[]
}

async function told(who: Visitor, query = ''): Promise<Told['items']> {
  await settled()
  return (await who.json<Told>('GET', `/notifications${query}`)).items
}

/** Lets the listener be told, of some kinds or of all. @returns its id and secret */
const enterHook = async (kinds: string[] = [], url = hook.url) =>
  (await as('fang-yuangui')).json<{ webhookId: string; secret: string }>('POST', '/webhooks', {
    ...{ name: '市平台', url, kinds },
  })

/** A review that was begun; its handlers are to submit the material. @returns its key. */
async function begunReview(handler: Visitor): Promise<string> {
  const variables = { ...START, caseNo: CASE, handlerIds: ['lin-shen', 'he-lichuan'] }
  const begun = await handler.json<{ processInstanceKey: string }>('POST', '/process-instances', {
    processDefinitionId: 'legal-review',
    variables,
  })
  // What is over by the time it would be told is not told.
  await settled()
  return begun.processInstanceKey
}

/** A review whose material is with the reviewers of the centre. @returns key of the task. */
async function submittedReview(handler: Visitor): Promise<string> {
  const instance = await begunReview(handler)
  const values = filledForms.submit!(await office.caseFiles())
  const done = await handler.request('POST', `/user-tasks/${await openTask(instance)}/completion`, {
    variables: values,
  })
  expect(done.status).toBe(204)
  return openTask(instance)
}

async function openTask(instance: string): Promise<string> {
  const auditor = await as('gu-xingzhi')
  const { openTasks } = await auditor.json<{ openTasks: { userTaskKey: string }[] }>(
    'GET',
    `/process-instances/${instance}`,
  )
  return openTasks[0]!.userTaskKey
}

const kinds = (items: Told['items']) => items.map(({ kind }) => kind)
const choose = (who: Visitor, mailTo: string, choices: object) =>
  who.request('PUT', '/notification-settings', { mail: mailTo, choices })

describe('in the program', () => {
  test('who names a colleague as handler tells the colleague, not himself', async () => {
    const handler = await as('lin-shen')
    await begunReview(handler)
    expect(await told(handler)).toEqual([])
    const [first] = await told(await as('he-lichuan'))
    expect(first).toMatchObject({ kind: 'task-for-you', title: '占道经营案', readAt: null })
    expect(first?.text).toContain(CASE)
  })

  test('a task of one’s office is told only to those who asked for it', async () => {
    const [zhou, qin] = [await as('zhou-yanqing'), await as('qin-guanlan')]
    await choose(zhou, 'zhou@office.example', { 'task-offered': { inApp: true, mail: 'off' } })
    await submittedReview(await as('lin-shen'))
    expect(kinds(await told(zhou))).toEqual(['task-offered'])
    expect(await told(qin)).toEqual([])
  })

  test('a limit that runs out is told to who holds the task; overdue also to those above him', async () => {
    const task = await submittedReview(await as('lin-shen'))
    const zhou = await as('zhou-yanqing')
    await zhou.request('POST', `/user-tasks/${task}/assignment`, {})
    await office.until(Date.parse('2026-11-26T02:00:00Z'))
    expect(kinds(await told(await as('zhou-yanqing')))).toContain('limit-overdue')
    const above = await told(await as('zheng-huaiyuan'))
    expect(above).toMatchObject([{ kind: 'limit-escalated', path: `/tasks/${task}` }])
    expect(above[0]?.text).toContain('逾期升级')
  })

  test('what was read is read: one, then all', async () => {
    const zhou = await as('zhou-yanqing')
    await choose(zhou, 'zhou@office.example', { 'task-offered': { inApp: true, mail: 'off' } })
    const handler = await as('lin-shen')
    await submittedReview(handler)
    await submittedReview(handler)
    const [newest] = await told(zhou)
    await zhou.request('POST', '/notifications/read', { ids: [newest!.notificationId] })
    expect(await zhou.json('GET', '/notifications/unread')).toEqual({ count: 1 })
    await zhou.request('POST', '/notifications/read', { upTo: newest!.notificationId })
    expect(await zhou.json('GET', '/notifications/unread')).toEqual({ count: 0 })
    expect(await told(zhou, '?unread=true')).toEqual([])
    expect(await told(zhou)).toHaveLength(2)
  })

  test('what was said of a task is settled when the task is over', async () => {
    const [zhou, qin] = [await as('zhou-yanqing'), await as('qin-guanlan')]
    for (const reviewer of [zhou, qin])
      await choose(reviewer, 'r@office.example', { 'task-offered': { inApp: true, mail: 'off' } })
    const task = await submittedReview(await as('lin-shen'))
    expect(await told(qin, '?unread=true')).toHaveLength(1)
    await zhou.request('POST', `/user-tasks/${task}/assignment`, {})
    const done = await zhou.request('POST', `/user-tasks/${task}/completion`, { action: 'yes', variables: {} })
    expect(done.status).toBe(204)
    const unread = await told(qin, '?unread=true')
    expect(unread.filter(({ path }) => path === `/tasks/${task}`)).toEqual([])
  })

  test('nobody marks or sees what another was told', async () => {
    await begunReview(await as('lin-shen'))
    const [item] = await told(await as('he-lichuan'))
    const stranger = await as('deng-ziyang')
    await stranger.request('POST', '/notifications/read', { ids: [item!.notificationId] })
    expect(await told(stranger)).toEqual([])
    expect(await told(await as('he-lichuan'), '?unread=true')).toHaveLength(1)
  })

  test('that a case is suspended and goes on is told to its other handlers', async () => {
    await submittedReview(await as('lin-shen'))
    const deputy = await as('mei-qinghe')
    const body = { ground: 'force-majeure', reason: '洪水' }
    expect((await deputy.request('POST', `/cases/${CASE}/suspensions`, body)).status).toBe(204)
    for (const handler of ['lin-shen', 'he-lichuan']) {
      const [newest] = await told(await as(handler))
      expect(newest).toMatchObject({ kind: 'case-suspended', path: `/cases/${CASE}` })
    }
  })

  test('a certificate that is suspended is told to its holder', async () => {
    const [certificate] = office.app.house.registers.certificates.certificatesOf('he-lichuan', office.app.clock.now())
    const keeper = await as('jian-shuyan')
    const answer = await keeper.request('POST', `/certificates/${certificate!.certificateId}/states`, {
      ...{ state: 'suspended', effectiveAt: '2026-11-24T02:00:00Z', reason: '调查' },
    })
    expect(answer.status).toBeLessThan(300)
    const items = await told(await as('he-lichuan'))
    expect(kinds(items)).toContain('certificate-changed')
    expect(items.find(({ kind }) => kind === 'certificate-changed')?.text).toContain('已暂扣')
  })
})

describe('by mail', () => {
  test('leaves only for whoever gave an address, in the office’s own words, without the party’s name', async () => {
    const admin = await as('fang-yuangui')
    const wording = { language: 'zh', subject: '催{task}', body: '{caseNo}，{due}前。' }
    expect((await admin.request('PUT', '/notification-templates/task-for-you', wording)).status).toBe(204)
    await choose(await as('he-lichuan'), 'he@office.example', { 'task-for-you': { inApp: true, mail: 'now' } })
    await submittedReview(await as('lin-shen'))
    await settled()
    expect(mail.mails.map(({ to }) => to)).toEqual(['he@office.example'])
    expect(mail.mails[0]).toMatchObject({ subject: expect.stringMatching(/^催/) })
    expect(mail.mails[0]?.body).toContain(CASE)
    expect(JSON.stringify(mail.mails)).not.toContain('沿阶小馆')
  })

  test('what is collected goes out as one mail on the next working day', async () => {
    // The next day in this story is a Wednesday.
    await choose(await as('he-lichuan'), 'he@office.example', {})
    const handler = await as('lin-shen')
    await submittedReview(handler)
    await submittedReview(handler)
    await settled()
    expect(mail.mails).toEqual([])
    await office.until(Date.parse('2026-11-25T00:29:00Z'))
    await settled()
    expect(mail.mails).toEqual([])
    await office.until(Date.parse('2026-11-25T00:30:00Z'))
    await settled()
    expect(mail.mails).toHaveLength(1)
    expect(mail.mails[0]?.body).toContain('2. ')
  })

  test('whoever chose English gets English, also of what is collected; a colleague gets Chinese', async () => {
    const handler = await as('lin-shen')
    const settings = { mail: 'he@office.example', language: 'en', choices: {} }
    await (await as('he-lichuan')).request('PUT', '/notification-settings', settings)
    await submittedReview(handler)
    await submittedReview(handler)
    await office.until(Date.parse('2026-11-25T00:30:00Z'))
    await settled()
    expect(mail.mails).toHaveLength(1)
    expect(mail.mails[0]?.subject).toBe('Xunfa: 2 things to know')
    expect(mail.mails[0]?.body).toContain('Case: ')
    expect(await (await as('he-lichuan')).json('GET', '/notification-settings')).toMatchObject({ language: 'en' })
  })

  test('who wants it at once gets it at once while a colleague waits for the morning: each as he chose', async () => {
    for (const [who, choice] of [
      ['zhou-yanqing', 'now'],
      ['qin-guanlan', 'digest'],
      ['tan-jianming', 'off'],
    ] as const)
      await choose(await as(who), `${who}@office.example`, { 'task-offered': { inApp: true, mail: choice } })
    await submittedReview(await as('lin-shen'))
    await settled()
    expect(mail.mails.map(({ to }) => to)).toEqual(['zhou-yanqing@office.example'])
    await office.until(Date.parse('2026-11-25T00:30:00Z'))
    await settled()
    const offered = mail.mails.filter(({ subject }) => !subject.includes('到期') && !subject.includes('逾期'))
    expect(new Set(offered.map(({ to }) => to))).toEqual(
      new Set(['zhou-yanqing@office.example', 'qin-guanlan@office.example']),
    )
  })

  test('an administrator enters an address for somebody, whose choices stay; nobody else reads it', async () => {
    const he = await as('he-lichuan')
    await choose(he, 'old@office.example', { 'task-for-you': { inApp: true, mail: 'now' } })
    const admin = await as('fang-yuangui')
    const entered = { mail: 'new@office.example', reason: '换了邮箱' }
    expect((await admin.request('PUT', '/personnel/he-lichuan/mail', entered)).status).toBe(204)
    await submittedReview(await as('lin-shen'))
    await settled()
    expect(mail.mails.map(({ to }) => to)).toEqual(['new@office.example'])
    expect(await admin.json('GET', '/personnel/he-lichuan')).toMatchObject({ mail: 'new@office.example' })
    expect(await (await as('gu-xingzhi')).json('GET', '/personnel/he-lichuan')).not.toHaveProperty('mail')
    const { items } = await admin.json<{ items: object[] }>('GET', '/personnel/he-lichuan/history')
    expect(items[0]).toMatchObject({ sentence: '更改通知邮箱', reason: '换了邮箱', fields: [] })
    const bodies = office.app.house.db.reader.prepare('SELECT body FROM journal').pluck().all() as string[]
    expect(bodies.some(body => body.includes('new@office.example'))).toBe(false)
  })

  test('an address that was taken back is written to no more', async () => {
    const he = await as('he-lichuan')
    await choose(he, 'he@office.example', {})
    await submittedReview(await as('lin-shen'))
    await settled()
    await he.request('PUT', '/notification-settings', { mail: null, choices: {} })
    await office.until(Date.parse('2026-11-25T00:30:00Z'))
    await settled()
    expect(mail.mails).toEqual([])
  })

  test('the address is personal: the entry holds a commitment, and the settings give it back to its owner', async () => {
    const he = await as('he-lichuan')
    await choose(he, 'he@office.example', {})
    const { db } = office.app.house
    const bodies = db.reader.prepare('SELECT body FROM journal').pluck().all() as string[]
    expect(bodies.some(body => body.includes('he@office.example'))).toBe(false)
    expect(await he.json('GET', '/notification-settings')).toMatchObject({ mail: 'he@office.example' })
  })
})

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
    const first = await enterHook()
    const second = await enterHook(['limit-overdue'], other.url)
    expect(first.secret).not.toBe(second.secret)
    const task = await submittedReview(await as('lin-shen'))
    await (await as('zhou-yanqing')).request('POST', `/user-tasks/${task}/assignment`, {})
    await office.until(Date.parse('2026-11-26T02:00:00Z'))
    await settled()
    expect(kindsGot(hook)).toEqual(expect.arrayContaining(['task-for-you', 'limit-overdue']))
    expect(kindsGot(other)).toEqual(['limit-overdue'])
    expect(hook.got.every(post => signedWith(first.secret, post))).toBe(true)
    expect(other.got.every(post => signedWith(second.secret, post))).toBe(true)
    const bodies = office.app.house.db.reader.prepare('SELECT body FROM journal').pluck().all() as string[]
    expect(bodies.some(body => body.includes(first.secret))).toBe(false)
    other.close()
  })

  test('one that is switched off is told nothing more, and its history says who did it and why', async () => {
    const { webhookId } = await enterHook()
    const admin = await as('fang-yuangui')
    const change = { name: '市平台', url: hook.url, kinds: ['case-ended'], state: 'off', reason: '停止对接' }
    expect((await admin.request('PUT', `/webhooks/${webhookId}`, change)).status).toBe(204)
    await submittedReview(await as('lin-shen'))
    await settled()
    expect(hook.got).toEqual([])
    const { items } = await admin.json<{ items: object[] }>('GET', `/webhooks/${webhookId}/history`)
    expect(items).toMatchObject([
      {
        ...{ sentence: '更改对接系统', reason: '停止对接', actor: { id: 'fang-yuangui' } },
        fields: expect.arrayContaining([{ label: '状态', before: '启用', after: '停用' }]),
      },
      { sentence: '登记对接系统' },
    ])
  })

  test('a new secret signs from then on; the old one signs nothing any more', async () => {
    const { webhookId, secret } = await enterHook()
    const admin = await as('fang-yuangui')
    const renewed = await admin.json<{ secret: string }>('POST', `/webhooks/${webhookId}/secret`, { reason: '泄露' })
    await submittedReview(await as('lin-shen'))
    await settled()
    expect(hook.got.length).toBeGreaterThan(0)
    expect(hook.got.every(post => signedWith(renewed.secret, post))).toBe(true)
    expect(hook.got.some(post => signedWith(secret, post))).toBe(false)
    const { items } = await admin.json<{ items: object[] }>('GET', `/webhooks/${webhookId}/history`)
    expect(items[0]).toMatchObject({ sentence: '更换签名密钥', reason: '泄露', fields: [] })
  })

  test('an address that is none is refused', async () => {
    const admin = await as('fang-yuangui')
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
    (await as('fang-yuangui')).json<OutboxJson>('GET', `/outbox${state && `?state=${state}`}`)

  test('is tried again later and later, then shown to operators, who may try once more', async () => {
    await enterHook()
    hook.status = 503
    await submittedReview(await as('lin-shen'))
    await settled()
    const { items } = await outbox()
    const [first] = items
    expect(first).toMatchObject({ state: 'pending', attempts: 1, error: 'The address answered 503' })
    for (let minutes = 1; minutes < 4000; minutes *= 3) {
      await office.until(office.app.clock.now() + minutes * 60_000)
      await settled()
    }
    const later = (await outbox('failed')).items.find(({ outboxId }) => outboxId === first!.outboxId)
    expect(later).toMatchObject({ state: 'failed', attempts: 8 })
    const attempts = hook.got.filter(({ id }) => id === `xunfa-${first!.outboxId}`)
    expect(attempts).toHaveLength(8)
    hook.status = 204
    const admin = await as('fang-yuangui')
    expect((await admin.request('POST', `/outbox/${first!.outboxId}/retry`)).status).toBe(204)
    await settled()
    expect((await outbox('sent')).items.map(({ outboxId }) => outboxId)).toContain(first!.outboxId)
    await admin.problem(409, 'POST', `/outbox/${first!.outboxId}/retry`)
  })

  test('everything that failed is tried again at once when the other side is back', async () => {
    await enterHook()
    hook.status = 410
    await submittedReview(await as('lin-shen'))
    await settled()
    const { failed } = await outbox()
    expect(failed).toBeGreaterThan(1)
    hook.status = 204
    const admin = await as('fang-yuangui')
    expect(await admin.json('POST', '/outbox/retry')).toEqual({ count: failed })
    await settled()
    expect(await outbox()).toMatchObject({ failed: 0, pending: 0 })
    expect((await outbox('sent')).items[0]).toMatchObject({ to: '市平台' })
  })

  test('waits in the database: a house that is opened again sends it', async () => {
    await enterHook()
    hook.status = 503
    await submittedReview(await as('lin-shen'))
    await settled()
    const { pending } = await outbox()
    expect(pending).toBeGreaterThan(0)
    hook.status = 204
    const { config, clock } = office.app.house
    await office.app.stop()
    const reopened = await createApp({ config, clock: createOfficeClock(clock.now() + 60_000) })
    office = { ...office, app: reopened, close: () => reopened.stop() }
    reopened.start()
    await settled()
    expect(reopened.house.postOffice.outbox.count('pending')).toBe(0)
    expect(reopened.house.postOffice.outbox.count('sent')).toBe(pending)
  })
})

describe('the words', () => {
  test('a place that nothing fills is named, and nothing is set', async () => {
    const admin = await as('fang-yuangui')
    const wording = { language: 'zh', subject: '催{tsak}', body: '{caseNo}' }
    const { errors } = await admin.problem(422, 'PUT', '/notification-templates/limit-urgent', wording)
    expect(errors).toMatchObject([{ path: '/subject', message: expect.stringContaining('tsak') }])
    const { items } = await admin.json<{ items: { isOwn: boolean }[] }>('GET', '/notification-templates')
    expect(items.some(({ isOwn }) => isOwn)).toBe(false)
  })

  test('are shown before they are set', async () => {
    const admin = await as('fang-yuangui')
    const wording = { language: 'zh', subject: '催{task}', body: '{due}' }
    expect(await admin.json('POST', '/notification-templates/limit-urgent/preview', wording)).toEqual({
      subject: '催一级审核',
      body: '2026年11月27日',
    })
  })
})
