import { expect, test } from 'vitest'
import { type AmountParts, amountOf, partsOf } from './amount-parts.ts'

test.each([
  '3WD',
  '24H',
  '15MIN',
  '30D',
  '6M',
  '2Y',
  'yearly 02-28',
  'yearly 12-15',
  'rate 3%',
  'document',
  'same-day',
])('what is not touched stays as it was: %s', amount => expect(amountOf(partsOf(amount))).toBe(amount))

const LENGTH: AmountParts = { measure: 'WD', number: '3', month: '', day: '' }
const YEARLY: AmountParts = { measure: 'yearly', number: '', month: '2', day: '29' }

test.each<[what: string, parts: AmountParts, amount: string | undefined]>([
  ['another unit', { ...LENGTH, measure: 'H' }, '3H'],
  ['leading noughts', { ...LENGTH, number: '007' }, '7WD'],
  ['a document becomes a length', { ...partsOf('document'), measure: 'D', number: '10' }, '10D'],
  ['no number', { ...LENGTH, number: '' }, undefined],
  ['nought', { ...LENGTH, number: '0' }, undefined],
  ['a fraction', { ...LENGTH, number: '1.5' }, undefined],
  ['less than nothing', { ...LENGTH, number: '-2' }, undefined],
  ['a code', { ...LENGTH, number: '3WD' }, undefined],
  ['more than a whole', { ...LENGTH, measure: 'rate', number: '100' }, undefined],
  ['a day of leap years', YEARLY, 'yearly 02-29'],
  ['a day no month has', { ...YEARLY, day: '30' }, undefined],
  ['a month no year has', { ...YEARLY, month: '13', day: '1' }, undefined],
])('%s', (_, parts, amount) => expect(amountOf(parts)).toBe(amount))
