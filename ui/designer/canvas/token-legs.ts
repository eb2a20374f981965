import type { Drawn } from './drawn.ts'

interface Point {
  x: number
  y: number
}

/** One token going from an element to the next, along the flow between them where one is drawn. */
export interface Leg {
  /** Which token, from 0. */
  token: number
  points: readonly Point[]
  /** What it goes along. */
  flow?: Drawn
}

/**
 * How tokens go where elements are passed in this order: what goes on behind a place that a token has left already is
 * another token, so both ways of a fork are seen, and the one that waits at a join stays in sight.
 */
export function tokenLegs(drawn: readonly Drawn[]): Leg[] {
  /** Where each token stands. */
  const standing: number[] = []
  return drawn.flatMap((element, at) => {
    const from = cameFrom(drawn, at)
    if (element.waypoints) return []
    if (from === undefined) {
      standing.push(at)
      return []
    }
    const found = standing.indexOf(from)
    const token = found >= 0 ? found : standing.length
    standing[token] = at
    const flow = flowBetween(drawn[from]!, element)
    const points = [middle(drawn[from]!), ...(flow?.waypoints ?? []), middle(element)]
    return [{ token, points, ...(flow && { flow }) }]
  })
}

/** The latest element before it that a flow leads from; without one, the element before it. */
function cameFrom(drawn: readonly Drawn[], at: number): number | undefined {
  const before = drawn
    .slice(0, at)
    .map((_, index) => index)
    .reverse()
    .filter(index => !drawn[index]!.waypoints)
  return before.find(index => flowBetween(drawn[index]!, drawn[at]!)) ?? before[0]
}

const flowBetween = (from: Drawn, to: Drawn): Drawn | undefined =>
  from.outgoing?.find(each => each.businessObject.targetRef === to.businessObject)

const middle = ({ x, y, width, height }: Drawn): Point => ({ x: x + width / 2, y: y + height / 2 })
