import { expect, test } from 'vitest'
import { limitParameters } from './index.ts'
import { ruleOf } from './limit-parameter.ts'
import { startEvents } from './start-events.ts'

test('each key stands once, and has a name in both languages', () => {
  const keys = limitParameters.map(({ key }) => key)
  expect(keys).toEqual([...new Set(keys)])
  expect(limitParameters.filter(({ name: { zh, en } }) => !zh || !en)).toEqual([])
})

test('each runs from an event that has a name, and each event is run from', () => {
  expect(new Set(limitParameters.map(({ start }) => start))).toEqual(new Set(Object.keys(startEvents)))
})

test.each(limitParameters)('$key: $amount is a length, or says why not', parameter => {
  expect(() => ruleOf(parameter)).not.toThrow()
})

test('what was checked against the text of a law cites it; an example does not pretend to', () => {
  const wrong = limitParameters.filter(
    ({ marks, basis }) =>
      marks.length === 0 || (marks.includes('law-text') && (basis.length === 0 || marks.includes('configurable'))),
  )
  expect(wrong).toEqual([])
})

test.each([
  ['case.handle', '90D', 'STRICT', 'escalate'],
  ['evidence.preserve', '7WD', 'STRICT', 'release'],
  ['hearing.apply', '5WD', 'ROLL_FORWARD', 'forfeit'],
  ['recon.apply', '60D', 'ROLL_FORWARD', 'forfeit'],
  ['suit.apply', '6M', 'ROLL_FORWARD', 'forfeit'],
  ['fine.pay', '15D', 'ROLL_FORWARD', 'warn'],
  ['seizure.base', '30D', 'STRICT', 'release'],
  ['crime.transfer', '24H', 'STRICT', 'escalate'],
  ['review.first', '5WD', 'STRICT', 'escalate'],
])('%s is %s, %s, and then: %s', (key, amount, mode, consequence) => {
  expect(limitParameters.find(parameter => parameter.key === key)).toMatchObject({ amount, mode, consequence })
})

test.each(['5XD', 'never', 'yearly 13-01', ''])("'%s' is no amount", amount => {
  expect(() => ruleOf({ amount, mode: 'STRICT' })).toThrow(/Expected a limit/)
})
