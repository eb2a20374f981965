import { describe, expect, test } from 'vitest'
import { evaluated, expectRow, type Row } from './evaluated.testing.ts'
import { compileExpression, FeelFunction, FeelSyntaxError } from './index.ts'

describe('literals and names', () => {
  test.each<Row>([
    ['"a\\nb\\t\\"c\\" \\u4e2d \\\\"', 'a\nb\t"c" \\u4e2d \\'],
    ['"\\d"', '\\d'],
    ['.5', 0.5],
    ['1 // comment', 1],
    ['/* comment */ 1', 1],
    ['{"two words": 1, r: `two words` + 1}.r', 2],
    ['{办案人: "甲"}.办案人', '甲'],
    ['{a: 1, b: a-1}.b', 0],
    ['{"a b": 1}', { 'a b': 1 }],
    ['{"__proto__": 1}.__proto__', 1],
    ['{}.toString', null],
  ])('%s', expectRow)

  test('the names an expression reads are known without evaluating it', () => {
    const names = (source: string) => [...compileExpression(source).names].sort()
    expect(names('a + b.c - count(d)')).toEqual(['a', 'b', 'd'])
    expect(names('for x in xs return x + y')).toEqual(['xs', 'y'])
    expect(names('{a: 1, b: a + c}')).toEqual(['c'])
    expect(names('function(p) p + q')).toEqual(['q'])
    expect(names('xs[item.a > limit]')).toEqual(['limit', 'xs'])
  })

  test('an expression is compiled once', () => {
    expect(compileExpression('once + 1')).toBe(compileExpression('once + 1'))
  })
})

describe('JavaScript is out of reach', () => {
  test.each<Row>([
    ['"".constructor', null],
    ['{}.constructor', null],
    ['[].constructor', []],
    ['{}.__proto__.polluted', null],
    ['(function(x) x).constructor', null],
    ['globalThis', null],
    ['process.env', null],
    ['constructor("return 1")', null],
    ['eval("1")', null],
    ['get value({}, "constructor")', null],
  ])('%s', expectRow)
})

describe('logic', () => {
  test.each<Row>([
    ['true and true', true],
    ['true and null', null],
    ['false and null', false],
    ['null and false', false],
    ['true or null', true],
    ['null or false', null],
    ['"a" and false', false],
    ['if null then 1 else 2', 2],
    ['if "true" then 1 else 2', 2],
    ['if true then 1 else 2', 1],
    ['1 < 2 and 2 < 3 or false', true],
    ['[1, 2] = [1, 2]', true],
    ['[1, 2] = [1]', false],
    ['[1, "a"] = [1, 2]', false],
    ['{a: 1, b: 2} = {b: 2, a: 1}', true],
    ['{a: 1} = {a: 1, b: null}', false],
    ['1.0 = 1', true],
    ['"a" < "b"', true],
    ['true < false', null],
    ['1 = true', null],
    ['date("2026-01-01") = "2026-01-01"', null],
  ])('%s', expectRow)
})

describe('arithmetic', () => {
  test.each<Row>([
    ['0.1 + 0.2', 0.3],
    ['0.1 + 0.2 = 0.3', true],
    ['9007199254740991 + 1 - 1 = 9007199254740991', true],
    ['9007199254740991 * 3 / 3 = 9007199254740991', true],
    ['1 / 3 * 3 = 1', false],
    ['2 ** 0.5', Math.SQRT2],
    ['2 ** -1', 0.5],
    ['0 ** -1', null],
    ['-2 ** 2', 4],
    ['7 / 0', null],
    ['-(1 + 2)', -3],
    ['0 * -1', 0],
    ['"a" + "b"', 'ab'],
    ['"a" - "b"', null],
  ])('%s', expectRow)
})

describe('iteration', () => {
  test.each<Row>([
    ['for i in 1..3 return i', [1, 2, 3]],
    ['for i in 3..1 return i', [3, 2, 1]],
    ['for i in 1..2, j in [10, 20] return i + j', [11, 21, 12, 22]],
    ['for i in [1, 2], j in [i, i + 1] return j', [null, null, null, null]],
    ['for i in 1.5..3 return i', [1.5, 2.5]],
    ['for i in 1..5 return if i = 1 then 1 else i * partial[-1]', [1, 2, 6, 24, 120]],
    ['for i in 1..3 return partial', [[], [[]], [[], [[]]]]],
    ['for i in null return i', null],
    ['for i in 5 return i', null],
    ['for d in @"2026-02-28"..@"2026-03-01" return d', null],
    ['some x in [1, 2], y in [2, 3] satisfies x = y', true],
    ['some x in [1, null] satisfies x > 5', null],
    ['some x in [] satisfies true', false],
    ['every x in [1, 2] satisfies x > 0', true],
    ['every x in [1, null] satisfies x > 0', null],
    ['every x in [null, -1] satisfies x > 0', false],
    ['some x in null satisfies x', null],
  ])('%s', expectRow)
})

