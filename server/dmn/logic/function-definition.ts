import { FeelFunction, type FeelValue } from '../../feel/index.ts'
import { DecisionFailure } from '../decision-failure.ts'
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
  return { decisionType: 'UNKNOWN', evaluate: scope => functionOf(parameters, inner => body.evaluate(inner), scope) }
}

/** A function of the model. Called by FEEL it gives null where it fails, as every function of FEEL does; an invocation hears of the failure. */
export class ModelFunction extends FeelFunction {
  readonly perform: (given: readonly FeelValue[]) => FeelValue

  constructor(names: readonly string[], perform: (given: readonly FeelValue[]) => FeelValue) {
    super([...names], given => orNull(() => perform(given)))
    this.perform = perform
  }
}

/** The function of a body: its arguments are checked against the types of its parameters, and hide names of the scope. */
export function functionOf(
  parameters: readonly Parameter[],
  evaluate: (scope: Scope) => FeelValue,
  scope: Scope,
): ModelFunction {
  const names = parameters.map(({ name }) => name)
  return new ModelFunction(names, given => {
    const values = parameters.map(({ name, type }, index): [string, FeelValue] => [
      name,
      checked(given[index] ?? null, type),
    ])
    return evaluate(scope.with(new Map(values)))
  })
}

function orNull(perform: () => FeelValue): FeelValue {
  try {
    return perform()
  } catch (error) {
    if (error instanceof DecisionFailure) return null
    throw error
  }
}
