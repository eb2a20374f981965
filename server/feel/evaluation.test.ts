import { describe, expect, test } from 'vitest'
import { NOW } from './evaluated.testing.ts'
import { compileExpression, type FeelContext, type FeelDateTime, type FeelDuration, type FeelPeriod } from './index.ts'

const empty: FeelContext = { variables: () => undefined, now: () => NOW }

describe('typed results', () => {
  test.each([
    ['null', 'NULL'],
    ['true', 'BOOLEAN'],
    ['1', 'NUMBER'],
    ['1.5', 'NUMBER'],
    ['"a"', 'STRING'],
    ['[1]', 'ARRAY'],
    ['{a: 1}', 'OBJECT'],
    ['today()', 'DATE'],
    ['now()', 'DATE_TIME'],
    ['date and time("2026-01-01T10:00:00")', 'LOCAL_DATE_TIME'],
    ['time("10:00:00")', 'LOCAL_TIME'],
    ['time("10:00:00Z")', 'TIME'],
    ['duration("PT1H")', 'DURATION'],
    ['duration("P1M")', 'PERIOD'],
    ['function(a) a', 'FUNCTION'],
    ['[1..2]', 'RANGE'],
  ])('%s is %s', (expression, type) => {
    expect(compileExpression(expression).evaluateTyped(empty)).toMatchObject({ ok: true, type })
  })

  test('a caller gets instants and lengths, not texts', () => {
    const value = (expression: string) => {
      const result = compileExpression(expression).evaluateTyped(empty)
      return result.ok ? result.value : undefined
    }
    expect((value('now() + duration("P3D")') as FeelDateTime).epochMilliseconds).toBe(NOW + 3 * 86_400_000)
    expect((value('date and time("2030-01-07T16:00:00@Asia/Shanghai")') as FeelDateTime).epochMilliseconds).toBe(NOW)
    expect((value('date and time("2030-01-07T16:00:00")') as FeelDateTime).epochMilliseconds).toBeUndefined()
    expect((value('duration("PT1M30S")') as FeelDuration).milliseconds).toBe(90_000)
    expect((value('duration("P1Y2M")') as FeelPeriod).months).toBe(14)
  })
})

describe('warnings', () => {
  test.each([
    [
      'amount > 1000',
      ["[NO_VARIABLE_FOUND] No variable found with name 'amount'", "[NOT_COMPARABLE] Can't compare 'null' with '1000'"],
    ],
    ['[2, "b"] > 7', [`[NOT_COMPARABLE] Can't compare '[2, "b"]' with '7'`]],
    [
      'false < 6 and null',
      [
        "[NOT_COMPARABLE] Can't compare 'false' with '6'",
        "[INVALID_TYPE] Expected boolean but found 'null'",
        "[INVALID_TYPE] Expected boolean but found 'null'",
      ],
    ],
    ['1 + 1', []],
  ])('%s', (expression, warnings) => {
    expect(compileExpression(expression).evaluate(empty).warnings).toEqual(warnings)
  })

  test('a variable that is null is there', () => {
    const result = compileExpression('a').evaluate({ ...empty, variables: () => null })
    expect(result).toEqual({ ok: true, value: null, warnings: [] })
  })

  test.each([
    ['name + 1', "[INVALID_TYPE] Can't add 'number' to 'string'"],
    ['name > 1', "[NOT_COMPARABLE] Can't compare 'string' with 'number'"],
    ['person.age', "[NO_CONTEXT_ENTRY_FOUND] No context entry found with key 'age' in context"],
    ['abs(name)', "[FUNCTION_INVOCATION_FAILURE] Failed to invoke function 'abs' with (string): no such parameters"],
  ])('where they are kept they name types, never a value: %s', (expression, warning) => {
    const variables = (name: string) => (name === 'name' ? '某甲' : { phone: '12345678901' })
    expect(compileExpression(expression).evaluate({ ...empty, variables, hidesValues: true }).warnings).toEqual([
      warning,
    ])
  })

  test('there is an end to them', () => {
    expect(compileExpression('for i in 1..1000 return missing').evaluate(empty).warnings.length).toBeLessThan(100)
  })
})

describe('failures', () => {
  test('a failed assertion says what Zeebe says', () => {
    expect(compileExpression('assert(x, x != null)').evaluate(empty)).toMatchObject({
      ok: false,
      message: "Assertion failure on evaluate the expression 'assert(x, x != null)': The condition is not fulfilled",
    })
    expect(compileExpression('assert(null, false, "no x")').evaluate(empty)).toMatchObject({
      ok: false,
      message: `Assertion failure on evaluate the expression 'assert(null, false, "no x")': no x`,
    })
  })

  test.each([
    'for i in 1..1000000000 return i',
    'for i in 1..100000, j in 1..100000 return i',
    'some x in 1..1000000000 satisfies false',
    'for i in 1..100 return string join([get or else(partial[-1], "ab"), get or else(partial[-1], "ab")])',
    'for i in 1..100 return concatenate(get or else(partial[-1], [1]), get or else(partial[-1], [1]))',
    'for i in 1..1000000 return partial',
  ])('%s ends at the step budget', expression => {
    expect(compileExpression(expression).evaluate({ ...empty, maxSteps: 50_000 })).toMatchObject({
      ok: false,
      message: expect.stringContaining('it took more than 50000 steps'),
    })
  })

  test('a value nested too deeply is a failure, not a crash', () => {
    let deep: unknown = []
    for (let level = 0; level < 20_000; level += 1) deep = [deep]
    const result = compileExpression('string(x)').evaluate({ ...empty, variables: () => deep })
    expect(result).toMatchObject({ ok: false, message: expect.stringContaining('nested too deeply') })
  })
})

describe('values of the caller', () => {
  test('a variable is handed on as it is, not copied', () => {
    const document = { a: [1, { b: 2.5 }] }
    const result = compileExpression('x').evaluate({ ...empty, variables: () => document })
    expect(result.ok && result.value).toBe(document)
  })

  test('no function changes a variable', () => {
    const document = Object.freeze({ a: Object.freeze([3, 1, 2]) })
    const expression =
      '[context put(x, "b", 1), sort(x.a, function(p, q) p < q), reverse(x.a), append(x.a, 4), remove(x.a, 1)]'
    const result = compileExpression(expression).evaluate({ ...empty, variables: () => document })
    expect(result).toMatchObject({ ok: true })
    expect(document).toEqual({ a: [3, 1, 2] })
  })

  test('the zone of the office decides what day it is', () => {
    const late = Date.parse('2030-01-07T20:00:00Z')
    const result = compileExpression('[today(), now()]').evaluate({
      variables: () => undefined,
      now: () => late,
      zone: 'Asia/Shanghai',
    })
    expect(result).toMatchObject({ value: ['2030-01-08', '2030-01-08T04:00:00+08:00[Asia/Shanghai]'] })
  })

  test('random numbers come from the caller when the caller has some', () => {
    const context = { ...empty, random: () => 0.5 }
    expect(compileExpression('random number()').evaluate(context)).toMatchObject({ value: 0.5 })
    expect(compileExpression('uuid()').evaluate(context)).toMatchObject({
      value: '80808080-8080-4080-8080-808080808080',
    })
    expect(compileExpression('uuid() = uuid()').evaluate(empty)).toMatchObject({ value: false })
  })
})
