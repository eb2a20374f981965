import { expect, test } from 'vitest'
import { type LimitHeaders, namedLimits } from './named-limits.ts'

test.each<[string, LimitHeaders, ReturnType<typeof namedLimits>]>([
  ['none', {}, []],
  ['an empty header', { limit: ' ' }, []],
  ['one', { limit: 'review.first' }, [{ key: 'review.first', isNext: false }]],
  [
    'one with a start of its own, whatever that contains',
    { limit: 'review.first', limitStart: '=if a = ";" then b else c', escalateTo: 'center-director' },
    [{ key: 'review.first', start: '=if a = ";" then b else c', isNext: false, escalateTo: 'center-director' }],
  ],
  [
    'a second one after the end of the first',
    { limit: 'whistle.sign; +whistle.signEscalate', escalateTo: 'dept-leader; leading-group-office' },
    [
      { key: 'whistle.sign', isNext: false, escalateTo: 'dept-leader' },
      { key: 'whistle.signEscalate', isNext: true, escalateTo: 'leading-group-office' },
    ],
  ],
  [
    'two side by side, each from its own event, to one role',
    { limit: 'transfer.feedback;case.handle', limitStart: '=resultAt;', escalateTo: 'center-director' },
    [
      { key: 'transfer.feedback', start: '=resultAt', isNext: false, escalateTo: 'center-director' },
      { key: 'case.handle', isNext: false, escalateTo: 'center-director' },
    ],
  ],
  ['nothing to follow', { limit: '+review.ext' }, [{ key: 'review.ext', isNext: false }]],
])('%s', (_, headers, expected) => {
  expect(namedLimits(headers)).toEqual(expected)
})
