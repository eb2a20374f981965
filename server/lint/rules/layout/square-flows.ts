import { segmentsOf } from '../../drawing/geometry.ts'
import type { Rule } from '../../rule.ts'

/** Slanted lines are read as something special. */
export const squareFlows: Rule = {
  id: 'square-flows',
  severity: 'error',
  title: { zh: '连线横平竖直', en: 'Lines are horizontal or vertical' },
  doc: {
    why: '斜线会被读成有特别的含义。',
    mend: '拖动转折点，使每一段或横或竖。',
  },
  check: ({ drawing }) =>
    drawing.edges
      .filter(edge => segmentsOf(edge).some(({ width, height }) => width !== 0 && height !== 0))
      .map(({ id }) => ({
        elementId: id,
        message: { zh: '连线有斜的一段。', en: 'A piece of the line is slanted.' },
      })),
}
