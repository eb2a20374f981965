import type { FeelValue } from '../../feel/index.ts'
import type { Logic } from '../decision-model.ts'
import { type DmnElement, elementsOf } from '../dmn-element.ts'
import type { Reader } from '../reader.ts'
import type { Scope } from '../scope.ts'

/** A table of expressions: a list with one context per row. */
export function readRelation(element: DmnElement, reader: Reader): Logic {
  const columns = reader.named(elementsOf(element, 'column')).map(({ name }) => name)
  const rows = elementsOf(element, 'row').map(row => {
    const cells = elementsOf(row, 'elements').map(cell => reader.readLogic(cell, reader))
    if (cells.length !== columns.length)
      reader.report(row, `Expected ${columns.length} cells, but found ${cells.length}`)
    return cells
  })
  return { decisionType: 'RELATION', evaluate: scope => rows.map(cells => rowValue(columns, cells, scope)) }
}

function rowValue(columns: readonly string[], cells: readonly Logic[], scope: Scope): FeelValue {
  return Object.fromEntries(columns.map((name, index) => [name, cells[index]?.evaluate(scope) ?? null]))
}
