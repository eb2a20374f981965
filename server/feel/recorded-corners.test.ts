import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compileExpression, FeelSyntaxError } from './index.ts'

/** `refused` at deployment, an incident when it is evaluated, or what Zeebe stored. */
type Outcome = 'refused' | 'fails' | { stored: unknown }

const VARIABLES: Record<string, unknown> = {
  x: 5,
  xs: [1, 2, 3],
  c: { a: 1 },
  s: 't',
  n: null,
  dt: '2026-01-01T10:00:00Z',
}
const NOW = Date.parse('2030-01-07T08:00:00Z')

/** What Zeebe 8.8.21 made of expressions at the edges: positions outside, other zones, groups that are not there. */
const CORNERS = JSON.parse(
  readFileSync(new URL('./recorded-corners.json', import.meta.url), 'utf8'),
) as readonly (readonly [expression: string, outcome: Outcome])[]

describe('corners of the language, recorded', () => {
  test.each(CORNERS)('%s', (expression, outcome) => {
    expect(outcomeOf(expression)).toEqual(outcome)
  })
})

function outcomeOf(expression: string): Outcome {
  try {
    const result = compileExpression(expression).evaluate({ variables: name => VARIABLES[name], now: () => NOW })
    return result.ok ? { stored: result.value } : 'fails'
  } catch (error) {
    if (error instanceof FeelSyntaxError) return 'refused'
    throw error
  }
}
