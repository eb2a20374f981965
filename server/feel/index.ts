/** The only door to FEEL: compile once, evaluate often. */
export {
  type CompiledExpression,
  compileExpression,
  type FeelFailed,
  type FeelResult,
  type TypedResult,
} from './compiled-expression.ts'
export {
  type CompiledUnaryTests,
  compileUnaryTests,
  type TestResult,
} from './compiled-unary-tests.ts'
export type { FeelContext } from './run.ts'
export { FeelSyntaxError } from './syntax/feel-syntax-error.ts'
export { FeelDateTime } from './temporal/feel-date-time.ts'
export { FeelDuration } from './temporal/feel-duration.ts'
export { FeelPeriod } from './temporal/feel-period.ts'
export { isSame } from './values/equality.ts'
export { FeelFunction } from './values/feel-function.ts'
export type { ResultType } from './values/feel-object.ts'
export type { FeelValue } from './values/feel-value.ts'
export { textOf } from './values/text-of.ts'
export { toJson } from './values/to-json.ts'
export { typeOf } from './values/type-of.ts'
