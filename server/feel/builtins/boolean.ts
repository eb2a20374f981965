import { AssertionFailure, type Run } from '../run.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { type Declaration, declare } from './builtin.ts'

const declarations: readonly Declaration[] = [
  ['not(negand: any)', (negand: FeelValue) => (typeof negand === 'boolean' ? !negand : null)],
  ['is defined(value: any)', (value: FeelValue) => value !== null],
  ['get or else(value: any, default: any)', (value: FeelValue, fallback: FeelValue) => value ?? fallback],
  [
    'assert(value: any, condition: any)',
    (value: FeelValue, condition: FeelValue, run: Run) => assert(run, value, condition),
  ],
  [
    'assert(value: any, condition: any, cause: string)',
    (value: FeelValue, condition: FeelValue, cause: string, run: Run) => assert(run, value, condition, cause),
  ],
]

/** Functions on truth values, and on whether there is a value at all. */
export const booleanBuiltins = declare(declarations)

function assert(run: Run, value: FeelValue, condition: FeelValue, cause = 'The condition is not fulfilled'): FeelValue {
  if (condition === true) return value
  run.warn('ASSERT_FAILURE', cause)
  throw new AssertionFailure(cause)
}
