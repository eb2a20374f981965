import { runsThrough, segmentsOf } from '../../drawing/geometry.ts'
import { labelsOf } from '../../drawing/parts.ts'
import type { Rule } from '../../rule.ts'

/** Words with a line through them are not read. */
export const clearOfLabels: Rule = {
  id: 'clear-of-labels',
  severity: 'error',
  title: { zh: '连线不穿过文字', en: 'No line runs through a label' },
  doc: {
    why: '被线穿过的字没有人读。',
    mend: '移开文字或连线。',
  },
  check: ({ drawing }) =>
    drawing.edges.flatMap(edge =>
      labelsOf(drawing)
        .filter(({ box }) => segmentsOf(edge).some(segment => runsThrough(segment, box)))
        .map(({ id }) => ({
          elementId: edge.id,
          message: { zh: `连线穿过了 ${id} 的文字。`, en: `The line runs through the label of ${id}.` },
        })),
    ),
}
