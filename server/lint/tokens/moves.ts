import type { FlowNode, ProcessGraph, SequenceFlow } from '../../bpmn/index.ts'
import { nextOf } from '../reading.ts'

/** How many tokens lie on each flow; and what has happened that happens once. */
export type Marking = ReadonlyMap<string, number>

/** A process or sub-process: what lies directly in it. A sub-process inside counts as one step. */
export interface Scope {
  id: string
  name?: string
  nodes: readonly FlowNode[]
  /** By id, with the nodes at both ends. */
  flows: ReadonlyMap<string, { flow: SequenceFlow; source: FlowNode; target: FlowNode }>
  beginnings: readonly { id: string; marking: Marking }[]
  /** Events on a border that end what they sit on. */
  interruptionsOf(node: FlowNode): FlowNode[]
  /** Events on a border that go on beside it and come back to the main way. */
  additionsOf(node: FlowNode): FlowNode[]
  /** Joins of an inclusive gateway ask whether a token can still come. */
  isAhead(from: FlowNode, join: FlowNode, entry: string): boolean
  /** Where a link event goes on. */
  linkedTo(node: FlowNode): FlowNode[]
}

interface Move {
  node: FlowNode
  marking: Marking
}

export function scopesOf(graph: ProcessGraph): Scope[] {
  const ids = [graph.id, ...[...graph.nodes.values()].filter(({ childIds }) => childIds.length > 0).map(({ id }) => id)]
  return ids.map(id => readScope(graph, id))
}

function readScope(graph: ProcessGraph, id: string): Scope {
  const nodes = [...graph.nodes.values()].filter(({ scopeId }) => scopeId === id)
  const at = (nodeId: string) => graph.nodes.get(nodeId)!
  const flows = new Map(
    nodes
      .flatMap(({ outgoing }) => outgoing)
      .map(flow => [flow.id, { flow, source: at(flow.sourceId), target: at(flow.targetId) }] as const),
  )
  const name = graph.nodes.get(id)?.name ?? (id === graph.id ? graph.name : undefined)
  const starts = nodes.filter(({ type }) => type === 'bpmn:StartEvent')
  const beside = nodes.filter(isBeside)
  const main = reachedFrom(graph, starts)
  const asides = beside.filter(event => [...reachedFrom(graph, [event])].every(reached => !main.has(reached)))
  return {
    ...{ id, nodes, flows, ...(name !== undefined && { name }) },
    beginnings: [...starts, ...asides].map(start => ({ id: start.id, marking: put(new Map(), start.outgoing) })),
    interruptionsOf: node => node.boundaryEventIds.map(at).filter(event => !isBeside(event)),
    additionsOf: node => node.boundaryEventIds.map(at).filter(event => isBeside(event) && !asides.includes(event)),
    isAhead: (from, join, entry) => leadsTo(graph, from, join, entry),
    linkedTo: node =>
      nextOf(graph, node).filter(other => other.type === 'bpmn:IntermediateCatchEvent' && other.incoming.length === 0),
  }
}

const isBeside = ({ type, source }: FlowNode) => type === 'bpmn:BoundaryEvent' && source.cancelActivity === false

/** Everything ahead of some nodes, as long as nothing starts beside it. What never comes back is a game of its own. */
function reachedFrom(graph: ProcessGraph, starts: readonly FlowNode[]): Set<string> {
  const reached = new Set<string>()
  const ahead = [...starts]
  for (let node = ahead.pop(); node; node = ahead.pop()) {
    if (reached.has(node.id)) continue
    reached.add(node.id)
    ahead.push(...nextOf(graph, node).filter(next => !isBeside(next)))
  }
  return reached
}

export const keyOf = (marking: Marking): string =>
  [...marking]
    .map(([id, count]) => `${id}:${count}`)
    .sort()
    .join(' ')

/** Every single step that can be taken. */
export function movesFrom(scope: Scope, marking: Marking): Move[] {
  return scope.nodes.flatMap(node => movesOf(scope, node, marking))
}

