import type { FlowNode, ProcessGraph } from '../../bpmn/index.ts'
import { nextOf } from '../reading.ts'

const isStart = ({ type }: FlowNode) => type === 'bpmn:StartEvent'

/** Where a process, or an event sub-process beside it, begins. */
export const beginningsOf = (graph: ProcessGraph): FlowNode[] =>
  [...graph.nodes.values()].filter(node => isStart(node) && node.scopeId === graph.id)

/**
 * Where one can be next, sub-processes opened: into one by its start, out of it from its ends, and from its border.
 * What an event sub-process does is beside the way.
 */
export function stepsAfter(graph: ProcessGraph, node: FlowNode): FlowNode[] {
  const inside = node.childIds.flatMap(id => graph.nodes.get(id) ?? []).filter(isStart)
  if (inside.length > 0 && !node.isEventSubProcess)
    return [...inside, ...node.boundaryEventIds.flatMap(id => graph.nodes.get(id) ?? [])]
  return [...nextOf(graph, node), ...outOf(graph, node)]
}

/** The last step of a sub-process goes on behind it; an error goes by the border, which is reached from outside. */
function outOf(graph: ProcessGraph, node: FlowNode): FlowNode[] {
  const scope = graph.nodes.get(node.scopeId)
  if (!scope || scope.isEventSubProcess || node.outgoing.length > 0 || node.eventType === 'bpmn:ErrorEventDefinition')
    return []
  return scope.outgoing.flatMap(({ targetId }) => graph.nodes.get(targetId) ?? [])
}

/** The shortest way from some nodes to one that is wanted, both ends in it; undefined when there is none. */
export function shortestWay(
  from: readonly FlowNode[],
  isWanted: (node: FlowNode) => boolean,
  next: (node: FlowNode) => readonly FlowNode[],
): FlowNode[] | undefined {
  const cameFrom = new Map<string, FlowNode | undefined>(from.map(node => [node.id, undefined]))
  const ahead = [...from]
  for (let at = 0; at < ahead.length; at++) {
    const node = ahead[at]!
    if (isWanted(node)) return backFrom(node, cameFrom)
    for (const other of next(node))
      if (!cameFrom.has(other.id)) {
        cameFrom.set(other.id, node)
        ahead.push(other)
      }
  }
  return undefined
}

function backFrom(node: FlowNode, cameFrom: ReadonlyMap<string, FlowNode | undefined>): FlowNode[] {
  const way: FlowNode[] = []
  for (let at: FlowNode | undefined = node; at; at = cameFrom.get(at.id)) way.unshift(at)
  return way
}
