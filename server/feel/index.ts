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
export { FeelFunction } from './values/feel-function.ts'
export type { ResultType } from './values/feel-object.ts'
export type { FeelValue } from './values/feel-value.ts'
export { toJson } from './values/to-json.ts'
export { typeOf } from './values/type-of.ts'
