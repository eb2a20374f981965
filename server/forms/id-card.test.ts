import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { creditCodeCheckDigit, creditCodeObjection } from './credit-code.ts'
import { idCardCheckDigit, idCardObjection } from './id-card.ts'

const now = Date.parse('2026-11-24T02:00:00Z')

describe('identity numbers', () => {
  test.each([
    ['11010519491231002X', undefined],
    ['440524188001010014', undefined],
    ['420106198001010015', undefined],
    ['420106199212150020', undefined],
    ['420106200910031235', undefined],
    ['420106201405120047', undefined],
    ['420106197512304512', undefined],
    ['110105194912310021', 'idCardDigit'],
    ['11010519491231002x', 'idCard'],
    ['1101051949123100', 'idCard'],
    ['011051949123100222', 'idCard'],
    ['110105194902300026', 'idCardBirth'],
    ['110105203012310029', 'idCardBirth'],
    ['１１0105194912310021', 'idCard'],
  ])('%s → %s', (value, id) => {
    expect(idCardObjection(value, now)?.id).toBe(id)
  })

  test('the message names the digit that would be right', () => {
    expect(idCardObjection('110105194912310021', now)?.params).toEqual({ expected: 'X' })
  })

  test('any single wrong digit is found', () => {
    const first17 = fc
      .tuple(
        fc.integer({ min: 100000, max: 659999 }),
        fc.date({ min: new Date('1900-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 999 }),
      )
      .map(
        ([area, born, order]) =>
          `${area}${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`,
      )
    fc.assert(
      fc.property(first17, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 9 }), (digits, place, step) => {
        const right = digits + idCardCheckDigit(digits)
        expect(idCardObjection(right, now)).toBeUndefined()
        const wrong = right.slice(0, place) + ((Number(right[place]) + step) % 10) + right.slice(place + 1)
        expect(idCardObjection(wrong, now)?.id).toBe('idCardDigit')
      }),
    )
  })
})

describe('unified social credit codes', () => {
  test.each([
    ['91350100M000100Y43', undefined],
    ['92420106MA4KXY1286', undefined],
    ['91420106MA4L0AB35B', undefined],
    ['91420106MA4F00016Q', undefined],
    ['92420106MA4M9QPE8E', undefined],
    ['93420106MA4N7H2K6K', undefined],
    ['91350100M000100Y44', 'creditCodeDigit'],
    ['91350100m000100y43', 'creditCode'],
    ['91350100M000100I43', 'creditCode'],
    ['91350100M000100Y4', 'creditCode'],
  ])('%s → %s', (value, id) => {
    expect(creditCodeObjection(value)?.id).toBe(id)
  })

  test('any single wrong character is found', () => {
    const character = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY')
    const first17 = fc
      .tuple(
        fc.tuple(character, character),
        fc.integer({ min: 100000, max: 999999 }),
        fc.array(character, { minLength: 9, maxLength: 9 }),
      )
      .map(([head, area, tail]) => head.join('') + area + tail.join(''))
    fc.assert(
      fc.property(first17, fc.integer({ min: 8, max: 16 }), character, (characters, place, other) => {
        const right = characters + creditCodeCheckDigit(characters)
        expect(creditCodeObjection(right)).toBeUndefined()
        fc.pre(right[place] !== other)
        expect(creditCodeObjection(right.slice(0, place) + other + right.slice(place + 1))?.id).toBe('creditCodeDigit')
      }),
    )
  })
})
