import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn, type Visitor } from '../support/visitor.ts'
import { openRoleOffice, PARTY, type RoleOffice } from './role-office.ts'

/** Who stands for each column. */
const accounts: Readonly<Record<string, string>> = {
  handler: 'lin-shen',
  reviewer: 'zhou-yanqing',
  'other officer': 'deng-ziyang',
  'street supervisor': 'wei-mingjian',
  'certificate keeper': 'jian-shuyan',
  'process-admin': 'fang-yuangui',
  auditor: 'gu-xingzhi',
}

const [header = '', ...lines] = readFileSync('tests/authorisation/expected-fields.csv', 'utf8').trim().split('\n')
const columns = header.split(',').slice(2)
const cells = lines.flatMap(line => {
  const [route = '', field = '', ...expected] = line.split(',')
  return columns.map((column, index) => ({ route, field, column, expected: expected[index] ?? '' }))
})

let house: RoleOffice
let fileId: string
const visitors = new Map<string, Visitor>()
beforeAll(async () => {
  house = await openRoleOffice()
  fileId = (await house.office.caseFiles()).draft.fileId
  const told = { mail: 'zhou@office.example', choices: {}, language: null }
  await house.office.app.enter([{ register: 'notification-settings', op: 'put', id: 'zhou-yanqing', value: told }])
  for (const [column, account] of Object.entries(accounts)) visitors.set(column, await signIn(house.office, account))
  visitors.set('invited supervisor', await house.holderOf('special-supervisor', 'WC-SFJ'))
  visitors.set('police', await house.holderOf('police-liaison', 'WC-GOV'))
})
afterAll(() => house.close())

/** Every value of a member, wherever it stands in an answer; variables are members too, as objects and as `{ name, value }`. */
function valuesOf(answer: unknown, field: string): unknown[] {
  const name = field.split('.').at(-1) ?? ''
  const found: unknown[] = []
  const walk = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return
    const object = value as Record<string, unknown>
    if (Object.hasOwn(object, name)) found.push(object[name])
    if (object.name === name && 'value' in object) found.push(object.value)
    Object.values(object).forEach(walk)
  }
  walk(answer)
  return found.filter(value => value !== null)
}

const pathOf = (route: string): string =>
  route
    .replace('GET ', '')
    .replace('{processInstanceKey}', house.instances.own)
    .replace('{userTaskKey}', house.task)
    .replace('{fileId}', fileId)
    .replace('{personId}', 'zhou-yanqing')
    .replace('{accountId}', 'zhou-yanqing')

async function shownOf(who: Visitor, route: string, field: string): Promise<string> {
  const answer = await who.request('GET', pathOf(route))
  if (!answer.ok) {
    await answer.body?.cancel()
    expect([403, 404]).toContain(answer.status)
    return 'absent'
  }
  if (field === 'content') return (await answer.arrayBuffer()).byteLength > 0 ? 'plain' : 'absent'
  const text = await answer.text()
  const values = valuesOf(JSON.parse(text), field)
  if (values.length === 0) return 'absent'
  if (!field.endsWith('party') && !field.endsWith('partyName')) return 'plain'
  if (values.every(value => value === PARTY)) return 'plain'
  expect(text, 'a masked name stands nowhere else in the answer').not.toContain(PARTY)
  return 'masked'
}

test.each(cells)('$route shows $field to $column: $expected', async ({ route, field, column, expected }) => {
  expect(await shownOf(visitors.get(column)!, route, field)).toBe(expected)
})

test('everybody reads what is kept of himself', async () => {
  const record = await visitors.get('reviewer')!.json<object>('GET', '/personnel/zhou-yanqing')
  expect(record).toMatchObject({ account: { state: 'active' }, qualification: { number: expect.any(String) } })
})

test('who reads masked takes no file and no export', async () => {
  const who = visitors.get('invited supervisor')!
  await who.problem(403, 'GET', `/files/${fileId}`)
  await who.problem(403, 'GET', '/register-files/duty-lists')
})
