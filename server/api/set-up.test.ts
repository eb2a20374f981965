import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { signIn, visitor } from '../../tests/support/visitor.ts'
import { type App, createApp } from '../app.ts'
import { readConfig } from '../config.ts'

let folder: string
let app: App
const open = () =>
  createApp({ config: readConfig({ DATA_DIR: folder, DEMO: 'no', PASSWORD_MEMORY_KB: '8', LOG_LEVEL: 'error' }) })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xunfa-new-'))
  app = await open()
})
afterEach(async () => {
  await app.stop()
  await rm(folder, { recursive: true })
})

const administrator = (token: string) => ({
  token,
  accountId: 'admin-bai',
  name: '白管理',
  password: 'a long enough one',
})

test('a new office has no accounts and no demo; its link brings in the first administrator, once', async () => {
  expect(await visitor({ app }).json('GET', '/office')).toMatchObject({ demo: false, needsSetUp: true })
  const token = app.house.setUp.token ?? ''
  expect(token).toMatch(/^[\w-]{43}$/)
  await visitor({ app }).problem(403, 'POST', '/set-up', administrator('guessed'))
  expect((await visitor({ app }).request('POST', '/set-up', administrator(token))).status).toBe(201)
  expect(await visitor({ app }).problem(403, 'POST', '/set-up', administrator(token))).toMatchObject({
    id: 'set-up.refused',
  })
  const admin = await signIn({ app }, 'admin-bai', 'a long enough one')
  expect(await admin.json('GET', '/session')).toMatchObject({
    permissions: ['administrate', 'operate', 'catalogue'],
    demo: false,
  })
  expect(await visitor({ app }).json('GET', '/office')).toMatchObject({ needsSetUp: false })
  expect(JSON.stringify(app.house.journal.entries())).not.toContain('a long enough one')
})

test('a password that many people use is refused, and uses no link up', async () => {
  const body = { ...administrator(app.house.setUp.token ?? ''), password: 'administrator1' }
  expect((await visitor({ app }).problem(422, 'POST', '/set-up', body)).errors?.[0]).toMatchObject({
    path: '/password',
  })
  expect((await visitor({ app }).request('POST', '/set-up', administrator(body.token))).status).toBe(201)
})

test('a short password is refused', async () => {
  const body = { ...administrator(app.house.setUp.token ?? ''), password: 'short' }
  expect((await visitor({ app }).problem(400, 'POST', '/set-up', body)).errors?.[0]?.path).toBe('/password')
})

test('after the next start the old link is worth nothing, and an office with an administrator prints none', async () => {
  const old = app.house.setUp.token ?? ''
  await app.stop()
  app = await open()
  await visitor({ app }).problem(403, 'POST', '/set-up', administrator(old))
  await visitor({ app }).request('POST', '/set-up', administrator(app.house.setUp.token ?? ''))
  await app.stop()
  app = await open()
  expect(app.house.setUp.token).toBeUndefined()
})

test('a name that cannot be written down does not use the link up', async () => {
  const token = app.house.setUp.token ?? ''
  await visitor({ app }).problem(400, 'POST', '/set-up', { ...administrator(token), name: '白\ud800' })
  expect((await visitor({ app }).request('POST', '/set-up', administrator(token))).status).toBe(201)
})

test('of two who follow the link at once, one comes in', async () => {
  const token = app.house.setUp.token ?? ''
  const follow = (accountId: string) =>
    visitor({ app }).request('POST', '/set-up', { ...administrator(token), accountId })
  const answers = await Promise.all([follow('admin-bai'), follow('admin-hei')])
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 403])
})
