import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../../server/identity/roles.ts'
import type { Visitor } from '../support/visitor.ts'
import { openRoleOffice, PARTY, type RoleOffice } from './role-office.ts'

/** What is asked for each column: whether a list is answered, or whether a case is to be found in all of them. */
const lists: Readonly<Record<string, string>> = {
  inbox: '/user-tasks',
  supervised: '/user-tasks?view=supervised',
  incidents: '/incidents',
  'nobody can do': '/unmanned-tasks',
  people: '/people',
  personnel: '/personnel',
  certificates: '/certificates',
  accounts: '/accounts',
  organisations: '/organisations',
  catalogue: '/catalogue/enforcement-items',
  limits: '/limit-parameters',
  parameters: '/office-parameters',
}

const [header = '', ...lines] = readFileSync('tests/authorisation/expected-lists.csv', 'utf8').trim().split('\n')
const columns = header.split(',').slice(2)
const rows = lines.map(line => {
  const [role = '', org = '', ...cells] = line.split(',')
  return { role, org, expected: Object.fromEntries(columns.map((column, index) => [column, cells[index]])) }
})

let house: RoleOffice
beforeAll(async () => {
  house = await openRoleOffice()
})
afterAll(() => house.close())

interface Listed {
  items: { processInstanceKey: string; party: string | null }[]
}

/** Whether a case is seen: in the list of instances, by its address, and by whoever supervises in his view. */
async function sees(who: Visitor, instance: string): Promise<boolean> {
  const listed = await who.request('GET', '/process-instances?limit=200')
  const { items } = (await listed.json()) as Listed
  const isListed = items.some(({ processInstanceKey }) => processInstanceKey === instance)
  const { status } = await who.request('GET', `/process-instances/${instance}`)
  expect(status, 'what is listed can be opened, and nothing else').toBe(isListed ? 200 : 404)
  const supervised = await who.request('GET', '/user-tasks?view=supervised&limit=200')
  if (!supervised.ok) return isListed
  const tasks = ((await supervised.json()) as Listed).items
  expect(tasks.some(({ processInstanceKey }) => processInstanceKey === instance)).toBe(isListed)
  return isListed
}

async function partyOf(who: Visitor): Promise<string> {
  const listed = (await (await who.request('GET', '/process-instances?limit=200')).json()) as Listed
  const found = listed.items.find(({ processInstanceKey }) => processInstanceKey === house.instances.own)
  if (!found) return 'absent'
  return found.party === PARTY ? 'plain' : 'masked'
}

async function answerOf(who: Visitor, column: string): Promise<string> {
  if (column === 'party') return partyOf(who)
  if (column === 'own street') return (await sees(who, house.instances.own)) ? 'yes' : 'no'
  if (column === 'other street') return (await sees(who, house.instances.other)) ? 'yes' : 'no'
  const answer = await who.request('GET', lists[column] ?? '')
  await answer.body?.cancel()
  expect([200, 403], column).toContain(answer.status)
  return answer.status === 200 ? 'yes' : 'no'
}

describe('role × list, as the catalogue of roles has it', () => {
  test.each(rows)('$role at $org', async ({ role, org, expected }) => {
    const who = await house.holderOf(role, org)
    const found: Record<string, string> = {}
    for (const column of columns) found[column] = await answerOf(who, column)
    expect(found).toEqual(expected)
  })
})

test('supervisors do nothing with what they see: each verb is refused by rule', async () => {
  const supervising = rows.filter(({ role }) => roles[role]?.supervises)
  expect(supervising.length).toBeGreaterThan(5)
  for (const { role, org } of supervising) {
    const who = await house.holderOf(role, org)
    const path = `/user-tasks/${house.task}`
    for (const [method, address, body] of [
      ['POST', `${path}/assignment`, {}],
      ['POST', `${path}/completion`, { action: 'yes', variables: {} }],
    ] as const)
      expect(await who.problem(403, method, address, body), role).toMatchObject({ rule: 'R-SUPERVISION' })
  }
})

test('every role of the catalogue has its row', () => {
  expect(rows.map(({ role }) => role).sort()).toEqual(Object.keys(roles).sort())
})

test('every cell says what is expected', () => {
  const cells = rows.flatMap(({ expected }) => Object.entries(expected))
  const allowed = (column: string) => (column === 'party' ? ['plain', 'masked', 'absent'] : ['yes', 'no'])
  expect(cells.filter(([column, cell]) => !allowed(column).includes(cell ?? ''))).toEqual([])
})
