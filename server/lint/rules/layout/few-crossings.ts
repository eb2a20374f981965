import { meeting, segmentsOf } from '../../drawing/geometry.ts'
import type { Drawing, Edge } from '../../drawing/read-drawing.ts'
import type { Finding, Rule } from '../../rule.ts'

/** Two lines on each other cannot be told apart; many crossings cannot be followed. */
export const fewCrossings: Rule = {
  id: 'few-crossings',
  severity: 'error',
  title: { zh: '连线少交叉、不重叠', en: 'Lines cross seldom and never lie on each other' },
  doc: {
    why: '重叠的两条线分不清；交叉多了，没有人跟得上。',
    mend: '挪动图形或转折点；一条线至多与别的线交叉一次。',
  },
  check: ({ drawing }) => findTangled(drawing),
}

const MOST_CROSSINGS = 1

function findTangled({ edges }: Drawing): Finding[] {
  return edges.flatMap(edge => {
    const others = edges.filter(({ id }) => id !== edge.id)
    const shared = others.filter(other => meetingsOf(edge, other).includes('shared')).map(other => liesOn(edge, other))
    const crossings = others
      .filter(other => !endsTogether(edge, other))
      .flatMap(other => meetingsOf(edge, other).filter(how => how === 'cross')).length
    return crossings > MOST_CROSSINGS ? [...shared, isCrossed(edge, crossings)] : shared
  })
}

const meetingsOf = (edge: Edge, other: Edge) =>
  segmentsOf(edge).flatMap(piece => segmentsOf(other).map(against => meeting(piece, against)))

/** Flows that begin or end at one shape may touch there. */
const endsTogether = (a: Edge, b: Edge) => [a.sourceId, a.targetId].some(id => id === b.sourceId || id === b.targetId)

const liesOn = (edge: Edge, other: Edge): Finding => ({
  elementId: edge.id,
  message: { zh: `连线与 ${other.id} 重叠。`, en: `The line lies on ${other.id}.` },
})

const isCrossed = (edge: Edge, times: number): Finding => ({
  elementId: edge.id,
  message: { zh: `连线与别的线交叉 ${times} 次。`, en: `The line is crossed ${times} times.` },
})
