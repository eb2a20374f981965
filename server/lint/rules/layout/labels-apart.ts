import { type Box, holds, overlap } from '../../drawing/geometry.ts'
import { type Label, labelsOf, lanesOf, nodesOf, subProcessesOf } from '../../drawing/parts.ts'
import type { Drawing } from '../../drawing/read-drawing.ts'
import type { Finding, Rule } from '../../rule.ts'

/** Words on words are not read. */
export const labelsApart: Rule = {
  id: 'labels-apart',
  severity: 'error',
  title: { zh: '文字互不遮盖', en: 'Labels lie on nothing' },
  doc: {
    why: '压在别的字、图形或泳道线上的字没有人读。',
    mend: '把文字移到空白处。',
  },
  check: ({ drawing }) => findCovered(drawing),
}

function findCovered(drawing: Drawing): Finding[] {
  const labels = labelsOf(drawing)
  return labels.flatMap((label, index) =>
    [...labels.slice(index + 1).filter(({ box }) => overlap(label.box, box)), ...coveredBy(drawing, label)].map(
      ({ id }) => ({
        elementId: label.id,
        message: { zh: `文字压在 ${id} 上。`, en: `The label lies on ${id}.` },
      }),
    ),
  )
}

function coveredBy(drawing: Drawing, { box }: Label) {
  const borders = isOnSubProcess(drawing, box) ? [] : [...lanesOf(drawing), ...subProcessesOf(drawing)]
  return [
    ...nodesOf(drawing).filter(shape => overlap(box, shape.box)),
    ...borders.filter(border => overlap(border.box, box) && !holds(border.box, box)),
  ]
}

/** An expanded sub-process is drawn over the lanes, so their borders are not seen inside it. */
const isOnSubProcess = (drawing: Drawing, box: Box) => subProcessesOf(drawing).some(scope => holds(scope.box, box))
