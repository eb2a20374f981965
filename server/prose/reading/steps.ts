import { isEnd, isGateway, isNode, isStart, type OutlineIndex, type Part } from '../outline.ts'
import { readingOrder } from '../text/reading-order.ts'

/** A node with a number of its own, and what is numbered in it. */
export interface Step {
  part: Part
  /** `4`, inside a sub-process `4.2`. */
  number: string
  inner: readonly Step[]
}

/**
 * The steps of a scope in the order in which one reads them. Not numbered are ends, the plain start of a sub-process, and a
 * gateway that only says how one step goes on: those are told with the step before them.
 */
export function stepsOf(index: OutlineIndex, scope: string, prefix = ''): Step[] {
  const isInside = index.byId.get(scope)?.type !== 'bpmn:Process'
  const told = readingOrder(index, scope).filter(part => !isToldBefore(index, part, isInside))
  return told.map((part, at) => {
    const number = `${prefix}${at + 1}`
    return { part, number, inner: stepsOf(index, part.id, `${number}.`) }
  })
}

/** The numbers of all steps by the ids of their parts. */
export function numbersOf(steps: readonly Step[]): Map<string, string> {
  return new Map(steps.flatMap(({ part, number, inner }) => [[part.id, number] as const, ...numbersOf(inner)]))
}

function isToldBefore(index: OutlineIndex, part: Part, isInside: boolean): boolean {
  if (isEnd(part)) return index.arriving(part.id).length > 0
  if (isStart(part)) return isInside
  return isMerge(index, part) || isContinuation(index, part)
}

/** Whether a gateway only brings branches together, so that nobody need hear of it. */
export function isMerge(index: OutlineIndex, { type, id }: Part): boolean {
  return type === 'bpmn:ExclusiveGateway' && index.leaving(id).length === 1
}

/** Whether a gateway divides what comes from one place only, so that it is told there. */
export function isContinuation(index: OutlineIndex, part: Part): boolean {
  const [arrival, second] = index.arriving(part.id)
  const from = index.byId.get(arrival?.properties.sourceRef ?? '')
  const isChoice = isGateway(part) && part.type !== 'bpmn:ParallelGateway'
  return isChoice && second === undefined && from !== undefined && isNode(from) && !isGateway(from)
}
