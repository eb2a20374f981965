import type { FeelValue } from '../../feel/index.ts'
import type { Logic } from '../decision-model.ts'
import { type DmnElement, elementOf, elementsOf, textOf } from '../dmn-element.ts'
import type { Reader } from '../reader.ts'

/** Named entries; a later one sees the earlier ones. An entry without a name is the result, else the entries are. */
export function readContext(element: DmnElement, reader: Reader): Logic {
  const entries = elementsOf(element, 'contextEntry').map(entry => ({
    name: textOf(elementOf(entry, 'variable'), 'name'),
    logic: reader.logic(entry, elementOf(entry, 'value')),
  }))
  return {
    decisionType: 'CONTEXT',
    evaluate(scope) {
      const values = new Map<string, FeelValue>()
      const inner = scope.with(values)
      for (const { name, logic } of entries) {
        const value = logic.evaluate(inner)
        if (name === undefined) return value
        values.set(name, value)
      }
      return Object.fromEntries(values)
    },
  }
}