describe('filters and paths', () => {
  test.each<Row>([
    ['[1, 2, 3][2]', 2],
    ['[1, 2, 3][-3]', 1],
    ['[1, 2, 3][1.5]', 1],
    ['[1, 2, 3][-1.5]', 2],
    ['[][1]', null],
    ['5[1]', null],
    ['null[1]', null],
    ['null[item > 1]', null],
    ['[1, 2, 3][item >= 2]', [2, 3]],
    ['[{a: 1}, {a: 2}][a > 1]', [{ a: 2 }]],
    ['[{a: 1}, {a: 2}][item.a > 1].a', [2]],
    ['[{item: 1}, {item: 2}][item = 2]', [{ item: 2 }]],
    ['{n: 2, r: [1, 2, 3][n]}.r', 2],
    ['[[1, 2], [3]][1][2]', 2],
    ['[1, null, 2][item != null]', [1, 2]],
    ['[true, false][item]', [true]],
    ['["a", "b"]["a"]', []],
    ['[{a: [{b: 1}]}].a.b', [[1]]],
    ['[1..5].start', 1],
    ['[1..5).end included', false],
  ])('%s', expectRow)

  test('a name in a filter is the member of the item before the variable of the caller', () => {
    expect(evaluated('xs[a = b]', { xs: [{ a: 1 }, { a: 2, b: 2 }], b: 1 })).toEqual([{ a: 1 }, { a: 2, b: 2 }])
  })
})

describe('tests with in and between', () => {
  test.each<Row>([
    ['5 between 1 and 5', true],
    ['5 between 6 and null', false],
    ['5 between 1 and null', null],
    ['1 in [1, 2]', true],
    ['3 in [[1..2], [3..4]]', false],
    ['5 in (1, > 4)', true],
    ['5 in (<= 4, [6..7])', false],
    ['5 in [1..5)', false],
    ['5 in ]1..5]', true],
    ['"b" in ["a".."c"]', true],
    ['null in [1..5]', null],
    ['"a" in (1, "a")', true],
    ['[1] in [[1], [2]]', true],
    ['@"2026-01-15" in [@"2026-01-01"..@"2026-01-31"]', true],
  ])('%s', expectRow)
})

describe('functions', () => {
  test.each<Row>([
    ['{f: function(a, b) a - b, r: f(3, 1)}.r', 2],
    ['{f: function(a, b) a - b, r: f(b: 3, a: 1)}.r', -2],
    ['{f: function(a) a, r: f(1, 2)}.r', null],
    ['{n: 10, f: function(a) a + n, n2: 20, r: f(1)}.r', 11],
    ['{double: function(a) a * 2, r: double(4)}.r', 8],
    ['function(a) a', null],
    ['nope(1)', null],
    ['substring(start position: 2, string: "abc")', 'bc'],
    ['substring(text: "abc")', null],
    ['sum(1, 2, 3)', 6],
    ['count(list: [1])', 1],
    ['for f in [function(x) x + 1] return f(1)', [2]],
  ])('%s', expectRow)

  test('a function of the caller is called by its name, before a built-in only when it is bound inside', () => {
    const twice = new FeelFunction(['n'], ([n]) => Number(n) * 2)
    expect(evaluated('twice(4)', { twice })).toBe(8)
    expect(evaluated('count([1])', { count: 5 })).toBe(1)
  })
})

describe('instance of', () => {
  test.each<Row>([
    ['1 instance of number', true],
    ['null instance of number', false],
    ['null instance of Any', false],
    ['[1, 2] instance of list<number>', true],
    ['[1, "a"] instance of list<number>', false],
    ['{a: 1} instance of context<a: number>', true],
    ['{a: "x"} instance of context<a: number>', false],
    ['@"2026-01-01" instance of date', true],
    ['@"P1D" instance of days and time duration', true],
    ['@"P1Y" instance of years and months duration', true],
    ['now() instance of date and time', true],
    ['(function(a) a) instance of function<number> -> number', true],
    ['[1..2] instance of range', true],
  ])('%s', expectRow)
})

describe('what is no expression is refused at its place', () => {
  test.each([
    ['', 1, 1],
    ['1 +', 1, 4],
    ['a b', 1, 1],
    ['1 ++ 2', 1, 4],
    ['[1, 2', 1, 6],
    ['{a: 1,\n b: }', 2, 5],
    ['x instance of foo bar', 1, 15],
    ['1e3', 1, 1],
    ['(function(a) a * 2)(4)', 1, 1],
    ['Function("return 1")()', 1, 1],
    ['x in != 5', 1, 6],
    ['for i in [1..3] return i', 1, 10],
    ['some i in (1..3) satisfies i > 1', 1, 11],
    ['if a then b', 1, 12],
    ["'a'", 1, 1],
  ])('%s', (source, line, column) => {
    let error: unknown
    try {
      compileExpression(source)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(FeelSyntaxError)
    expect(error).toMatchObject({ line, column })
    expect((error as Error).message).toContain(`failed to parse expression '${source}'`)
  })

  test('brackets without end are refused, not a crash', () => {
    expect(() => compileExpression('('.repeat(20_000) + ')'.repeat(20_000))).toThrow(FeelSyntaxError)
  })
})
