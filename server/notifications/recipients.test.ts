import { describe, expect, test } from 'vitest'
import type { People } from '../registers/people.ts'
import { personsOf } from './recipients.ts'

const DAY = '2026-11-24'
const tree: Record<string, string | null> = {
  GOV: null,
  LDJ: 'GOV',
  CEC: 'LDJ',
  PMO: 'LDJ',
  ZHL: 'GOV',
  'ZHL-CEC': 'ZHL',
}
const office: Record<string, string[]> = {
  'officer@CEC': ['lin', 'he'],
  'director@CEC': ['zheng'],
  'deputy@LDJ': ['mei'],
  'reviewer@PMO': ['shen'],
  'leader@GOV': ['district'],
  'auditor@GOV': ['gu'],
}

/** Only what is asked here. */
const people = {
  listOrganisations: () => Object.entries(tree).map(([orgId, parent]) => ({ orgId, parent })),
  listPeople: (_: string, { role, org }: { role?: string; org?: string } = {}) =>
    Object.entries(office)
      .filter(([group]) => group.startsWith(`${role}@`) && (org === undefined || group === `${role}@${org}`))
      .flatMap(([, ids]) => ids.map(personId => ({ personId }))),
} as unknown as People

describe('whom it concerns', () => {
  test.each([
    ['a person himself', [{ person: 'lin' }], ['lin']],
    ['everybody of an office', [{ group: 'officer@CEC' }], ['lin', 'he']],
    ['each once', [{ group: 'officer@CEC' }, { person: 'he' }], ['lin', 'he']],
    ['who holds the role in the same organisation', [{ role: 'director', near: ['CEC'] }], ['zheng']],
    ['who holds it one step above', [{ role: 'deputy', near: ['CEC'] }], ['mei']],
    ['who holds it in the sister organisation', [{ role: 'reviewer', near: ['CEC'] }], ['shen']],
    ['who holds it at the top', [{ role: 'leader', near: ['ZHL-CEC'] }], ['district']],
    ['everybody who holds the role, wherever', [{ role: 'deputy' }], ['mei']],
    ['nobody, when nobody holds it anywhere above or beside', [{ role: 'nobody', near: ['CEC', 'PMO'] }], []],
    ['nobody of an organisation that is none', [{ role: 'director', near: ['ELSEWHERE'] }], []],
    ['whoever has a permission', [{ permission: 'audit' as const }], ['gu']],
  ])('%s', (_, recipients, expected) => {
    expect([...personsOf(recipients, people, DAY)]).toEqual(expected)
  })
})
