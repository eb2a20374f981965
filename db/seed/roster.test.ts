import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { staff } from './district/staff.ts'
import { demoPeople } from './people.ts'
import type { DemoPerson } from './person-records.ts'
import { neighbours } from './street-neighbours.ts'

const STREET = 'LDJ'

/** Offices that a diagram finds out while it runs: whose they are depends on who calls, transfers or disputes. */
const FOUND_OUT: Readonly<Record<string, readonly string[]>> = {
  'whistle-dispatch': ['street-dispatcher', 'dept-dispatcher', 'dept-officer', 'dept-guidance-head', 'dept-leader'],
  'jurisdiction-dispute': [
    'center-director',
    'dept-guidance-head',
    'subdistrict-head',
    'dept-leader',
    'district-leader',
  ],
  'case-transfer': ['street-officer', 'dept-officer', 'dept-dispatcher', 'dept-guidance-head', 'center-director'],
  'cert-monthly-cleanup': ['center-director', 'dept-leader'],
  'cert-revoke': ['justice-supervisor', 'justice-office-supervisor', 'justice-training-admin'],
}

const rosters: readonly (readonly [name: string, people: readonly DemoPerson[]])[] = [
  ['the street', [...demoPeople, ...neighbours]],
  ['the district', [...demoPeople, ...staff.filter(({ hasAccount }) => hasAccount)]],
]

const procedures = readdirSync('workflows', { withFileTypes: true })
  .filter(entry => entry.isDirectory() && entry.name !== 'shared')
  .map(({ name }) => name)

/** The offices a diagram names, those of a street as of the first one. */
function officesOf(id: string): string[] {
  const xml = readFileSync(`workflows/${id}/${id}.bpmn`, 'utf8').replaceAll('&#34;', '"')
  const asked = [...xml.matchAll(/candidateGroups="(=.*?)" ?(?:candidateUsers|\/>)/g)].flatMap(([, groups = '']) => [
    ...groups
      .replaceAll('" + orgCode + "', STREET)
      .replaceAll('" + orgCode', `${STREET}"`)
      .matchAll(/"([a-z-]+@[A-Z-]+)"/g),
  ])
  return [...new Set(asked.map(([, office = '']) => office))]
}

test('offices are read from diagrams', () => {
  expect(officesOf('cert-issue')).toEqual([
    ...['center-director@LDJ-CEC', 'subdistrict-deputy@LDJ', 'dept-leader@LDJ', 'justice-bureau-leader@LDJ'],
    ...['staffing-office@WC-BB', 'justice-cert-admin@WC-SFJ', 'city-cert-admin@WH-SFJ', 'province-cert-admin@HB-SFT'],
    'justice-bureau-leader@WC-SFJ',
  ])
})

describe.each(rosters)('the demonstration of %s has somebody for every step', (_, people) => {
  const groups = people.flatMap(person => person.groups)
  const roles = new Set(groups.map(group => group.split('@')[0]))

  test.each(procedures)('of %s', id => {
    const offices = officesOf(id)
    const bodies = (office: string) =>
      // Of applicants the street's are asked about; a department and the bureau have theirs.
      groups.includes(office) ||
      ['dept-leader@LDJ', 'justice-bureau-leader@LDJ', 'district-leader@WC-LG'].includes(office)
    expect(offices.filter(office => !bodies(office))).toEqual([])
    expect((FOUND_OUT[id] ?? []).filter(role => !roles.has(role))).toEqual([])
  })

  test.each(['justice-cert-admin', 'justice-bureau-leader', 'leading-group-office', 'street-officer'])(
    'two hold the office of %s, so that one may stand back',
    role =>
      expect(people.filter(person => person.groups.some(group => group.startsWith(`${role}@`))).length).toBeGreaterThan(
        1,
      ),
  )
})
