import { expect, test } from 'vitest'
import { type FindOrganisation, isSuperior, officeOf } from './superiors.ts'

const tree: Record<string, { entity: string; parent: string | null }> = {
  'WC-GOV': { entity: 'WC-GOV', parent: null },
  LDJ: { entity: 'LDJ', parent: 'WC-GOV' },
  'LDJ-CEC': { entity: 'LDJ', parent: 'LDJ' },
  'LDJ-PMO': { entity: 'LDJ', parent: 'LDJ' },
  'LDJ-JS': { entity: 'WC-SFJ', parent: 'LDJ' },
  YY: { entity: 'YY', parent: 'WC-GOV' },
  'YY-CEC': { entity: 'YY', parent: 'YY' },
  'WC-SFJ': { entity: 'WC-SFJ', parent: 'WC-GOV' },
  'WC-CG': { entity: 'WC-CG', parent: 'WC-GOV' },
}
const find: FindOrganisation = org => tree[org]

test.each([
  ['center-director@LDJ-CEC', 'street-officer@LDJ-CEC', true],
  ['center-director@LDJ-CEC', 'street-aux@LDJ-CEC', true],
  // Who directs the cases does not direct their reviewers.
  ['center-director@LDJ-CEC', 'center-legal-reviewer@LDJ-CEC', false],
  ['center-director@LDJ-CEC', 'street-officer@YY-CEC', false],
  ['subdistrict-deputy@LDJ', 'center-legal-reviewer@LDJ-CEC', true],
  ['subdistrict-deputy@LDJ', 'pmo-legal-reviewer@LDJ-PMO', true],
  ['subdistrict-deputy@LDJ', 'street-officer@YY-CEC', false],
  ['subdistrict-deputy@LDJ', 'subdistrict-head@LDJ', false],
  ['subdistrict-head@LDJ', 'subdistrict-deputy@LDJ', true],
  ['justice-bureau-leader@WC-SFJ', 'justice-office-supervisor@LDJ-JS', true],
  ['dept-leader@WC-CG', 'street-officer@LDJ-CEC', false],
  ['district-leader@WC-GOV', 'subdistrict-head@YY', true],
  ['street-officer@LDJ-CEC', 'street-officer@LDJ-CEC', false],
  ['auditor@WC-SFJ', 'justice-supervisor@WC-SFJ', false],
])('%s over %s: %s', (upper, lower, expected) => {
  expect(isSuperior(officeOf(upper), officeOf(lower), find)).toBe(expected)
})

test('an organisation that nobody knows, or that lies above itself, has no superior', () => {
  const circle: FindOrganisation = org => ({ entity: org, parent: org === 'A' ? 'B' : 'A' })
  expect(isSuperior(officeOf('center-director@C'), officeOf('street-officer@A'), circle)).toBe(false)
  expect(isSuperior(officeOf('center-director@C'), officeOf('street-officer@D'), () => undefined)).toBe(false)
})
