import { expect } from 'vitest'
import { compileExpression } from './index.ts'

/** The clock of the tests: a Monday. */
export const NOW = Date.parse('2030-01-07T08:00:00Z')

/** An expression and what is stored of its value. */
export type Row = readonly [expression: string, stored: unknown]

/** What is stored of an expression's value. */
export function evaluated(expression: string, variables: Record<string, unknown> = {}): unknown {
  const result = compileExpression(expression).evaluate({ variables: name => variables[name], now: () => NOW })
  if (!result.ok) throw new Error(result.message)
  return result.value
}

/** Expects a row of a table to hold. */
export function expectRow(expression: string, stored: unknown): void {
  expect(evaluated(expression)).toEqual(stored)
}
