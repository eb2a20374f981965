import { describe, expect, test } from 'vitest'
import { evaluateDecision, InvalidDecisions, parseDecisions } from './index.ts'

type Variables = Record<string, unknown>

const literal = (text: string) => `<literalExpression><text>${escaped(text)}</text></literalExpression>`
const entry = (tag: string, text: string) => `<${tag}><text>${escaped(text)}</text></${tag}>`
const rule = (id: string, inputs: string[], outputs: string[]) =>
  `<rule id="${id}">${inputs.map(text => entry('inputEntry', text)).join('')}${outputs.map(text => entry('outputEntry', text)).join('')}</rule>`

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function file(content: string): string {
  return `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="drg" name="A graph" namespace="http://example.com">${content}</definitions>`
}

function decision(id: string, logic: string, requirements = ''): string {
  return `<decision id="${id}" name="${id}">${requirements}${logic}</decision>`
}

function requires(...ids: string[]): string {
  return ids.map(id => `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>`).join('')
}

function knows(...ids: string[]): string {
  return ids.map(id => `<knowledgeRequirement><requiredKnowledge href="#${id}"/></knowledgeRequirement>`).join('')
}

async function evaluate(content: string, variables: Variables = {}, decisionId = 'd') {
  const model = await parseDecisions(file(content))
  return evaluateDecision(model, decisionId, { variables: name => variables[name], now: () => 0 })
}

async function output(content: string, variables: Variables = {}): Promise<unknown> {
  const result = await evaluate(content, variables)
  return result.failure?.message ?? result.output
}

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
    ['the default output of nothing matched', '', withDefault, texts, 50, 'none'],
    ['several outputs make a context', '', pair, rule('r1', ['-'], ['1', 'n + 1']), 5, { a: 1, b: 6 }],
    ['an empty output entry is null', '', pair, rule('r1', ['-'], ['1', '']), 5, { a: 1, b: null }],
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
    [
      'a sum of contexts',
      'hitPolicy="COLLECT" aggregation="SUM"',
      pair,
      rule('r1', ['-'], ['1', '2']),
      5,
      expect.stringContaining('multiple outputs'),
    ],
    ['ANY with one value', 'hitPolicy="ANY"', single, rule('r1', ['-'], ['1']) + rule('r2', ['-'], ['1.0']), 5, 1],
  ])('%s', async (_name, attributes, outputs, rules, n, result) => {
    expect(await output(table(attributes, outputs, rules), { n })).toEqual(result)
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
    ['an empty expression', '<literalExpression><text></text></literalExpression>', null],
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

  test('refuse an argument of another type', async () => {
    const message = `Expected to evaluate decision 'd', but expected 'number' but found '"x"'`
    expect(await output(rate + factor + decision('d', invocation('"x"'), knows('rate')))).toBe(message)
    expect(await output(rate + factor + decision('d', literal('rate("x")'), knows('rate')))).toBe(message)
  })

  test('may hold a table', async () => {
    const table = `<decisionTable id="t"><input id="i"><inputExpression><text>x</text></inputExpression></input><output id="o" name="r"/>${rule('r1', ['> 1'], ['"many"'])}</decisionTable>`
    const model = `<businessKnowledgeModel id="size" name="size"><encapsulatedLogic><formalParameter name="x"/>${table}</encapsulatedLogic></businessKnowledgeModel>`
    const result = await evaluate(model + decision('d', literal('size(n)'), knows('size')), { n: 2 })
    expect(result.output).toBe('many')
    expect(result.evaluatedDecisions.map(({ decisionId }) => decisionId)).toEqual(['d'])
  })

  test('that are missing fail the invocation', async () => {
    expect(await output(decision('d', invocation('1')))).toBe(
      "Expected to evaluate decision 'd', but no function found with name 'rate'",
    )
  })

  test('that call themselves without end fail, and nothing else does', async () => {
    const endless = `<businessKnowledgeModel id="f" name="f"><encapsulatedLogic><formalParameter name="x"/>${literal('{g: function(y) y, r: fs[1](x)}.r')}</encapsulatedLogic></businessKnowledgeModel>`
    expect(await output(endless + decision('d', literal('f(1)'), knows('f')))).toBe(null)
  })
})

