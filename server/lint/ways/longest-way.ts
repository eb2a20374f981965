import type { FlowNode, ProcessGraph } from '../../bpmn/index.ts'
import { beginningsOf, stepsAfter } from './steps.ts'

/** A way through a diagram with what its steps weigh together. */
export interface WeighedWay {
  weight: number
  nodes: readonly FlowNode[]
}

const NOWHERE: WeighedWay = { weight: 0, nodes: [] }

/** The heaviest way from a start, each loop gone round once; every node is looked at once, however many ways there are. */
export function longestWay(graph: ProcessGraph, weigh: (node: FlowNode) => number): WeighedWay {
  const best = new Map<string, WeighedWay>()
  const underway = new Set<string>()
  const from = (node: FlowNode): WeighedWay => {
    const known = best.get(node.id)
    if (known) return known
    underway.add(node.id)
    const further = stepsAfter(graph, node).filter(next => !underway.has(next.id) && !isBeside(next))
    const rest = further.map(from).reduce(heavier, NOWHERE)
    underway.delete(node.id)
    const whole = { weight: weigh(node) + rest.weight, nodes: [node, ...rest.nodes] }
    best.set(node.id, whole)
    return whole
  }
  return beginningsOf(graph).map(from).reduce(heavier, NOWHERE)
}

const heavier = (a: WeighedWay, b: WeighedWay) => (b.weight > a.weight ? b : a)

/** It goes on while its host does: what comes after takes no time of the main way. */
const isBeside = ({ type, source }: FlowNode) => type === 'bpmn:BoundaryEvent' && source.cancelActivity === false
