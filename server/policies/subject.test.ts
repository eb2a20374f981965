import { describe, expect, test } from 'vitest'
import { type Filing, filedBefore } from './first-filed.ts'
import { objectionToIndicators } from './penalty-link.ts'
import { person, request, task } from './request.fixture.ts'
import { objectionToSubject, subject } from './subject.ts'

describe('R-SUBJECT', () => {
  test.each([
    ['empowered', { itemCode: 'C-1', isEmpowered: true }, undefined],
    ['not empowered', { itemCode: 'C-1', isEmpowered: false }, 'policy.subject'],
    ['no item named', { itemCode: undefined, isEmpowered: true }, 'policy.subject.no-item'],
  ])('%s', (_, facts, expected) => {
    expect(objectionToSubject({ ...facts, item: undefined, org: 'LDJ' })?.id).toBe(expected)
    for (const kind of ['case-filing', 'inspection', 'coercion', 'coercion-execution'])
      expect(subject(request({ person: person('lin', []), task: task({ kind }), case: facts }))?.id).toBe(expected)
    expect(subject(request({ person: person('lin', []), task: task({ kind: 'case-handling' }), case: facts }))).toBe(
      undefined,
    )
  })

  test.each([
    ['transfer', true],
    ['criminal', true],
    ['notFile', true],
    ['file', false],
    ['simple', false],
  ])('a matter of others may be suggested for %s: %s', (verifySuggestion, isOpen) => {
    const facts = { itemCode: 'C-1', isEmpowered: false }
    const asked = request({
      person: person('lin', []),
      task: task({ kind: 'case-filing' }),
      case: facts,
      values: { verifySuggestion },
    })
    expect(subject(asked) === undefined).toBe(isOpen)
  })
})

describe('R-FIRST-FILED', () => {
  const wanted = { org: 'LDJ', itemCode: 'C-1', partyId: 'P-1', conductFrom: '2026-11-01', conductTo: '2026-11-05' }
  const filing = (changes: Partial<Filing> = {}): Filing => ({
    ...wanted,
    org: 'WC-CGJ',
    caseNo: 'CGJ-1',
    filedAt: Date.parse('2026-11-10T00:00:00Z'),
    ...changes,
  })
  test.each<[string, Filing[], 'objection' | 'hint' | undefined]>([
    ['nobody filed', [], undefined],
    ['another body filed the same conduct', [filing()], 'objection'],
    [
      'it ended on the day this one began',
      [filing({ conductFrom: '2026-10-01', conductTo: '2026-11-01' })],
      'objection',
    ],
    ['a conduct of one day', [filing({ conductFrom: '2026-11-03', conductTo: undefined })], 'objection'],
    ['another conduct', [filing({ conductFrom: '2026-11-06', conductTo: '2026-11-07' })], undefined],
    ['a conduct nobody dated', [filing({ conductFrom: undefined, conductTo: undefined })], 'hint'],
    ['another party', [filing({ partyId: 'P-2' })], undefined],
    ['another matter', [filing({ itemCode: 'C-2' })], undefined],
    ['the same body', [filing({ org: 'LDJ' })], undefined],
  ])('%s', (_, earlier, expected) => {
    expect(Object.keys(filedBefore(wanted, earlier))[0]).toBe(expected)
  })

  test('the first of several is named', () => {
    const first = filing({ caseNo: 'HBJ-1', org: 'WC-HBJ', filedAt: Date.parse('2026-11-08T00:00:00Z') })
    expect(filedBefore(wanted, [filing(), first]).objection).toEqual({
      id: 'policy.first-filed',
      params: { org: 'WC-HBJ', caseNo: 'HBJ-1', filedAt: '2026-11-08' },
      rule: 'R-FIRST-FILED',
      basis: ['行政处罚法 第25条'],
    })
  })
})

describe('R-NO-PENALTY-LINK', () => {
  test.each([
    ['caseCount', false],
    ['reviewsInTime', false],
    ['finesTotal', true],
    ['totalFine', true],
    ['penaltyAmount', true],
    ['totalPenalty', true],
    ['penalties', true],
    ['confiscatedGains', true],
    ['罚款总额', true],
    ['罚没收入', true],
    ['define', false],
    ['refinement', false],
    ['办结率', false],
  ])('an indicator that reads %s is refused: %s', (name, isRefused) => {
    const objection = objectionToIndicators([{ name: '月度考核', reads: ['inTime', name] }])
    expect(objection !== undefined).toBe(isRefused)
    if (isRefused)
      expect(objection).toMatchObject({ rule: 'R-NO-PENALTY-LINK', params: { indicator: '月度考核', reads: name } })
  })
})