function movesOf(scope: Scope, node: FlowNode, marking: Marking): Move[] {
  const waiting = node.incoming.map(({ id }) => id).filter(id => marking.has(id))
  if (waiting.length === 0) return []
  if (node.type === 'bpmn:ParallelGateway')
    return waiting.length === node.incoming.length
      ? [{ node, marking: put(take(marking, waiting), node.outgoing) }]
      : []
  if (node.type === 'bpmn:InclusiveGateway' && node.incoming.length > 1)
    return isComplete(scope, node, marking) ? leave(scope, node, take(marking, waiting)) : []
  return waiting.flatMap(id => leave(scope, node, take(marking, [id])))
}

/** The markings after a node is left, one for each way it may be left. */
function leave(scope: Scope, node: FlowNode, marking: Marking): Move[] {
  if (isEndOfScope(node)) return [{ node, marking: new Map() }]
  const moves = waysOut(scope, node).map(flows => ({ node, marking: put(marking, flows) }))
  const additions = scope.additionsOf(node).filter(({ id }) => !marking.has(spent(id)))
  // Once is enough to see where it comes back; a second time would only tell of itself.
  const added = additions.flatMap(event =>
    moves.map(move => ({ node: event, marking: put(move.marking, [...event.outgoing, { id: spent(event.id) }]) })),
  )
  return [...moves, ...added]
}

/** Remembers in a marking that an event on a border has happened. */
const spent = (id: string) => `spent ${id}`

/** Terminate and error ends take everything with them. */
const isEndOfScope = ({ type, eventType }: FlowNode) =>
  type === 'bpmn:EndEvent' &&
  (eventType === 'bpmn:TerminateEventDefinition' || eventType === 'bpmn:ErrorEventDefinition')

function waysOut(scope: Scope, node: FlowNode): SequenceFlow[][] {
  const { type, outgoing } = node
  if (type === 'bpmn:ExclusiveGateway' || type === 'bpmn:EventBasedGateway')
    return outgoing.length > 0 ? outgoing.map(flow => [flow]) : [[]]
  if (type === 'bpmn:InclusiveGateway') return subsetsOf(outgoing)
  const links = scope.linkedTo(node)
  const done = links.length > 0 ? links.flatMap(link => link.outgoing) : outgoing
  return [done, ...scope.interruptionsOf(node).map(event => event.outgoing)]
}

/** One way at least; of many ways only one or all, so that the game stays small. */
function subsetsOf(flows: SequenceFlow[]): SequenceFlow[][] {
  if (flows.length === 0) return [[]]
  if (flows.length > 5) return [...flows.map(flow => [flow]), flows]
  const count = 2 ** flows.length
  return Array.from({ length: count - 1 }, (_, bits) => flows.filter((_, index) => ((bits + 1) >> index) & 1))
}

/** An inclusive join goes on when no token elsewhere can still come in by a flow that has none. */
function isComplete(scope: Scope, join: FlowNode, marking: Marking): boolean {
  const empty = join.incoming.map(({ id }) => id).filter(id => !marking.has(id))
  const elsewhere = [...marking.keys()].flatMap(id => scope.flows.get(id)?.target ?? []).filter(node => node !== join)
  return !empty.some(entry => elsewhere.some(node => scope.isAhead(node, join, entry)))
}

/** Whether a flow into the join can be reached from a node without passing the join. */
function leadsTo(graph: ProcessGraph, from: FlowNode, join: FlowNode, entry: string): boolean {
  const passed = new Set([join.id])
  const ahead = [from]
  for (let node = ahead.pop(); node; node = ahead.pop()) {
    if (passed.has(node.id)) continue
    passed.add(node.id)
    if (node.outgoing.some(({ id }) => id === entry)) return true
    ahead.push(...nextOf(graph, node))
  }
  return false
}

function take(marking: Marking, ids: readonly string[]): Marking {
  const rest = new Map(marking)
  for (const id of ids) {
    const count = (rest.get(id) ?? 1) - 1
    if (count > 0) rest.set(id, count)
    else rest.delete(id)
  }
  return rest
}

function put(marking: Marking, flows: readonly Pick<SequenceFlow, 'id'>[]): Marking {
  const more = new Map(marking)
  for (const { id } of flows) more.set(id, (more.get(id) ?? 0) + 1)
  return more
}
