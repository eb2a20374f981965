import { overlap } from '../../drawing/geometry.ts'
import { hostOf, nodesOf, subProcessesOf, subProcessOf } from '../../drawing/parts.ts'
import type { Drawing, Shape } from '../../drawing/read-drawing.ts'
import type { Finding, Rule } from '../../rule.ts'

/** What lies on another shape is neither seen nor clicked. */
export const shapesApart: Rule = {
  id: 'shapes-apart',
  severity: 'error',
  title: { zh: '图形互不重叠', en: 'No shape lies on another' },
  doc: {
    why: '重叠的图形看不清，也点不中下面的那个。',
    mend: '把图形移开；边界事件只压在它所属的任务上。',
  },
  check: ({ drawing }) => findOverlaps(drawing),
}

function findOverlaps(drawing: Drawing): Finding[] {
  const shapes = [...nodesOf(drawing), ...subProcessesOf(drawing)]
  return shapes.flatMap((shape, index) =>
    shapes
      .slice(index + 1)
      .filter(
        other => overlap(shape.box, other.box) && !belongs(drawing, shape, other) && !belongs(drawing, other, shape),
      )
      .map(other => ({
        elementId: shape.id,
        message: { zh: `图形与 ${other.id} 重叠。`, en: `The shape lies on ${other.id}.` },
      })),
  )
}

/** A boundary event on its host, or what lies inside a sub-process, at any depth. */
function belongs(drawing: Drawing, inner: Shape, outer: Shape): boolean {
  if (hostOf(inner) === outer.id) return true
  const around = subProcessOf(inner)
  if (around === undefined) return false
  const scope = drawing.shapes.get(around)
  return around === outer.id || (scope !== undefined && belongs(drawing, scope, outer))
}
