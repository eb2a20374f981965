import { describe, expect, test } from 'vitest'
import type { PolicyQualification } from './policy.ts'
import { qualification } from './qualification.ts'
import { person, request, task } from './request.fixture.ts'

const none: PolicyQualification = { number: null, grantedOn: null, reviewerSince: null, exemption: null }
const ask = (
  held: PolicyQualification | undefined,
  kind = 'legal-review-first',
  reviewType?: string,
  since?: string,
) => {
  const { parameters } = request({ person: person('qin', []) })
  return qualification(
    request({
      person: person('qin', ['center-legal-reviewer'], { qualification: held }),
      task: task({ kind }),
      case: { reviewType },
      parameters: { ...parameters, ...(since && { qualificationSince: since }) },
    }),
  )
}

describe('R-QUAL58', () => {
  test.each<[string, PolicyQualification | undefined, boolean]>([
    ['nothing registered', undefined, false],
    ['nothing to show', none, false],
    ['the national qualification', { ...none, number: 'A-1', grantedOn: '2019-03-01' }, true],
    ['the qualification, its day not registered', { ...none, number: 'A-1' }, true],
    ['a qualification from tomorrow on', { ...none, number: 'A-1', grantedOn: '2026-11-25' }, false],
    ['a qualification from today on', { ...none, number: 'A-1', grantedOn: '2026-11-24' }, true],
    ['a reviewer since 2020', { ...none, reviewerSince: '2020-01-01' }, false],
    ['since 2020, with some exemption', { ...none, reviewerSince: '2020-01-01', exemption: '文件' }, false],
    ['since the very day', { ...none, reviewerSince: '2018-01-01', exemption: '文件' }, false],
    ['since the day before, the ground registered', { ...none, reviewerSince: '2017-12-31', exemption: '文件' }, true],
    ['since before, no ground registered', { ...none, reviewerSince: '2015-01-01' }, false],
    ['an exemption, but nobody knows since when', { ...none, exemption: '文件' }, false],
  ])('%s', (_, held, isAllowed) => {
    expect(ask(held) === undefined).toBe(isAllowed)
  })

  test.each(['legal-review-first', 'legal-review-second', 'legal-review-re'])('%s of a penalty', kind => {
    expect(ask(none, kind, 'penalty')).toEqual({
      id: 'policy.qualification',
      params: { since: '2018-01-01' },
      rule: 'R-QUAL58',
      basis: ['行政处罚法 第58条第2款'],
    })
  })

  test.each(['noPenalty', 'coercion', 'crimeTransfer', 'dutyList', 'benchmark'])('a review of %s is open', type => {
    expect(ask(none, 'legal-review-first', type)).toBeUndefined()
  })

  test.each(['leader-decision', 'case-handling', 'internal'])('%s is no review', kind => {
    expect(ask(none, kind, 'penalty')).toBeUndefined()
  })

  test('the day is the office’s to set', () => {
    const old = { ...none, reviewerSince: '2019-06-01', exemption: '文件' }
    expect(ask(old, 'legal-review-first', 'penalty')?.rule).toBe('R-QUAL58')
    expect(ask(old, 'legal-review-first', 'penalty', '2020-01-01')).toBeUndefined()
  })
})
