import type { Logic } from '../decision-model.ts'
import { type DmnElement, elementsOf } from '../dmn-element.ts'
import type { Reader } from '../reader.ts'

/** The list of its expressions' values. */
export function readList(element: DmnElement, reader: Reader): Logic {
  const items = elementsOf(element, 'elements').map(item => reader.readLogic(item, reader))
  return { decisionType: 'LIST', evaluate: scope => items.map(item => item.evaluate(scope)) }
}
