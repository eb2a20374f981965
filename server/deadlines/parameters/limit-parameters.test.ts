import { describe, expect, test } from 'vitest'
import { exclusionPolicyOf } from './exclusion-policy.ts'
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

describe('extensions', () => {
  const extensible = limitParameters.filter(({ extension }) => extension)
  test.each(extensible)('$key is made longer by a limit that is one, by roles that exist', ({ extension }) => {
    const by = limitParameters.find(({ key }) => key === extension!.by)
    expect(by && ruleOf(by)).toBeDefined()
    expect(extension!.times).toBeGreaterThan(0)
    expect(extension!.approvers.length).toBeGreaterThan(0)
    if (extension!.marks.includes('law-text')) expect(extension!.basis.length).toBeGreaterThan(0)
  })

  test('the first review and a seizure can be, once', () => {
    expect(extensible.map(({ key, extension }) => `${key} ${extension!.by} ${extension!.times}`)).toEqual(
      expect.arrayContaining(['review.first review.ext 1', 'seizure.base seizure.ext 1']),
    )
  })
})

describe('what does not count', () => {
  const policyOf = (key: string, field?: string) =>
    exclusionPolicyOf(limitParameters.find(parameter => parameter.key === key)!, field)

  test.each([
    ['review.first', undefined, true],
    ['case.handle', undefined, false],
    ['case.handle', '住房和城乡建设', true],
    ['case.handle', 'gardens', false],
    ['evidence.preserve', undefined, false],
    ['seizure.base', undefined, false],
    ['crime.transfer', undefined, false],
    ['recon.apply', undefined, false],
    ['limitation.general', undefined, false],
  ] as const)('%s in the field %s stands still with its case: %s', (key, field, expected) => {
    expect(policyOf(key, field).suspension).toBe(expected)
  })

  test('of a seizure the four kinds of article 25, of a case only what its field says', () => {
    expect(policyOf('seizure.base').kinds).toEqual(['inspection', 'testing', 'quarantine', 'appraisal'])
    expect(policyOf('case.handle').kinds).toEqual([])
    expect(policyOf('case.handle', '住房和城乡建设').kinds).toContain('hearing')
  })
})
