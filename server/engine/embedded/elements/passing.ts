import type { BpmnElementType } from '../../protocol/records.ts'
import { defineElement, type Element } from './element.ts'

/** Is passed without doing anything, whatever else the diagram says: manual and undefined tasks. */
export function passingTask(type: BpmnElementType): Element {
  return defineElement({ type, mapsInputs: () => false, mapsOutputs: () => false })
}
