import type { TypedResult } from '../../../feel/index.ts'
import { type ErrorType, Failure } from '../../protocol/errors.ts'
import type { Json, Key } from '../../protocol/records.ts'
import type { Execution } from '../execution.ts'
import type { Expression } from '../expression.ts'
import { findVariable } from '../state/variables.ts'

type Evaluated = Extract<TypedResult, { ok: true }>

/** Evaluates FEEL in a scope; variables in `overlay` hide those of the scope, and without a scope there are none. @throws Failure when the evaluation itself fails. */
export function evaluate(
  execution: Execution,
  expression: Expression,
  scopeKey: Key | undefined,
  errorType: ErrorType = 'EXTRACT_VALUE_ERROR',
  overlay?: Record<string, Json>,
): Evaluated {
  const result = expression.feel!.evaluateTyped({
    variables: name => (overlay && Object.hasOwn(overlay, name) ? overlay[name] : valueIn(execution, scopeKey, name)),
    now: () => execution.world.now,
    zone: execution.world.zone,
    hidesValues: true,
  })
  if (result.ok) return result
  throw new Failure(errorType, withWarnings(result.message, result.warnings))
}

/** What is evaluated at deployment sees no variables. */
function valueIn(execution: Execution, scopeKey: Key | undefined, name: string): Json | undefined {
  return scopeKey === undefined ? undefined : findVariable(execution.state, scopeKey, name)?.value
}

/** A yes or a no; anything else, null too, is a failure. */
export function evaluateBoolean(
  execution: Execution,
  expression: Expression,
  scopeKey: Key | undefined,
  overlay?: Record<string, Json>,
): boolean {
  return typed(execution, expression, scopeKey, ['BOOLEAN'], overlay).json === true
}

/** A list, of whatever. */
export function evaluateList(execution: Execution, expression: Expression, scopeKey: Key | undefined): Json[] {
  return typed(execution, expression, scopeKey, ['ARRAY']).json as Json[]
}

/** A text; static texts are themselves. */
export function evaluateString(execution: Execution, expression: Expression, scopeKey: Key | undefined): string {
  if (!expression.feel) return expression.text
  return typed(execution, expression, scopeKey, ['STRING']).json as string
}

/** A text that must not be empty, for example a job's type. */
export function evaluateName(execution: Execution, expression: Expression, scopeKey: Key | undefined): string {
  const name = evaluateString(execution, expression, scopeKey)
  if (name !== '') return name
  throw new Failure(
    'EXTRACT_VALUE_ERROR',
    `Expected result of the expression '${expression.text}' to be a not-empty string, but was an empty string.`,
  )
}

/** A number; a static text is read as one. */
export function evaluateNumber(execution: Execution, expression: Expression, scopeKey: Key | undefined): number {
  if (expression.feel) return typed(execution, expression, scopeKey, ['NUMBER']).json as number
  const number = Number(expression.text)
  if (Number.isFinite(number) && expression.text.trim() !== '') return number
  throw new Failure('EXTRACT_VALUE_ERROR', `Expected '${expression.text}' to be a number, but it is not one.`)
}

/** A list of texts; a static text is split at its commas. */
export function evaluateStrings(execution: Execution, expression: Expression, scopeKey: Key | undefined): string[] {
  if (!expression.feel)
    return expression.text
      .split(',')
      .map(item => item.trim())
      .filter(item => item !== '')
  const list = typed(execution, expression, scopeKey, ['ARRAY']).json as Json[]
  const stranger = list.find(item => typeof item !== 'string')
  if (stranger === undefined) return list as string[]
  throw new Failure(
    'EXTRACT_VALUE_ERROR',
    `Expected result of the expression '${expression.text}' to be 'ARRAY' containing 'STRING' items, but was 'ARRAY' containing at least one non-'STRING' item.`,
  )
}

/** A result of one of the types. */
function typed(
  execution: Execution,
  expression: Expression,
  scopeKey: Key | undefined,
  types: string[],
  overlay?: Record<string, Json>,
): Evaluated {
  const result = evaluate(execution, expression, scopeKey, 'EXTRACT_VALUE_ERROR', overlay)
  if (types.includes(result.type)) return result
  throw mismatch(expression, types, result)
}

/** The failure of a result that is of another type than its use asks for. */
export function mismatch({ text }: Expression, types: string[], { type, warnings }: Evaluated): Failure {
  const expected = types.length === 1 ? `'${types[0]}'` : `one of '[${types.join(', ')}]'`
  const message = `Expected result of the expression '${text}' to be ${expected}, but was '${type}'.`
  return new Failure('EXTRACT_VALUE_ERROR', withWarnings(message, warnings))
}

/** What the evaluation stumbled over helps to mend it. */
export function withWarnings(message: string, warnings: string[]): string {
  if (warnings.length === 0) return message
  return `${message} The evaluation reported the following warnings:\n${warnings.join('\n')}`
}
