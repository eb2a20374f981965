import { elementOf, elementsOf, type ModdleElement } from '../../bpmn/index.ts'
import { named, type Said, said } from '../reading/words.ts'
import { type Change, someOf } from './change.ts'

/**
 * What is only drawn elsewhere or otherwise, folded into one sentence; elements that came or went are no news here.
 * @param nameOf how people call an element
 */
export function drawingChanges(
  before: ModdleElement,
  after: ModdleElement,
  nameOf: (elementId: string) => string | undefined,
  file: string,
): Change[] {
  const [old, now] = [drawn(before), drawn(after)]
  const ids = [...now].filter(([id, text]) => old.has(id) && old.get(id) !== text).map(([id]) => id)
  if (ids.length === 0) return []
  const names: Said[] = ids.flatMap(id => nameOf(id) ?? []).map(named)
  const shown = names.length === 0 ? said(`${ids.length} 处`, `${ids.length} elements`) : someOf(names)
  const words = said(`只改了画法：${shown.zh}，办法不变。`, `Only drawn otherwise: ${shown.en}; nothing else changed.`)
  return [{ ...words, kind: 'changed', topic: 'drawing', file, elementIds: ids }]
}

/** How each element is drawn, as text. */
function drawn(definitions: ModdleElement): Map<string, string> {
  const shapes = elementsOf(definitions, 'diagrams').flatMap(diagram =>
    elementsOf(elementOf(diagram, 'plane'), 'planeElement'),
  )
  return new Map(shapes.map(shape => [elementOf(shape, 'bpmnElement')?.id ?? '', textOf(shape)]))
}

/** Bounds, way points, labels and colours; what is drawn, and ids, stand for themselves. */
function textOf(shape: ModdleElement): string {
  const attributes = JSON.stringify(shape.$attrs ?? {})
  return (
    attributes +
    JSON.stringify(shape, (key, value: unknown) => (key === 'id' || key === 'bpmnElement' ? undefined : value))
  )
}
