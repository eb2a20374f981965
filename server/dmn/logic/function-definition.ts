import { FeelFunction, type FeelValue } from '../../feel/index.ts'
import type { Logic, Parameter } from '../decision-model.ts'
import { type DmnElement, elementOf, textOf } from '../dmn-element.ts'
import { type Reader, readParameters } from '../reader.ts'
import type { Scope } from '../scope.ts'
import { checked } from '../type-check.ts'

/** A function with a boxed body, as a value. */
export function readFunctionDefinition(element: DmnElement, reader: Reader): Logic {
  const kind = textOf(element, 'kind') ?? 'FEEL'
  if (kind !== 'FEEL') reader.report(element, `Expected a function in FEEL, but found one in '${kind}'`)
  const parameters = readParameters(element, reader)
  const body = reader.logic(element, elementOf(element, 'body'))
  return { decisionType: 'UNKNOWN', evaluate: scope => functionOf(parameters, body, scope) }
}

/** The function of a body: its arguments are checked against the types of its parameters, and hide names of the scope. */
export function functionOf(parameters: readonly Parameter[], body: Logic, scope: Scope): FeelFunction {
  return new FeelFunction(
    parameters.map(({ name }) => name),
    given => {
      const values = parameters.map(({ name, type }, index): [string, FeelValue] => [
        name,
        checked(given[index] ?? null, type),
      ])
      return body.evaluate(scope.with(new Map(values)))
    },
  )
}
