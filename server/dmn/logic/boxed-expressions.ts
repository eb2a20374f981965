import type { Logic } from '../decision-model.ts'
import type { DmnElement } from '../dmn-element.ts'
import type { Reader } from '../reader.ts'
import { readContext } from './context.ts'
import { readDecisionTable } from './decision-table.ts'
import { readFunctionDefinition } from './function-definition.ts'
import { readInvocation } from './invocation.ts'
import { readList } from './list.ts'
import { readLiteralExpression } from './literal-expression.ts'
import { readRelation } from './relation.ts'

/** The boxed expressions by the name of their element. A new one is a file and a line here. */
const BOXED_EXPRESSIONS: Record<string, (element: DmnElement, reader: Reader) => Logic> = {
  'dmn:DecisionTable': readDecisionTable,
  'dmn:LiteralExpression': readLiteralExpression,
  'dmn:Context': readContext,
  'dmn:List': readList,
  'dmn:Relation': readRelation,
  'dmn:Invocation': readInvocation,
  'dmn:FunctionDefinition': readFunctionDefinition,
}

/** Compiles whatever boxed expression an element is; reports one it does not know. */
export function readBoxedExpression(element: DmnElement, reader: Reader): Logic {
  const read = BOXED_EXPRESSIONS[element.$type]
  if (read) return read(element, reader)
  reader.report(element, `Expected one of ${Object.keys(BOXED_EXPRESSIONS).join(', ')}, but found ${element.$type}`)
  return { decisionType: 'UNKNOWN', evaluate: () => null }
}
