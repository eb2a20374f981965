import { type CompiledExpression, compileExpression, type FeelValue } from '../../feel/index.ts'
import { DecisionFailure } from '../decision-failure.ts'
import type { Logic } from '../decision-model.ts'
import type { DmnElement } from '../dmn-element.ts'
import type { Reader } from '../reader.ts'
import type { Scope } from '../scope.ts'

/** One FEEL expression. */
export function readLiteralExpression(element: DmnElement, reader: Reader): Logic {
  const expression = reader.compile(element, compileExpression)
  return { decisionType: 'LITERAL_EXPRESSION', evaluate: scope => evaluateExpression(expression, scope) }
}

/** The value of an expression; null when there is none. Throws DecisionFailure. */
export function evaluateExpression(expression: CompiledExpression | undefined, scope: Scope): FeelValue {
  if (!expression) return null
  const result = expression.evaluateTyped(scope.context)
  if (!result.ok) throw new DecisionFailure(result.message)
  return result.value
}
