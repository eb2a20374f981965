import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { signIn, visitor } from '../../tests/support/visitor.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const MINUTE = 60_000
const wait = (milliseconds: number) => office.app.clock.set(office.app.clock.now() + milliseconds)

describe('signing in', () => {
  test('answers with the person and a cookie that no script reads and no other site sends', async () => {
    const answer = await visitor(office).request('POST', '/session', { accountId: 'lin-shen', password: 'xunfa-demo' })
    expect(answer.status).toBe(201)
    expect(await answer.json()).toMatchObject({
      personId: 'lin-shen',
      groups: ['street-officer@LDJ-CEC'],
      permissions: ['work'],
      appointments: [{ roleName: '街道执法人员', orgName: '粮道街道综合执法中心' }],
      demo: true,
    })
    expect(answer.headers.get('set-cookie')).toMatch(/^xf_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  test('a first visit learns that nobody is signed in without being refused', async () => {
    expect(await visitor(office).json('GET', '/office')).toMatchObject({ bringsSession: false })
    const signed = await signIn(office, 'lin-shen')
    expect(await signed.json('GET', '/office')).toMatchObject({ bringsSession: true })
  })

  test('behind TLS the cookie is Secure', async () => {
    const body = JSON.stringify({ accountId: 'lin-shen', password: 'xunfa-demo' })
    const headers = { 'content-type': 'application/json' }
    const answer = await office.app.request('https://xunfa.example.cn/api/session', { method: 'POST', headers, body })
    expect(answer.headers.get('set-cookie')).toMatch(/Secure/)
  })

  test('a wrong password and an unknown account are told alike, and what was typed is written nowhere', async () => {
    const secret = 'typed-by-mistake-4711'
    const ask = (accountId: string, password: string) =>
      visitor(office).problem(401, 'POST', '/session', { accountId, password })
    const wrong = await ask('he-lichuan', secret)
    const unknown = await ask(secret, 'anything')
    expect({ ...wrong, requestId: '' }).toEqual({ ...unknown, requestId: '' })
    expect(wrong).toMatchObject({ id: 'session.refused', detail: '账号或者密码不对' })
    const entries = office.app.house.journal.entries({ limit: 10_000 })
    expect(JSON.stringify(entries)).not.toContain(secret)
    const failures = entries.filter(({ verb }) => verb === 'session.refuse')
    expect(failures.map(({ kind, actor }) => `${kind} ${actor.kind} ${actor.id}`)).toEqual([
      'security client he-lichuan',
      'security client unknown',
    ])
  })

  test('the eleventh failure within a quarter of an hour waits, also for the right password and when sent at once', async () => {
    const ask = (password: string) =>
      visitor(office).request('POST', '/session', { accountId: 'su-jingxing', password })
    const answers = await Promise.all(Array.from({ length: 14 }, () => ask('wrong')))
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(10).fill(401), ...Array(4).fill(429)])
    const locked = await ask('xunfa-demo')
    expect(locked.status).toBe(429)
    expect(locked.headers.get('retry-after')).toBe('900')
    wait(16 * MINUTE)
    expect((await ask('xunfa-demo')).status).toBe(201)
  })
})

describe('a session', () => {
  test('ends when it is closed', async () => {
    const lin = await signIn(office, 'lin-shen')
    expect((await lin.request('GET', '/session')).status).toBe(200)
    expect((await lin.request('DELETE', '/session')).status).toBe(204)
    expect(await lin.problem(401, 'GET', '/session')).toMatchObject({ id: 'session.missing' })
  })

  test('ends when somebody signs in anew in the same browser', async () => {
    const lin = await signIn(office, 'lin-shen')
    const he = { accountId: 'he-lichuan', password: 'xunfa-demo' }
    expect((await lin.request('POST', '/session', he)).status).toBe(201)
    expect((await lin.request('GET', '/session')).status).toBe(401)
  })

  test.each([
    ['no cookie', ''],
    ['a cookie somebody made up', `xf_session=${'A'.repeat(43)}`],
    ['the hash that is in the database', 'hash'],
  ])('%s opens nothing', async (_, cookie) => {
    const stored = office.app.house.db.writer.prepare('SELECT token_hash FROM session LIMIT 1').pluck().get()
    const stranger = visitor(office, cookie === 'hash' ? `xf_session=${String(stored)}` : cookie)
    expect(await stranger.problem(401, 'GET', '/user-tasks')).toMatchObject({ title: '未登录' })
  })

  test('gets a new token every half hour; the old one passes for a minute more, then no more', async () => {
    const lin = await signIn(office, 'lin-shen')
    wait(31 * MINUTE)
    const answer = await lin.request('GET', '/session')
    const fresh = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(fresh).toMatch(/^xf_session=/)
    expect(fresh).not.toBe(lin.cookie)
    expect((await lin.request('GET', '/session')).status).toBe(200)
    wait(2 * MINUTE)
    expect((await lin.request('GET', '/session')).status).toBe(401)
    expect((await visitor(office, fresh).request('GET', '/session')).status).toBe(200)
  })

  test('the new token reaches the browser with a no as well, and signing out leaves none behind', async () => {
    const lin = await signIn(office, 'lin-shen')
    wait(31 * MINUTE)
    const refused = await lin.request('GET', '/user-tasks/1')
    expect(refused.status).toBe(404)
    const fresh = refused.headers.get('set-cookie')?.split(';')[0] ?? ''
    wait(31 * MINUTE)
    const out = await visitor(office, fresh).request('DELETE', '/session')
    expect(out.status).toBe(204)
    expect(out.headers.getSetCookie().at(-1)).toMatch(/^xf_session=; Max-Age=0/)
  })

  test('ends after two hours without a request, and after twelve whatever happens', async () => {
    const idle = await signIn(office, 'lin-shen')
    wait(121 * MINUTE)
    expect((await idle.request('GET', '/session')).status).toBe(401)
    const busy = await signIn(office, 'lin-shen')
    for (let hour = 0; hour < 11; hour += 1) {
      wait(60 * MINUTE)
      const answer = await busy.request('GET', '/session')
      expect(answer.status).toBe(200)
      busy.cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? busy.cookie
    }
    wait(61 * MINUTE)
    expect((await busy.request('GET', '/session')).status).toBe(401)
  })
})
