import type { FlowNode, ProcessGraph } from '../../bpmn/index.ts'
import type { ProcedureModel } from '../model.ts'
import { inputsOf, nextOf } from '../reading.ts'
import { writersOfNode } from './writers.ts'

type Names = ReadonlySet<string>

/** What a node may count on when it is entered one way. */
interface Offer {
  id: string
  names: Names
}

const remembered = new WeakMap<ProcedureModel, ReadonlyMap<string, Names>>()

/** By node: the variables that have a value whichever way it is reached. Nodes that are never reached are absent. */
export function surelyWritten(model: ProcedureModel): ReadonlyMap<string, Names> {
  const known = remembered.get(model) ?? settle(model)
  remembered.set(model, known)
  return known
}

/** Goes round until nothing changes; a set only ever gets smaller. */
function settle(model: ProcedureModel): Map<string, Names> {
  const before = new Map<string, Names>()
  const writes = new Map(model.nodes.map(node => [node.id, certainWrites(model, node)]))
  const offer = (id: string, names: Names) => {
    const known = before.get(id)
    const kept = known ? new Set([...known].filter(name => names.has(name))) : names
    if (known && kept.size === known.size) return false
    before.set(id, kept)
    return true
  }
  for (const start of model.nodes.filter(node => isStartOf(node, model.graph.id))) offer(start.id, new Set())
  for (let changed = true; changed; ) {
    changed = false
    for (const node of model.nodes) {
      const entered = before.get(node.id)
      if (!entered) continue
      for (const { id, names } of passOn(model, node, entered, writes)) changed = offer(id, names) || changed
    }
  }
  return before
}

const isStartOf = ({ type, scopeId }: FlowNode, scope: string) => type === 'bpmn:StartEvent' && scopeId === scope

function certainWrites(model: ProcedureModel, node: FlowNode): Names {
  return new Set(writersOfNode(model, node).flatMap(({ variable, isCertain }) => (isCertain ? [variable] : [])))
}

/** What the nodes after, inside and around a node may count on. */
function passOn({ graph }: ProcedureModel, node: FlowNode, entered: Names, writes: ReadonlyMap<string, Names>) {
  const left = new Set([...entered, ...(writes.get(node.id) ?? [])])
  const after = node.childIds.length > 0 ? [] : node.outgoing.map(({ targetId }) => ({ id: targetId, names: left }))
  const declared = inputsOf(node).flatMap(({ target }) => target.split('.')[0] ?? [])
  const inside = startsIn(graph, node).map(id => ({ id, names: new Set([...entered, ...declared]) }))
  const borders = node.boundaryEventIds.map(id => ({ id, names: entered }))
  const links = nextOf(graph, node)
    .filter(({ id }) => !node.boundaryEventIds.includes(id) && !node.outgoing.some(({ targetId }) => targetId === id))
    .map(({ id }) => ({ id, names: left }))
  return [
    ...after,
    ...inside,
    ...borders,
    ...links,
    ...aroundScope(graph, node, left),
    ...besideWait(graph, node, entered),
  ]
}

/** None starts of a sub-process that is entered. */
const startsIn = (graph: ProcessGraph, { id, childIds, isEventSubProcess }: FlowNode) =>
  isEventSubProcess ? [] : childIds.filter(child => isStartOf(graph.nodes.get(child)!, id))

/** A path that ends inside a sub-process goes on behind it. */
function aroundScope(graph: ProcessGraph, { scopeId, outgoing, type, eventType }: FlowNode, names: Names) {
  const scope = graph.nodes.get(scopeId)
  if (!scope || scope.isEventSubProcess || outgoing.length > 0 || type === 'bpmn:BoundaryEvent') return []
  if (eventType === 'bpmn:ErrorEventDefinition') return []
  return scope.outgoing.map(({ targetId }) => ({ id: targetId, names }))
}

const WAITING = /UserTask|ServiceTask|SendTask|BusinessRuleTask|ReceiveTask|CallActivity|CatchEvent|EventBasedGateway/

/** An event sub-process may begin whenever its scope waits. */
function besideWait(graph: ProcessGraph, { scopeId, type }: FlowNode, names: Names): Offer[] {
  if (!WAITING.test(type)) return []
  const scope = graph.nodes.get(scopeId)
  const siblings = scope
    ? scope.childIds
    : [...graph.nodes.values()].filter(node => node.scopeId === graph.id).map(({ id }) => id)
  const starts = siblings
    .flatMap(id => graph.nodes.get(id) ?? [])
    .filter(({ isEventSubProcess }) => isEventSubProcess)
    .flatMap(({ id, childIds }) => childIds.filter(child => isStartOf(graph.nodes.get(child)!, id)))
  return [
    ...starts.map(id => ({ id, names })),
    ...(scope ? besideWait(graph, { ...scope, type: 'bpmn:UserTask' }, names) : []),
  ]
}
