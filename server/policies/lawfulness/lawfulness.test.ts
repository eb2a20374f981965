import { describe, expect, test } from 'vitest'
import { TASK_KINDS } from '../kinds.ts'
import { policyWords } from '../words.ts'
import { groupOf } from './kind-groups.ts'
import { objectionToVerb } from './objection-to-verb.ts'
import { cellOf, LAWFULNESS } from './table.ts'
import { LAW_VERB_IDS, LAW_VERBS } from './verbs.ts'

const kinds = [...Object.keys(TASK_KINDS), undefined]
const cells = LAW_VERB_IDS.flatMap(verb => kinds.map(kind => ({ verb, kind, cell: cellOf(verb, kind) })))

test('every kind belongs to a group; what nobody stated or knows does not', () => {
  expect(Object.keys(TASK_KINDS).filter(kind => groupOf(kind) === 'unstated')).toEqual([])
  expect([groupOf(undefined), groupOf('something-else')]).toEqual(['unstated', 'unstated'])
})

test('every verb has a cell for every kind, with its reason in both languages', () => {
  expect(Object.keys(LAWFULNESS).sort()).toEqual([...LAW_VERB_IDS].sort())
  expect(cells.length).toBe(LAW_VERB_IDS.length * kinds.length)
  for (const { cell } of cells) {
    expect(cell.zh).toMatch(/\p{Script=Han}{4,}/u)
    expect(cell.en).toMatch(/^[\x20-\x7e]+$/)
  }
})

describe('what the trade asks', () => {
  test.each([
    ['timeout-approve', 'internal', 'forbidden'],
    ['auto-pass', 'legal-review-first', 'forbidden'],
    ['auto-pass', 'internal', 'allowed'],
    ['dedupe', undefined, 'forbidden'],
    ['skip-self', 'certificate-review', 'forbidden'],
    ['or-sign', 'case-decision', 'forbidden'],
    ['or-sign', 'whistle-handling', 'forbidden'],
    ['transfer', 'legal-review-second', 'reason'],
    ['transfer', 'leader-decision', 'second'],
    ['substitute', 'hearing-host', 'second'],
    ['substitute', 'case-handling', 'reason'],
    ['late-entry', 'on-site-act', 'second'],
    ['late-entry', 'designation-record', 'reason'],
  ] as const)('%s on %s is %s', (verb, kind, verdict) => {
    expect(cellOf(verb, kind).verdict).toBe(verdict)
  })

  test('nothing that a diagram does by itself passes where a decision, a review or enforcement is due', () => {
    const byItself = cells.filter(({ verb }) => LAW_VERBS[verb].by === 'diagram')
    const lax = byItself.filter(({ cell }) => cell.verdict !== 'forbidden').map(({ kind }) => kind)
    expect([...new Set(lax)]).toEqual(['internal'])
  })
})

/** What each verdict lets pass: [nothing given, with a reason, with a second person, with both]. */
const PASSES = {
  allowed: [true, true, true, true],
  reason: [false, true, false, true],
  second: [false, false, false, true],
  forbidden: [false, false, false, false],
} as const
const GIVEN = [{}, { reason: '外出' }, { hasSecond: true }, { reason: '外出', hasSecond: true }]

test('every cell holds: what it asks for, and nothing less, lets the verb pass', () => {
  for (const { verb, kind, cell } of cells) {
    const objections = GIVEN.map(given => objectionToVerb({ verb, kind, ...given }))
    expect(objections.map(each => each === undefined)).toEqual(PASSES[cell.verdict])
    for (const each of objections.filter(found => found !== undefined)) {
      expect(each.rule).toBe('R-LAWFUL')
      for (const id of [each.id, `${each.id}.remedy`, ...Object.values(each.params ?? {})])
        expect(policyWords[String(id)]?.zh, String(id)).toBeTruthy()
    }
  }
})

test('what a diagram closes stays closed, whatever the law allows; nothing it says opens anything', () => {
  for (const { verb, kind } of cells) {
    const objection = objectionToVerb({ verb, kind, closed: [verb], reason: '外出', hasSecond: true })
    expect(objection?.id).toBe('policy.lawfulness.closed')
  }
  expect(objectionToVerb({ verb: 'transfer', kind: 'internal', closed: ['release'] })).toBeUndefined()
})
