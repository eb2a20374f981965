import { afterEach, beforeEach, expect, test } from 'vitest'
import { ADMIN_PASSWORD, type EmptyOffice, openEmptyOffice } from '../../tests/support/empty-office.ts'
import { signIn, type Visitor, visitor } from '../../tests/support/visitor.ts'

let office: EmptyOffice
let admin: Visitor
beforeEach(async () => {
  office = await openEmptyOffice()
  admin = office.admin
})
afterEach(() => office.close())

const PASSWORD = 'crane over nine bridges'
const officer = { role: 'street-officer', org: 'LDJ-CEC', from: '2026-11-01' }

/** The administrator registers somebody, opens his account, and hands the link over. */
async function hire(personId: string, appointments: object[] = [officer]): Promise<string> {
  const known = await admin.json<{ items: { orgId: string }[] }>('GET', '/organisations')
  if (!known.items.some(({ orgId }) => orgId === 'LDJ-CEC')) {
    const centre = { orgId: 'LDJ-CEC', name: '综合执法中心', kind: 'enforcement-centre', parent: null, entity: null }
    expect((await admin.request('POST', '/organisations', centre)).status).toBe(201)
  }
  const added = await admin.request('POST', '/personnel', { personId, name: '林慎', appointments })
  expect(added.status).toBe(201)
  const { token } = await admin.json<{ token: string }>('POST', '/accounts', { accountId: personId, personId })
  return token
}

const choose = (token: string, password = PASSWORD) =>
  visitor(office).request('POST', '/invitation', { token, password })

const historyOf = async (personId: string) => {
  const { items } = await admin.json<{ items: { sentence: string; reason: string | null; fields: object[] }[] }>(
    'GET',
    `/personnel/${personId}/history`,
  )
  return items
}

test('an administrator staffs the office: link, own password, sign-in; the link is good once', async () => {
  const token = await hire('lin-shen')
  await visitor(office).problem(401, 'POST', '/session', { accountId: 'lin-shen', password: PASSWORD })
  expect((await choose(token)).status).toBe(201)
  await visitor(office).problem(403, 'POST', '/invitation', { token, password: PASSWORD })
  const lin = await signIn(office, 'lin-shen', PASSWORD)
  expect(await lin.json('GET', '/session')).toMatchObject({ groups: ['street-officer@LDJ-CEC'] })
  expect((await historyOf('lin-shen')).map(({ sentence }) => sentence)).toEqual(['设定密码', '开通账号', '登记人员'])
  const book = JSON.stringify(office.app.house.journal.entries({ limit: 1000 }))
  for (const secret of [PASSWORD, token]) expect(book).not.toContain(secret)
})

test.each([
  ['too short', 'password.too-short'],
  ['PasswordPassword1', 'password.too-common'],
  ['lin-shen-2026', 'password.names-the-account'],
])('the password %s is refused with its reason, and the link stays good', async (password, id) => {
  const token = await hire('lin-shen')
  const problem = await visitor(office).problem(422, 'POST', '/invitation', { token, password })
  expect(problem.errors).toEqual([expect.objectContaining({ path: '/password', id })])
  expect((await choose(token)).status).toBe(201)
})

test('a reset takes the old password and every session away, with its reason in the history', async () => {
  await choose(await hire('lin-shen'))
  const lin = await signIn(office, 'lin-shen', PASSWORD)
  const { token } = await admin.json<{ token: string }>('POST', '/accounts/lin-shen/invitation', { reason: '忘记密码' })
  await lin.problem(401, 'GET', '/session')
  await visitor(office).problem(401, 'POST', '/session', { accountId: 'lin-shen', password: PASSWORD })
  await choose(token, 'ten thousand grey herons')
  await signIn(office, 'lin-shen', 'ten thousand grey herons')
  expect((await historyOf('lin-shen'))[1]).toMatchObject({ sentence: '重置密码', reason: '忘记密码' })
})

test('a locked account is out at once, and only who knows the password learns why', async () => {
  await choose(await hire('lin-shen'))
  const lin = await signIn(office, 'lin-shen', PASSWORD)
  const lock = (state: string) => admin.request('PUT', '/accounts/lin-shen/state', { state, reason: '离岗培训' })
  expect((await lock('locked')).status).toBe(204)
  await lin.problem(401, 'GET', '/user-tasks')
  const door = visitor(office)
  expect(await door.problem(403, 'POST', '/session', { accountId: 'lin-shen', password: PASSWORD })).toMatchObject({
    id: 'session.locked',
  })
  await door.problem(401, 'POST', '/session', { accountId: 'lin-shen', password: 'guessed' })
  await lock('active')
  await signIn(office, 'lin-shen', PASSWORD)
  expect((await historyOf('lin-shen'))[1]).toMatchObject({
    sentence: '锁定账号',
    fields: [{ label: '状态', before: '正常', after: '已锁定' }],
  })
})

test('sessions are listed and ended, one or all', async () => {
  await choose(await hire('lin-shen'))
  const [one, two] = [await signIn(office, 'lin-shen', PASSWORD), await signIn(office, 'lin-shen', PASSWORD)]
  const list = async () =>
    (await admin.json<{ items: { sessionId: string }[] }>('GET', '/accounts/lin-shen/sessions')).items
  expect(await list()).toHaveLength(2)
  const [{ sessionId } = { sessionId: '' }] = await list()
  expect((await admin.request('DELETE', `/accounts/lin-shen/sessions/${sessionId}`)).status).toBe(204)
  expect(await list()).toHaveLength(1)
  await admin.problem(404, 'DELETE', `/accounts/lin-shen/sessions/${sessionId}`)
  await admin.request('DELETE', '/accounts/lin-shen/sessions')
  for (const lin of [one, two]) await lin.problem(401, 'GET', '/session')
})

test("one's own password: the present one is asked for, other sessions end, this one goes on", async () => {
  const elsewhere = await signIn(office, 'admin-bai', ADMIN_PASSWORD)
  const wrong = { password: 'guessed', newPassword: PASSWORD }
  expect((await admin.problem(422, 'PUT', '/session/password', wrong)).errors?.[0]).toMatchObject({ path: '/password' })
  const weak = { password: ADMIN_PASSWORD, newPassword: '123456789012' }
  expect((await admin.problem(422, 'PUT', '/session/password', weak)).errors?.[0]).toMatchObject({
    path: '/newPassword',
  })
  const good = { password: ADMIN_PASSWORD, newPassword: PASSWORD }
  expect((await admin.request('PUT', '/session/password', good)).status).toBe(204)
  expect((await admin.request('GET', '/session')).status).toBe(200)
  await elsewhere.problem(401, 'GET', '/session')
  await signIn(office, 'admin-bai', PASSWORD)
})

test('the office cannot be shut out of itself', async () => {
  const lock = { state: 'locked', reason: '试一试' }
  const only = await admin.problem(409, 'PUT', '/accounts/admin-bai/state', lock)
  expect(only.id).toBe('register.last-administrator')
  await choose(await hire('second-admin', [{ ...officer, role: 'process-admin' }]))
  expect((await admin.request('PUT', '/accounts/admin-bai/state', lock)).status).toBe(204)
})
