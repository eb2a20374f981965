import type { DraftModeler } from './draft-modeler.ts'
import type { Drawn } from './drawn.ts'

/** How fast a token goes, in units of the canvas a second. */
const SPEED = 420
/** How long it rests on an element, ms. */
const REST = 350
const LAYER = 'xf-tokens'

interface Point {
  x: number
  y: number
}

/** Plays a token along elements in the order in which they are passed, and leaves the way marked. */
export function playWay(modeler: DraftModeler, elementIds: readonly string[]): void {
  const drawn = elementIds.map(id => modeler.drawn(id)).filter(element => element !== undefined)
  modeler.mark('xf-way', [...elementIds, ...flowsBetween(drawn).map(({ id }) => id)])
  const layer = modeler.service('canvas').getLayer(LAYER, 1)
  layer.replaceChildren()
  const first = drawn[0]
  if (!first) return
  modeler.service('canvas').scrollToElement(first, 60)
  const points = wayPoints(drawn)
  if (points.length < 2 || matchMedia('(prefers-reduced-motion: reduce)').matches) return
  run(layer, points)
}

function run(layer: SVGGElement, points: readonly Point[]): void {
  const token = document.createElementNS('http://www.w3.org/2000/svg', 'circle')
  token.setAttribute('r', '8')
  token.classList.add('xf-token')
  layer.append(token)
  const lengths = points.slice(1).map((point, index) => distance(points[index] ?? point, point))
  const total = lengths.reduce((sum, each) => sum + each, 0)
  let from: number | undefined
  const step = (now: number) => {
    from ??= now
    const gone = Math.min(((now - from) / 1000) * SPEED, total)
    const { x, y } = pointAt(points, lengths, gone)
    token.setAttribute('cx', String(x))
    token.setAttribute('cy', String(y))
    if (gone < total && token.isConnected) requestAnimationFrame(step)
    else setTimeout(() => token.remove(), REST)
  }
  requestAnimationFrame(step)
}

/** The middle of each element, joined along the flows that are drawn between them. */
function wayPoints(drawn: readonly Drawn[]): Point[] {
  return drawn.flatMap((element, index) => {
    if (element.waypoints) return element.waypoints
    const before = drawn[index - 1]
    const flow = before?.outgoing?.find(each => each.businessObject.targetRef === element.businessObject)
    return [...(flow?.waypoints ?? []), { x: element.x + element.width / 2, y: element.y + element.height / 2 }]
  })
}

const flowsBetween = (drawn: readonly Drawn[]): Drawn[] =>
  drawn.flatMap((element, index) => {
    const flow = drawn[index - 1]?.outgoing?.find(each => each.businessObject.targetRef === element.businessObject)
    return flow ? [flow] : []
  })

const distance = (a: Point, b: Point) => Math.hypot(b.x - a.x, b.y - a.y)

function pointAt(points: readonly Point[], lengths: readonly number[], gone: number): Point {
  let rest = gone
  for (const [index, length] of lengths.entries()) {
    const [a, b] = [points[index], points[index + 1]]
    if (!a || !b) break
    if (rest <= length && length > 0) {
      const share = rest / length
      return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
    }
    rest -= length
  }
  return points.at(-1) ?? { x: 0, y: 0 }
}
