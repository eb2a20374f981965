import { describe, expect, test } from 'vitest'
import { decision, file, knows, literal, requires } from './dmn-file.testing.ts'
import { InvalidDecisions, parseDecisions } from './index.ts'

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
