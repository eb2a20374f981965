import type { ModdleElement } from '../bpmn/index.ts'

/** Children of an element that are parts of their own; everything else is a property of whom it lies in. */
export const PARTS: ReadonlySet<string> = new Set(
  'rootElements flowElements artifacts laneSets lanes childLaneSet participants messageFlows'.split(' '),
)

/** The part of a diagram that has an id, drawn or not. */
export function elementIn(element: ModdleElement, id: string): ModdleElement | undefined {
  if (element.id === id) return element
  for (const name of PARTS) {
    const inside = element[name] ?? []
    for (const child of (Array.isArray(inside) ? inside : [inside]) as ModdleElement[]) {
      const found = elementIn(child, id)
      if (found) return found
    }
  }
  return undefined
}
