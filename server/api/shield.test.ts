import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { signIn, type Visitor, visitor } from '../../tests/support/visitor.ts'

let office: Office
let lin: Visitor
beforeAll(async () => {
  office = await openOffice()
  lin = await signIn(office, 'lin-shen')
})
afterAll(() => office.close())

const claim = ['POST', '/user-tasks/1/assignment', {}] as const

test.each([
  ['another site', { origin: 'https://evil.example' }, 403],
  ['no site at all', { origin: 'null' }, 403],
  ['our name at another port', { origin: 'http://localhost:81', host: 'localhost' }, 403],
  ['a site that hides its origin', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a neighbour of our domain', { 'sec-fetch-site': 'same-site' }, 403],
  ['our own page', { origin: 'http://localhost', host: 'localhost', 'sec-fetch-site': 'same-origin' }, 404],
  ['a program that is no browser', {}, 404],
])('a change asked by %s', async (_, headers, status) => {
  const answer = await lin.request(...claim, headers)
  expect(answer.status).toBe(status)
  if (status === 403) expect(await answer.json()).toMatchObject({ id: 'request.foreign-origin' })
})

test('reading needs no origin: the answer is kept from other sites by the browser', async () => {
  expect((await lin.request('GET', '/session', undefined, { origin: 'https://evil.example' })).status).toBe(200)
})

test.each(['/health', '/session', '/nowhere', '/openapi.json'])('%s carries the strict headers', async path => {
  const { headers } = await visitor(office).request('GET', path)
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'self'")
  expect(policy).toContain("style-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/unsafe|\*/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-frame-options')).toBe('DENY')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
})

test('a fault of ours is told without its inside, with the request id', async () => {
  const broken = await openOffice()
  const he = await signIn(broken, 'he-lichuan')
  broken.app.house.log.level = 'silent'
  broken.app.house.db.writer.exec('DROP TABLE appointment')
  const answer = await he.request('GET', '/session')
  await broken.close()
  expect(answer.status).toBe(500)
  const text = await answer.text()
  expect(text).not.toMatch(/appointment|sqlite|table/i)
  expect(JSON.parse(text)).toMatchObject({ id: 'server.defect', requestId: answer.headers.get('x-request-id') })
})

test('the language of sentences is the one asked for', async () => {
  const ask = (language: string) => lin.problem(404, 'GET', '/nowhere', undefined, { 'accept-language': language })
  expect((await ask('zh-CN,zh;q=0.9,en;q=0.8')).detail).toBe('没有这个地址')
  expect((await ask('en-GB,en;q=0.9')).detail).toBe('There is no such address')
})

test('health is told to everybody, and tells no secrets', async () => {
  const health = await visitor(office).json<object>('GET', '/health')
  expect(Object.keys(health).sort()).toEqual(['engine', 'journal', 'status', 'version'])
})
