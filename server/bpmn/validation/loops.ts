import type { FlowNode, ProcessGraph } from '../graph.ts'
import { extensionOf } from '../moddle.ts'
import { attribute } from './diagram.ts'
import type { DiagramProblem } from './problem.ts'

/** Elements that do something at once: a way back to one of them, past nothing that waits, would be gone round for ever. */
const DOES_AT_ONCE = new Set([
  'bpmn:ManualTask',
  'bpmn:Task',
  'bpmn:CallActivity',
  'bpmn:IntermediateThrowEvent',
  'bpmn:ScriptTask',
  'bpmn:BusinessRuleTask',
])
/** Elements that only lead on. */
const LEADS_ON = new Set([
  'bpmn:ExclusiveGateway',
  'bpmn:InclusiveGateway',
  'bpmn:ParallelGateway',
  'bpmn:StartEvent',
  'bpmn:EndEvent',
  'bpmn:SubProcess',
])

interface Place {
  graph: ProcessGraph
  node: FlowNode
}

/** The process comes back to an element without ever waiting (ENGINE D9). One such way is told; a loop of gateways alone is allowed. */
export function findLoop(graph: ProcessGraph, graphs: ProcessGraph[]): DiagramProblem[] {
  for (const node of [...graph.nodes.values()].filter(doesAtOnce)) {
    const way = wayBack({ graph, node }, graphs)
    if (!way) continue
    const message = `Processes are not allowed to contain a straight-through processing loop: ${way.join(' > ')}`
    return [{ element: graph.id, message, part: 'Process' }]
  }
  return []
}

/** The shortest way from a place back to it that waits nowhere, as element ids. */
function wayBack(start: Place, graphs: ProcessGraph[]): string[] | undefined {
  const cameFrom = new Map<FlowNode, FlowNode>()
  const places = [start]
  for (const place of places) {
    for (const next of placesBehind(place, graphs)) {
      if (next.node === start.node) return wayFrom(start.node, place.node, cameFrom)
      if (cameFrom.has(next.node) || !(doesAtOnce(next.node) || leadsOn(next.node))) continue
      cameFrom.set(next.node, place.node)
      places.push(next)
    }
  }
  return undefined
}

function wayFrom(start: FlowNode, last: FlowNode, cameFrom: Map<FlowNode, FlowNode>): string[] {
  const way = [start.id]
  for (let node = last; node !== start; node = cameFrom.get(node)!) way.unshift(node.id)
  return [start.id, ...way]
}

function placesBehind({ graph, node }: Place, graphs: ProcessGraph[]): Place[] {
  if (node.type === 'bpmn:CallActivity') return calledPlaces(node, graphs)
  const inside = node.type === 'bpmn:SubProcess' && noneStart(graph, node.id)
  if (inside) return [{ graph, node: inside }]
  // A path that ends inside a sub-process goes on behind it.
  let left: FlowNode | undefined = node
  while (left && left.outgoing.length === 0) left = graph.nodes.get(left.scopeId)
  return (left?.outgoing ?? []).map(({ targetId }) => ({ graph, node: graph.nodes.get(targetId)! }))
}

/** What is called by a fixed name and lies in the same file. */
function calledPlaces({ source }: FlowNode, graphs: ProcessGraph[]): Place[] {
  const processId = attribute(extensionOf(source, 'zeebe:CalledElement'), 'processId')
  const graph = graphs.find(({ id }) => id === processId)
  const node = graph && noneStart(graph, graph.id)
  return node ? [{ graph, node }] : []
}

function noneStart({ nodes }: ProcessGraph, scopeId: string): FlowNode | undefined {
  return [...nodes.values()].find(
    ({ type, eventType, scopeId: scope }) => scope === scopeId && type === 'bpmn:StartEvent' && eventType === undefined,
  )
}

/** Work that a job does is waited for. */
function doesAtOnce({ type, source }: FlowNode): boolean {
  return DOES_AT_ONCE.has(type) && extensionOf(source, 'zeebe:TaskDefinition') === undefined
}

function leadsOn({ type, isEventSubProcess }: FlowNode): boolean {
  return LEADS_ON.has(type) && !isEventSubProcess
}
