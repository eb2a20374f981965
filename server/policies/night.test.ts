import { describe, expect, test } from 'vitest'
import { night } from './night.ts'
import { person, request, task } from './request.fixture.ts'

const officer = person('lin', ['street-officer'])
const ask = (
  at: string,
  values: Record<string, unknown> = {},
  known: Record<string, unknown> = {},
  kind = 'coercion-execution',
) =>
  night(
    request({
      person: officer,
      task: task({ kind }),
      at: Date.parse(`${at}:00+08:00`),
      values,
      case: { known },
      isHoliday: day => day === '2026-10-01',
    }),
  )?.id

describe('R-NIGHT: coercive execution', () => {
  test.each([
    ['2026-11-24T21:59', undefined],
    ['2026-11-24T22:00', 'policy.night'],
    ['2026-11-25T00:00', 'policy.night'],
    ['2026-11-25T05:59', 'policy.night'],
    ['2026-11-25T06:00', undefined],
    ['2026-10-01T10:00', 'policy.night.holiday'],
    // A Saturday.
    ['2026-11-28T10:00', undefined],
  ])('at %s', (at, expected) => {
    expect(ask(at)).toBe(expected)
  })

  test('what counts is when it is carried out, not when it is written down', () => {
    expect(ask('2026-11-24T10:00', { executeAt: '2026-11-23T23:30:00+08:00' })).toBe('policy.night')
    expect(ask('2026-11-24T23:00', { executeAt: '2026-11-24T15:00:00+08:00' })).toBeUndefined()
  })

  test.each<[string, Record<string, unknown>, Record<string, unknown>, boolean]>([
    ['a reason and the approval of the head', { urgentReason: '危墙' }, { urgentApproved: true }, true],
    [
      'an approval before it was carried out',
      { urgentReason: '危墙', executeAt: '2026-11-24T23:30:00+08:00' },
      { urgentApproved: true, urgentApprovedAt: '2026-11-24T22:50:00+08:00' },
      true,
    ],
    [
      'an approval after it was carried out',
      { urgentReason: '危墙', executeAt: '2026-10-01T11:00:00+08:00' },
      { urgentApproved: true, urgentApprovedAt: '2026-11-25T08:00:00+08:00' },
      false,
    ],
    ['a reason alone', { urgentReason: '危墙' }, {}, false],
    ['an approval without a reason', {}, { urgentApproved: true }, false],
    ['a blank reason', { urgentReason: ' ' }, { urgentApproved: true }, false],
    ['an approval that he gives himself', { urgentReason: '危墙', urgentApproved: true }, {}, false],
    ['immediate removal', { urgentReason: '河道障碍' }, { immediate: true }, true],
  ])('urgent by %s', (_, values, known, isOpen) => {
    expect(ask('2026-11-24T23:00', values, known) === undefined).toBe(isOpen)
    expect(ask('2026-10-01T10:00', values, known) === undefined).toBe(isOpen)
  })

  test.each(['water', 'power', 'heat', 'gas'])('never by cutting off %s, urgent or not', supply => {
    expect(ask('2026-11-24T10:00', { means: supply })).toBe('policy.night.supplies')
    const urgent = { means: [supply], urgentReason: '危墙' }
    expect(ask('2026-11-24T10:00', urgent, { urgentApproved: true })).toBe('policy.night.supplies')
  })

  test('other work may be done at night', () => {
    expect(ask('2026-11-24T23:00', {}, {}, 'coercion')).toBeUndefined()
  })
})
