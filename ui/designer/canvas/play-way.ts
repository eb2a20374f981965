import type { DraftModeler } from './draft-modeler.ts'
import { type Leg, tokenLegs } from './token-legs.ts'

/** How fast a token goes, in units of the canvas a second. */
const SPEED = 420
/** How long it rests on an element, ms. */
const REST = 350
const LAYER = 'xf-tokens'

/** Plays tokens along elements in the order in which they are passed, and leaves the way marked. */
export function playWay(modeler: DraftModeler, elementIds: readonly string[]): void {
  const drawn = elementIds.map(id => modeler.drawn(id)).filter(element => element !== undefined)
  const legs = tokenLegs(drawn)
  const flows = legs.flatMap(({ flow }) => flow ?? [])
  modeler.mark('xf-way', [...elementIds, ...flows.map(({ id }) => id)])
  const layer = modeler.service('canvas').getLayer(LAYER, 1)
  layer.replaceChildren()
  const first = drawn[0]
  if (!first) return
  modeler.service('canvas').scrollToElement(first, 60)
  if (legs.length === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return
  run(layer, legs)
}

/** One leg after the other; who has nowhere to go yet waits in sight. */
function run(layer: SVGGElement, legs: readonly Leg[]): void {
  const tokens: SVGCircleElement[] = []
  const lengths = legs.map(lengthOf)
  let at = 0
  let from: number | undefined
  const step = (now: number) => {
    from ??= now
    const leg = legs[at]
    if (!leg) return void setTimeout(() => layer.replaceChildren(), REST)
    const token = tokens[leg.token] ?? drawToken(layer)
    tokens[leg.token] = token
    const gone = Math.min(((now - from) / 1000) * SPEED, lengths[at] ?? 0)
    const { x, y } = pointAt(leg.points, gone)
    token.setAttribute('cx', String(x))
    token.setAttribute('cy', String(y))
    if (gone >= (lengths[at] ?? 0)) {
      at += 1
      from = now
    }
    if (token.isConnected) requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
}

function drawToken(layer: SVGGElement): SVGCircleElement {
  const token = document.createElementNS('http://www.w3.org/2000/svg', 'circle')
  token.setAttribute('r', '8')
  token.classList.add('xf-token')
  layer.append(token)
  return token
}

type Points = Leg['points']

const lengthOf = ({ points }: Leg) => points.slice(1).reduce((sum, to, at) => sum + distance(points[at] ?? to, to), 0)

const distance = (a: Points[number], b: Points[number]) => Math.hypot(b.x - a.x, b.y - a.y)

function pointAt(points: Points, gone: number): Points[number] {
  let rest = gone
  for (const [index, b] of points.slice(1).entries()) {
    const a = points[index] ?? b
    const length = distance(a, b)
    if (rest <= length && length > 0) {
      const share = rest / length
      return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
    }
    rest -= length
  }
  return points.at(-1) ?? { x: 0, y: 0 }
}
