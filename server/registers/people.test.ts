import { afterEach, beforeEach, expect, test } from 'vitest'
import { createJournal } from '../../db/journal.ts'
import { type OfficeDatabase, openDatabase } from '../../db/open.ts'
import { organisationRecord, personRecords } from '../identity/register-records.ts'
import type { RegisterRecord } from '../journal/act.ts'
import { registers } from './index.ts'
import { openPeople, type People } from './people.ts'

let db: OfficeDatabase
let people: People
let write: (...register: RegisterRecord[]) => void
beforeEach(() => {
  db = openDatabase(':memory:')
  const journal = createJournal(db.writer, { clock: { now: () => 0 }, projections: registers })
  const actor = { kind: 'system', id: 'house' } as const
  write = (...register) =>
    void journal.append({ kind: 'register', verb: 'register.enter', actor, at: 0, register }, [], [])
  people = openPeople(db.writer)
  write(organisationRecord('LDJ-CEC', '粮道街道综合执法中心', 'LDJ'))
})
afterEach(() => db.close())

const officer = { role: 'street-officer', org: 'LDJ-CEC' }

test.each([
  ['the day before', '2026-01-31', []],
  ['its first day', '2026-02-01', ['street-officer']],
  ['its last day', '2026-06-30', ['street-officer']],
  ['the day after', '2026-07-01', ['street-aux']],
])('an appointment holds from its first to its last day: %s', (_, date, roles) => {
  const appointments = [
    { ...officer, from: '2026-02-01', to: '2026-06-30' },
    { role: 'street-aux', org: 'LDJ-CEC', from: '2026-07-01' },
  ]
  write(...personRecords({ personId: 'lin', name: '林', appointments, accountId: 'lin.s' }))
  expect(people.findPerson('lin', date)?.appointments.map(({ role }) => role)).toEqual(roles)
  expect(people.listPeople(date).map(({ personId }) => personId)).toEqual(roles.length > 0 ? ['lin'] : [])
  expect(people.findAccount('lin.s')).toEqual({ accountId: 'lin.s', personId: 'lin', isLocked: false })
  expect(people.findAccountOfPerson('lin')).toBe('lin.s')
})

test('people are found by role and organisation, and the latest record of an id holds', () => {
  const appointments = [{ ...officer, from: '2026-01-01' }]
  write(...personRecords({ personId: 'lin', name: '林', appointments }))
  write(...personRecords({ personId: 'lin', name: '林慎', appointments }))
  expect(people.listPeople('2026-03-01', { role: 'street-officer', org: 'LDJ-CEC' })).toEqual([
    expect.objectContaining({ name: '林慎' }),
  ])
  expect(people.listPeople('2026-03-01', { role: 'street-aux' })).toEqual([])
  expect(people.listPeople('2026-03-01', { org: 'ZHL-CEC' })).toEqual([])
  write({ register: 'persons', op: 'delete', id: 'lin' })
  expect(people.findPerson('lin', '2026-03-01')).toBeUndefined()
})

test('records of other registers are left alone', () => {
  write({ register: 'of-somebody-else', op: 'put', id: 'lin', value: { name: 'x' } })
  expect(people.nameOf('lin')).toBeUndefined()
  expect(people.listOrganisations()).toMatchObject([
    { orgId: 'LDJ-CEC', name: '粮道街道综合执法中心', entity: 'LDJ', parent: null, kind: null },
  ])
})
