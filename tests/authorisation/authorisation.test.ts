import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'
import { personRecords } from '../../server/identity/register-records.ts'
import { type Office, openOffice } from '../support/office.ts'
import { signIn, type Visitor, visitor } from '../support/visitor.ts'
import type { Asked } from './asked.ts'
import { openSituations, type Situations } from './situations.ts'

/** Who stands for each column. The handler started the case; the other officer has nothing to do with it. */
const accounts: Readonly<Record<string, string>> = {
  'without-office': 'former-colleague',
  handler: 'lin-shen',
  'street-officer': 'deng-ziyang',
  'street-aux': 'ding-xiaoman',
  'center-legal-reviewer': 'zhou-yanqing',
  'pmo-legal-reviewer': 'shen-zhiwei',
  'center-director': 'zheng-huaiyuan',
  'subdistrict-deputy': 'wen-rusong',
  'subdistrict-head': 'yan-shouzheng',
  'justice-office-supervisor': 'wei-mingjian',
  'justice-cert-admin': 'jian-shuyan',
  'process-admin': 'fang-yuangui',
  auditor: 'gu-xingzhi',
}

const [header = '', ...lines] = readFileSync('tests/authorisation/expected.csv', 'utf8').trim().split('\n')
const [, , ...roles] = header.split(',')
const cells = lines.flatMap(line => {
  const [route = '', situation = '', ...expected] = line.split(',')
  return roles.map((role, index) => ({ route, situation, role, expected: expected[index] }))
})

let office: Office
let situations: Situations
beforeAll(async () => {
  office = await openOffice()
  const appointments = [{ role: 'center-legal-reviewer', org: 'LDJ-CEC', from: '2025-03-01', to: '2026-11-23' }]
  const former = personRecords({
    personId: 'former-colleague',
    name: '前同事',
    accountId: 'former-colleague',
    appointments,
  })
  await office.app.enter(former, DEMO_PASSWORD)
  situations = await openSituations(office)
})
afterAll(() => office.close())

const sessions = new Map<string, Visitor>()
/** One session each for all cells, but for those that are about sessions. */
async function signedIn(account: string, path: string): Promise<Visitor> {
  const open = path.startsWith('/session') ? undefined : sessions.get(account)
  const who = open ?? (await signIn(office, account))
  if (!path.startsWith('/session')) sessions.set(account, who)
  return who
}

async function statusOf(role: string, { method, path, body, headers }: Asked): Promise<number> {
  const account = accounts[role]
  const who = account === undefined ? visitor(office) : await signedIn(account, path)
  const answer = await who.request(method, path, body, headers)
  await answer.body?.cancel()
  return answer.status
}

/** A program signs what it hands in: whoever else comes there is a stranger, signed in or not. */
const isUnknown = (route: string, role: string) =>
  route === 'POST /intake' || (role === 'anonymous' && route !== 'POST /set-up')

describe('role × route, as the specification has it', () => {
  test.each(cells)('$route for $role ($situation): $expected', async ({ route, role, expected }) => {
    const asked = await situations.ask(route, accounts[role])
    const status = await statusOf(role, asked)
    if (status < 300) situations.used(route)
    if (expected === 'yes') expect(status, 'a permitted request succeeds').toBeLessThan(300)
    else expect(isUnknown(route, role) ? [401] : [403, 404]).toContain(status)
  })
})

test('every route of the OpenAPI document has its row, and no row is of a route that is none', async () => {
  const document = await visitor(office).json<{ paths: Record<string, Record<string, unknown>> }>(
    'GET',
    '/openapi.json',
  )
  const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method.toUpperCase()} ${path.replace(/^\/api/, '')}`),
  )
  const rows = new Set(cells.map(({ route }) => route))
  expect([...rows].sort()).toEqual([...documented, 'GET /openapi.json'].sort())
})

test('every cell says yes or no', () => {
  expect(cells.filter(({ expected }) => expected !== 'yes' && expected !== 'no')).toEqual([])
})
