import { describe, expect, test } from 'vitest'
import { decision, evaluate, literal, output, requires } from './dmn-file.testing.ts'

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

  test('go by the name of their variable, and without one by their id', async () => {
    const graph =
      decision('d', literal('[result, due]'), requires('due')) +
      decision('due', literal('1'), '<variable id="v" name="result"/>')
    expect(await output(graph, { due: 'hidden', result: 'hidden' })).toEqual([1, 'hidden'])
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
