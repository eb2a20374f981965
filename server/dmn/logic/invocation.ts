import { FeelFunction, type FeelValue } from '../../feel/index.ts'
import { DecisionFailure } from '../decision-failure.ts'
import type { Logic } from '../decision-model.ts'
import { type DmnElement, elementOf, elementsOf, textOf } from '../dmn-element.ts'
import type { Reader } from '../reader.ts'
import type { Scope } from '../scope.ts'
import { ModelFunction } from './function-definition.ts'

interface Binding {
  name: string
  logic: Logic
}

/** A call of a business knowledge model, its parameters bound to expressions. */
export function readInvocation(element: DmnElement, reader: Reader): Logic {
  const called = textOf(elementOf(element, 'calledFunction'), 'text')
  if (called === undefined) reader.report(element, 'Expected the name of a function, but found none')
  const bindings = elementsOf(element, 'binding').flatMap(binding => readBinding(binding, reader))
  return { decisionType: 'INVOCATION', evaluate: scope => invoke(called ?? '', bindings, scope) }
}

function readBinding(binding: DmnElement, reader: Reader): Binding[] {
  const formula = reader.logic(binding, elementOf(binding, 'bindingFormula'))
  const parameter = elementOf(binding, 'parameter')
  return reader.named([parameter ?? binding]).map(({ name }) => ({ name, logic: formula }))
}

function invoke(called: string, bindings: readonly Binding[], scope: Scope): FeelValue {
  const callee = scope.find(called)
  if (!(callee instanceof FeelFunction)) throw new DecisionFailure(`no function found with name '${called}'`)
  const given = new Map(bindings.map(({ name, logic }) => [name, logic.evaluate(scope)]))
  const args = callee.parameters.map(name => given.get(name) ?? null)
  return callee instanceof ModelFunction ? callee.perform(args) : callee.invoke(args)
}
