import { expect, test } from 'vitest'
import type { Organisation, People } from '../registers/people.ts'
import { personsOf } from './recipients.ts'

const place = (orgId: string, parent: string | null): Organisation =>
  ({ orgId, name: orgId, entity: orgId, parent, kind: null }) as Organisation
const tree = [place('GOV', null), place('A', 'GOV'), place('A-CEC', 'A'), place('A-JS', 'A'), place('B', 'GOV')]
const people = {
  listOrganisations: () => tree,
  listPeople: (_: string, { org, role }: { org?: string; role?: string } = {}) =>
    org === 'A-JS' && role === 'justice-office-supervisor' ? [{ personId: 'wei', name: '卫', appointments: [] }] : [],
} as unknown as People

test.each([
  ['beside', 'justice-office-supervisor', 'A-CEC', ['wei']],
  ['under', 'justice-office-supervisor', 'A-JS', ['wei']],
  ['nowhere', 'hotline-operator', 'A-CEC', []],
])('the nearest holder of a role is looked for %s, and the search ends', (_, role, near, found) => {
  expect([...personsOf([{ role, near: [near] }], people, '2026-11-24')]).toEqual(found)
})
