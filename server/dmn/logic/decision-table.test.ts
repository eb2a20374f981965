import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decision, entry, evaluate, output, rule } from '../dmn-file.testing.ts'
import { evaluateDecision, parseDecisions } from '../index.ts'

describe('decision tables', () => {
  const input = '<input id="i" label="n"><inputExpression><text>n</text></inputExpression></input>'

  function table(attributes: string, outputs: string, rules: string): string {
    return decision('d', `<decisionTable id="t" ${attributes}>${input}${outputs}${rules}</decisionTable>`)
  }

  const single = '<output id="o" name="r"/>'
  const pair = '<output id="o1" name="a"/><output id="o2" name="b"/>'
  const withDefault = '<output id="o" name="r"><defaultOutputEntry><text>"none"</text></defaultOutputEntry></output>'
  const numbers = rule('r1', ['< 10'], ['1']) + rule('r2', ['-'], ['2.5'])
  const texts = rule('r1', ['< 10'], ['"a"']) + rule('r2', ['< 20'], ['"b"'])

  test.each<[name: string, attributes: string, outputs: string, rules: string, n: unknown, result: unknown]>([
    ['no hit policy is UNIQUE', '', single, texts, 15, 'b'],
    ['nothing matches', '', single, texts, 50, null],
    ['a null input matches no comparison', '', single, texts, null, null],
    ['true is not met by null', '', single, rule('r1', ['true'], ['"yes"']), null, null],
    ['nor is not(true) by true', '', single, rule('r1', ['not(true)'], ['"no"']), true, null],
    ['the default output of nothing matched', '', withDefault, texts, 50, 'none'],
    ['several outputs make a context', '', pair, rule('r1', ['-'], ['1', 'n + 1']), 5, { a: 1, b: 6 }],
    ['an empty input entry takes anything', '', single, rule('r1', [''], ['"any"']), null, 'any'],
    ['RULE ORDER', 'hitPolicy="RULE ORDER"', single, texts, 5, ['a', 'b']],
    ['COLLECT SUM', 'hitPolicy="COLLECT" aggregation="SUM"', single, numbers, 5, 3.5],
    ['COLLECT MIN', 'hitPolicy="COLLECT" aggregation="MIN"', single, numbers, 5, 1],
    ['COLLECT MAX', 'hitPolicy="COLLECT" aggregation="MAX"', single, numbers, 5, 2.5],
    ['COLLECT COUNT', 'hitPolicy="COLLECT" aggregation="COUNT"', single, texts, 5, 2],
    ['COLLECT COUNT of nothing', 'hitPolicy="COLLECT" aggregation="COUNT"', single, texts, 50, null],
    ['COLLECT of contexts', 'hitPolicy="COLLECT"', pair, rule('r1', ['-'], ['1', '2']), 5, [{ a: 1, b: 2 }]],
    [
      'a sum of texts',
      'hitPolicy="COLLECT" aggregation="SUM"',
      single,
      texts,
      5,
      `Expected to evaluate decision 'd', but expected number but found '"a"'`,
    ],
    ['ANY with one value', 'hitPolicy="ANY"', single, rule('r1', ['-'], ['1']) + rule('r2', ['-'], ['1.0']), 5, 1],
  ])('%s', async (_name, attributes, outputs, rules, n, result) => {
    expect(await output(table(attributes, outputs, rules), { n })).toEqual(result)
  })

  test.each([
    [
      'a sum of contexts',
      'hitPolicy="COLLECT" aggregation="SUM"',
      pair,
      ['1', '2'],
      'Expected one output to aggregate by SUM',
    ],
    ['an empty output entry', '', pair, ['1', ''], 'found an empty text'],
    ['a rule without outputs', '', single, [], 'Expected an output entry'],
  ])('%s is refused', async (_name, attributes, outputs, cells, problem) => {
    await expect(output(table(attributes, outputs, rule('r1', ['-'], cells)))).rejects.toThrow(problem)
  })

  test('PRIORITY looks at the outputs from left to right', async () => {
    const values = (id: string, name: string, listed: string) =>
      `<output id="${id}" name="${name}">${entry('outputValues', listed)}</output>`
    const outputs = values('o1', 'level', '"high", "low"') + values('o2', 'days', '30, 60')
    const rules =
      rule('r1', ['-'], ['"low"', '30']) + rule('r2', ['-'], ['"high"', '60']) + rule('r3', ['-'], ['"high"', '30'])
    expect(await output(table('hitPolicy="PRIORITY"', outputs, rules), { n: 1 })).toEqual({ level: 'high', days: 30 })
    expect(await output(table('hitPolicy="OUTPUT ORDER"', outputs, rules), { n: 1 })).toEqual([
      { level: 'high', days: 30 },
      { level: 'high', days: 60 },
      { level: 'low', days: 30 },
    ])
  })

  test('FIRST evaluates no rule after the one that matched', async () => {
    const rules = rule('r1', ['-'], ['1']) + rule('r2', ['assert(?, false)'], ['2'])
    expect(await output(table('hitPolicy="FIRST"', single, rules), { n: 1 })).toBe(1)
  })

  test('a failing cell fails the decision and says so', async () => {
    const result = await evaluate(table('', single, rule('r1', ['assert(?, false, "bad")'], ['1'])), { n: 1 })
    expect(result).toMatchObject({
      output: null,
      failure: {
        decisionId: 'd',
        message: expect.stringContaining("Expected to evaluate decision 'd', but Assertion failure"),
      },
      evaluatedDecisions: [{ decisionId: 'd', evaluatedInputs: [{ inputName: 'n', inputValue: 1 }], matchedRules: [] }],
    })
  })

  test('an input without a label goes by its expression', async () => {
    const unlabelled = '<input id="i"><inputExpression><text>n * 2</text></inputExpression></input>'
    const logic = `<decisionTable id="t">${unlabelled}${single}${rule('r1', ['4'], ['"four"'])}</decisionTable>`
    const { evaluatedDecisions } = await evaluate(decision('d', logic), { n: 2 })
    expect(evaluatedDecisions[0]).toMatchObject({
      evaluatedInputs: [{ inputId: 'i', inputName: 'n * 2', inputValue: 4 }],
      matchedRules: [
        { ruleId: 'r1', ruleIndex: 1, evaluatedOutputs: [{ outputId: 'o', outputName: 'r', outputValue: 'four' }] },
      ],
    })
  })
})

test.each([
  ['nothing answered', {}, null],
  ['all denied', { publicInterest: false, majorRights: false, complexRelations: false, lawRequires: false }, null],
  ['one affirmed, the others not answered', { complexRelations: true }, [3]],
  ['added by who reviews, the facts not answered', { raise58: [4] }, [4]],
])('clauses of article 58 in the shipped table: %s', async (_, given: Record<string, unknown>, clauses) => {
  const model = await parseDecisions(readFileSync('workflows/legal-review/is58.dmn', 'utf8'))
  expect(evaluateDecision(model, 'is58', { variables: name => given[name], now: () => 0 }).output).toEqual(clauses)
})
