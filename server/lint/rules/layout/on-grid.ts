import { type Box, centreOf } from '../../drawing/geometry.ts'
import type { Drawing, Edge, Shape } from '../../drawing/read-drawing.ts'
import type { Finding, Rule } from '../../rule.ts'

/** Neighbours line up, and what a person moves in the designer snaps to the same lines. */
export const onGrid: Rule = {
  id: 'on-grid',
  severity: 'error',
  title: { zh: '图形对齐网格', en: 'Shapes lie on the grid' },
  doc: {
    why: '相邻的图形因此对得齐；在设计器里拖动，也吸附到同样的线上。',
    mend: '把图形中心移到 10 的整倍数；连线的转折点移到 5 的整倍数。',
  },
  check: ({ drawing }) => findOffGrid(drawing),
}

const GRID = 10
const HALF_GRID = 5

function findOffGrid(drawing: Drawing): Finding[] {
  return [...[...drawing.shapes.values()].filter(isOff).map(offShape), ...bendsOff(drawing)]
}

const snapped = (value: number) => Math.round(value / GRID) * GRID

const placeOf = ({ box, isContainer }: Shape) => (isContainer ? box : centreOf(box))

function isOff(shape: Shape): boolean {
  const { x, y } = placeOf(shape)
  return x % GRID !== 0 || y % GRID !== 0
}

function offShape(shape: Shape): Finding {
  const { x, y } = placeOf(shape)
  return {
    elementId: shape.id,
    message: { zh: '图形没有对齐网格（10）。', en: 'The shape is off the grid of 10.' },
    fix: { kind: 'move-to', elementId: shape.id, x: shape.box.x + snapped(x) - x, y: shape.box.y + snapped(y) - y },
  }
}

/** The two ends lie on the borders of shapes, so only bends and the sideways place of the ends are asked. */
function bendsOff({ shapes, edges }: Drawing): Finding[] {
  return edges
    .filter(({ points, sourceId, targetId }) => {
      const borders = [shapes.get(sourceId), shapes.get(targetId)].flatMap(shape => (shape ? bordersOf(shape.box) : []))
      const isBent = (value: number) => value % HALF_GRID !== 0 && !borders.includes(value)
      return points.some(({ x, y }) => isBent(x) || isBent(y))
    })
    .map(({ id }: Edge) => ({
      elementId: id,
      message: { zh: '连线的转折点没有对齐网格（5）。', en: 'The line bends off the grid of 5.' },
    }))
}

const bordersOf = ({ x, y, width, height }: Box) => [x, x + width, y, y + height]