describe('required decisions', () => {
  test('are evaluated first, each once, deepest first', async () => {
    const graph =
      decision('d', literal('left + right'), requires('left', 'right')) +
      decision('left', literal('base + 1'), requires('base')) +
      decision('right', literal('base + 2'), requires('base')) +
      decision('base', literal('n'))
    const result = await evaluate(graph, { n: 10 })
    expect(result.output).toBe(23)
    expect(result.evaluatedDecisions.map(({ decisionId }) => decisionId)).toEqual(['base', 'left', 'right', 'd'])
  })

  test('hand over values, not texts', async () => {
    const graph =
      decision('d', literal('due.day'), requires('due')) +
      decision('due', literal('date("2026-02-28") + duration("P1D")'))
    expect(await output(graph)).toBe(1)
  })

  test('go by the name of their variable and by their id', async () => {
    const graph =
      decision('d', literal('[result, due]'), requires('due')) +
      decision('due', literal('1'), '<variable id="v" name="result"/>')
    expect(await output(graph, { due: 'hidden', result: 'hidden' })).toEqual([1, 1])
  })

  test('that fail end the evaluation', async () => {
    const graph = decision('d', literal('x'), requires('x')) + decision('x', literal('assert(1, false)'))
    expect(await evaluate(graph)).toMatchObject({
      output: null,
      failure: { decisionId: 'x', message: expect.stringContaining("Expected to evaluate decision 'd', but") },
      evaluatedDecisions: [{ decisionId: 'x' }],
    })
  })

  test('a result of another type than the variable asks for is a failure', async () => {
    const typed = decision('d', literal('"text"'), '<variable id="v" name="r" typeRef="number"/>')
    expect(await output(typed)).toBe(`Expected to evaluate decision 'd', but expected 'number' but found '"text"'`)
  })
})

describe('a file that cannot be used names every element at fault', () => {
  test.each<[name: string, content: string, problems: { elementId: string; message: unknown }[]]>([
    [
      'broken FEEL',
      decision('d', '<literalExpression id="l"><text>1 +</text></literalExpression>'),
      [{ elementId: 'l', message: expect.stringContaining("FEEL expression: failed to parse expression '1 +'") }],
    ],
    [
      'broken FEEL in two cells',
      decision(
        'd',
        '<decisionTable id="t"><output id="o"/><rule id="r"><outputEntry id="e1"><text>1 +</text></outputEntry></rule><rule id="q"><outputEntry id="e2"><text>(</text></outputEntry></rule></decisionTable>',
      ),
      [
        { elementId: 'e1', message: expect.any(String) },
        { elementId: 'e2', message: expect.any(String) },
      ],
    ],
    [
      'no logic',
      decision('d', ''),
      [{ elementId: 'd', message: 'Expected a decision table or an expression, but found none' }],
    ],
    [
      'another language',
      decision('d', '<literalExpression id="l" expressionLanguage="javascript"><text>1</text></literalExpression>'),
      [{ elementId: 'l', message: "Expected an expression in FEEL, but found one in 'javascript'" }],
    ],
    [
      'a requirement of nothing',
      decision('d', literal('1'), requires('x')),
      [{ elementId: 'd', message: "Expected a decision with the id 'x', but found none" }],
    ],
    [
      'knowledge of nothing',
      decision('d', literal('1'), knows('x')),
      [{ elementId: 'd', message: "Expected a knowledge model with the id 'x', but found none" }],
    ],
    [
      'a circle',
      decision('a', literal('1'), requires('b')) + decision('b', literal('1'), requires('a')),
      [{ elementId: 'a', message: 'Expected requirements without a circle, but found a → b → a' }],
    ],
    [
      'outputs without names',
      decision('d', '<decisionTable id="t"><output id="o1" name="a"/><output id="o2"/></decisionTable>'),
      [{ elementId: 'o2', message: expect.stringContaining('Expected a name') }],
    ],
    [
      'a table without outputs',
      decision('d', '<decisionTable id="t"/>'),
      [{ elementId: 't', message: 'Expected at least one output, but found none' }],
    ],
  ])('%s', async (_name, content, problems) => {
    await expect(parseDecisions(file(content))).rejects.toMatchObject({ problems })
  })

  test.each([
    ['no XML', 'nonsense'],
    ['no DMN', '<foo/>'],
    ['a document type', `<!DOCTYPE x [<!ENTITY a "b">]>${file('')}`],
    ['an unknown element', file('<bogus/>')],
    ['an id twice', file(decision('d', literal('1')) + decision('d', literal('2')))],
  ])('%s', async (_name, xml) => {
    await expect(parseDecisions(xml)).rejects.toBeInstanceOf(InvalidDecisions)
  })

  test('a model knows its id, its name and its decisions in the order of the file', async () => {
    const model = await parseDecisions(file(decision('b', literal('1')) + decision('a', literal('2'))))
    expect([model.id, model.name, ...model.decisions.keys()]).toEqual(['drg', 'A graph', 'b', 'a'])
  })
})
