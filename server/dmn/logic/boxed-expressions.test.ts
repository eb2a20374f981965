import { describe, expect, test } from 'vitest'
import { decision, evaluate, knows, literal, output, rule } from '../dmn-file.testing.ts'

describe('boxed expressions', () => {
  const contextEntry = (name: string, value: string) =>
    `<contextEntry>${name === '' ? '' : `<variable name="${name}"/>`}${value}</contextEntry>`

  test.each<[name: string, logic: string, result: unknown]>([
    [
      'a context with a result',
      `<context>${contextEntry('a', literal('n * 2'))}${contextEntry('', literal('a + 1'))}</context>`,
      5,
    ],
    [
      'a context in a context',
      `<context>${contextEntry('a', `<context>${contextEntry('b', literal('n'))}</context>`)}</context>`,
      { a: { b: 2 } },
    ],
    ['a list', `<list>${literal('n')}${literal('n + 1')}</list>`, [2, 3]],
    [
      'a relation',
      `<relation><column name="a"/><column name="b"/><row>${literal('1')}${literal('n')}</row><row>${literal('3')}${literal('4')}</row></relation>`,
      [
        { a: 1, b: 2 },
        { a: 3, b: 4 },
      ],
    ],
    [
      'a function in a context',
      `<context>${contextEntry('twice', `<functionDefinition><formalParameter name="x"/>${literal('x * 2')}</functionDefinition>`)}${contextEntry('', literal('twice(n)'))}</context>`,
      4,
    ],
  ])('%s', async (_name, logic, result) => {
    expect(await output(decision('d', logic), { n: 2 })).toEqual(result)
  })
})

describe('business knowledge models', () => {
  const rate = `<businessKnowledgeModel id="rate" name="rate"><encapsulatedLogic><formalParameter name="amount" typeRef="number"/>${literal('amount * factor()')}</encapsulatedLogic>${knows('factor')}</businessKnowledgeModel>`
  const factor = `<businessKnowledgeModel id="factor" name="factor"><encapsulatedLogic>${literal('3')}</encapsulatedLogic></businessKnowledgeModel>`
  const invocation = (formula: string) =>
    `<invocation>${literal('rate')}<binding><parameter name="amount"/>${literal(formula)}</binding></invocation>`

  test('are functions of the decisions that require them', async () => {
    expect(await output(rate + factor + decision('d', literal('rate(n) + 1'), knows('rate')), { n: 2 })).toBe(7)
    expect(await output(rate + factor + decision('d', literal('rate(n)')), { n: 2 })).toBe(null)
  })

  test('can be invoked by a boxed invocation', async () => {
    expect(await output(rate + factor + decision('d', invocation('n + 1'), knows('rate')), { n: 2 })).toBe(9)
  })

  test('refuse an argument of another type: an invocation fails, a call in FEEL gives null', async () => {
    const message = `Expected to evaluate decision 'd', but expected 'number' but found '"x"'`
    expect(await output(rate + factor + decision('d', invocation('"x"'), knows('rate')))).toBe(message)
    expect(await output(rate + factor + decision('d', literal('rate("x")'), knows('rate')))).toBe(null)
  })

  test('may hold a table', async () => {
    const table = `<decisionTable id="t"><input id="i"><inputExpression><text>x</text></inputExpression></input><output id="o" name="r"/>${rule('r1', ['> 1'], ['"many"'])}</decisionTable>`
    const model = `<businessKnowledgeModel id="size" name="size"><encapsulatedLogic><formalParameter name="x"/>${table}</encapsulatedLogic></businessKnowledgeModel>`
    const result = await evaluate(model + decision('d', literal('size(n)'), knows('size')), { n: 2 })
    expect(result.output).toBe('many')
    expect(result.evaluatedDecisions.map(({ decisionId }) => decisionId)).toEqual(['size', 'd'])
  })

  test('that are missing fail the invocation', async () => {
    expect(await output(decision('d', invocation('1')))).toBe(
      "Expected to evaluate decision 'd', but no function found with name 'rate'",
    )
  })

  test('that require themselves are refused', async () => {
    const endless = `<businessKnowledgeModel id="f" name="f"><encapsulatedLogic>${literal('f()')}</encapsulatedLogic>${knows('f')}</businessKnowledgeModel>`
    await expect(output(endless + decision('d', literal('f()'), knows('f')))).rejects.toThrow('without a circle')
  })
})
