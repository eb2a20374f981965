import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { organisationRecord } from '../identity/register-records.ts'
import type { Entry, RegisterRecord } from '../journal/act.ts'
import { type Items, openItems } from './items.ts'
import { powerRegisters } from './master-registers.ts'
import { openPeople } from './people.ts'
import { peopleRegisters } from './people-registers.ts'

let db: Database
let items: Items
beforeEach(() => {
  db = openDatabase(':memory:', { preGrowWal: false }).writer
  items = openItems(db, openPeople(db).findOrganisation)
  enter(
    organisationRecord('GOV', '区政府', 'GOV', { kind: 'government' }),
    organisationRecord('LDJ', '粮道街道办事处', 'LDJ', { parent: 'GOV', kind: 'subdistrict' }),
    organisationRecord('LDJ-CEC', '执法中心', 'LDJ', { parent: 'LDJ', kind: 'enforcement-centre' }),
    organisationRecord('ZHL', '中华路街道办事处', 'ZHL', { parent: 'GOV', kind: 'subdistrict' }),
    organisationRecord('CG', '城管局', 'CG', { parent: 'GOV', kind: 'empowering-department' }),
    item({}),
    confirmation({}),
  )
})
afterEach(() => db.close())

function enter(...register: RegisterRecord[]): void {
  const entry = { seq: 1, at: 0, actor: { kind: 'system', id: 'house' }, register } as unknown as Entry
  for (const projection of [...peopleRegisters, ...powerRegisters]) projection.open(db)(entry)
}

function item(more: Record<string, unknown>): RegisterRecord {
  const value = {
    ...{ name: '占道经营', domain: '市容', actType: 'penalty', level: 'district', department: 'CG' },
    basis: [
      { ref: '旧条例 第1条', from: null, to: '2026-08-14' },
      { ref: '新法典 第2条', from: '2026-08-15', to: null },
    ],
    ...{ streets: ['LDJ'], tags: ['basic'], guideUrl: null, state: 'in-force' },
    ...{ validFrom: '2026-01-01', validTo: '2026-12-31', ...more },
  }
  return { register: 'enforcement-items', op: 'put', id: 'SR-001', value } as RegisterRecord
}

function confirmation(more: Record<string, unknown>): RegisterRecord {
  const value = { street: 'LDJ', items: ['SR-001'], signedOn: '2026-02-01', validTo: null, ...more }
  return { register: 'empowerment-confirmations', op: 'put', id: '赋确〔2026〕1号', value } as RegisterRecord
}

describe('R-SUBJECT: who may act on an item', () => {
  test.each([
    ['the street itself', 'LDJ', '2026-03-01', 'empowered'],
    ['its enforcement centre', 'LDJ-CEC', '2026-03-01', 'empowered'],
    ['on the day the confirmation was signed', 'LDJ', '2026-02-01', 'empowered'],
    ['before it was signed', 'LDJ', '2026-01-31', 'not-confirmed'],
    ['before the item holds', 'LDJ', '2025-12-31', 'not-in-force'],
    ['on its last day', 'LDJ', '2026-12-31', 'empowered'],
    ['after its last day', 'LDJ', '2027-01-01', 'not-in-force'],
    ['a street that is not on the list', 'ZHL', '2026-03-01', 'not-listed'],
    ['the department it came from', 'CG', '2026-03-01', 'empowered'],
    ['a body above the streets', 'GOV', '2026-03-01', 'not-listed'],
  ])('%s', (_case, org, date, expected) => {
    expect(items.empowerment(org, 'SR-001', date)).toBe(expected)
    expect(items.isEmpowered(org, 'SR-001', date)).toBe(expected === 'empowered')
  })

  test('an item nobody registered', () => {
    expect(items.empowerment('LDJ', 'SR-999', '2026-03-01')).toBe('unknown-item')
  })

  test.each(['suspended', 'withdrawn'])('an item that is %s', state => {
    enter(item({ state }))
    expect(items.empowerment('LDJ', 'SR-001', '2026-03-01')).toBe('not-in-force')
  })

  test('an item that was taken back from the street, from that day on', () => {
    const value = {
      street: 'LDJ',
      listType: 'withdrawn',
      name: '占道经营',
      itemCode: 'SR-001',
      validFrom: '2026-06-01',
    }
    enter({ register: 'duty-lists', op: 'put', id: 'LDJ-3-1', value })
    expect(items.empowerment('LDJ', 'SR-001', '2026-05-31')).toBe('empowered')
    expect(items.empowerment('LDJ', 'SR-001', '2026-06-01')).toBe('withdrawn')
  })

  test('a confirmation that ended', () => {
    enter(confirmation({ validTo: '2026-04-30' }))
    expect(items.empowerment('LDJ', 'SR-001', '2026-04-30')).toBe('empowered')
    expect(items.empowerment('LDJ', 'SR-001', '2026-05-01')).toBe('not-confirmed')
  })
})

test('an item is found with the articles that hold on the day of the conduct', () => {
  expect(items.find('SR-001', '2026-08-14')?.basis).toMatchObject([{ ref: '旧条例 第1条' }])
  expect(items.find('SR-001', '2026-08-15')?.basis).toMatchObject([{ ref: '新法典 第2条' }])
  expect(items.find('SR-999', '2026-08-15')).toBeUndefined()
})

test('what a street may act on is listed', () => {
  expect(items.listFor('LDJ-CEC', '2026-03-01').map(({ itemCode }) => itemCode)).toEqual(['SR-001'])
  expect(items.listFor('ZHL', '2026-03-01')).toEqual([])
})
