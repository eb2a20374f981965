import { runsThrough, segmentsOf } from '../../drawing/geometry.ts'
import { hostOf, nodesOf, subProcessesOf, subProcessOf } from '../../drawing/parts.ts'
import type { Drawing, Edge, Shape } from '../../drawing/read-drawing.ts'
import type { Finding, Rule } from '../../rule.ts'

/** A line through a shape looks as if it ended there. */
export const clearOfShapes: Rule = {
  id: 'clear-of-shapes',
  severity: 'error',
  title: { zh: '连线不穿过图形', en: 'No line runs through a shape' },
  doc: {
    why: '穿过图形的线，看上去像是到那里就停了。',
    mend: '让连线绕过去，或者把图形移开。',
  },
  check: ({ drawing }) => findRunThrough(drawing),
}

function findRunThrough(drawing: Drawing): Finding[] {
  return drawing.edges.flatMap(edge =>
    inTheWay(drawing, edge)
      .filter(({ box }) => segmentsOf(edge).some(segment => runsThrough(segment, box)))
      .map(({ id, name }) => ({
        elementId: edge.id,
        message: { zh: `连线穿过了“${name || id}”。`, en: `The line runs through “${id}”.` },
      })),
  )
}

/** Every shape but the sub-processes the line lies in and the events on the border of where it begins. */
function inTheWay(drawing: Drawing, { sourceId }: Edge): Shape[] {
  const around: string[] = []
  for (let shape = drawing.shapes.get(sourceId); shape; shape = drawing.shapes.get(around.at(-1) ?? '')) {
    const outer = subProcessOf(shape)
    if (outer === undefined) break
    around.push(outer)
  }
  return [...nodesOf(drawing), ...subProcessesOf(drawing).filter(({ id }) => !around.includes(id))].filter(
    shape => !(shape.type === 'bpmn:BoundaryEvent' && hostOf(shape) === sourceId),
  )
}
