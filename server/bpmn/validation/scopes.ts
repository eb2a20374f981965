import type { FlowNode, ProcessGraph } from '../graph.ts'
import { type DiagramProblem, eachNode, type Rule, when } from './problem.ts'

const EVENT_SUB_PROCESS_STARTS = ['Message', 'Timer', 'Error', 'Signal', 'Escalation'].map(
  name => `bpmn:${name}EventDefinition`,
)

/** A process has at least one start event, and at most one without an event. */
export const processStarts: Rule = graph => {
  const starts = startsIn(graph, graph.id)
  const none = starts.filter(({ eventType }) => eventType === undefined)
  return [
    ...when(starts.length === 0, graph.id, 'Must have at least one start event'),
    ...when(none.length > 1, graph.id, 'Multiple none start events are not allowed'),
  ]
}

/** A sub-process has exactly one start event: without an event when it is embedded, with one when an event starts it. */
export const subProcessStarts = eachNode((node, graph) => {
  if (node.type !== 'bpmn:SubProcess') return []
  const starts = startsIn(graph, node.id)
  if (starts.length !== 1) return [{ element: node.id, message: 'Must have exactly one start event' }]
  const { eventType } = starts[0]!
  if (!node.isEventSubProcess)
    return when(eventType !== undefined, node.id, 'Start events in subprocesses must be of type none')
  const message = 'Start events in event subprocesses must be one of: message, timer, error, signal or escalation'
  return when(!EVENT_SUB_PROCESS_STARTS.includes(eventType ?? ''), node.id, message)
})

/** A path that has ended does not go on. */
export const endEventsEnd = eachNode(({ id, type, outgoing }) =>
  when(
    type === 'bpmn:EndEvent' && outgoing.length > 0,
    id,
    'End events must not have outgoing sequence flows to other elements.',
  ),
)

/** What runs through without ever waiting may not come back to itself, unless it consists of gateways only (ENGINE D9). */
export const noStraightThroughLoop: Rule = graph => {
  const problems: DiagramProblem[] = []
  const done = new Set<string>()
  for (const node of graph.nodes.values()) {
    if (!worksWithoutWaiting(node) || done.has(node.id)) continue
    const loop = findLoop(graph, node)
    for (const id of loop) done.add(id)
    const way = [...loop, node.id].join(' > ')
    const message = `Processes are not allowed to contain a straight-through processing loop: ${way}`
    if (loop.length > 0) problems.push({ element: graph.id, message, part: 'Process' })
  }
  return problems
}

function startsIn(graph: ProcessGraph, scopeId: string): FlowNode[] {
  return [...graph.nodes.values()].filter(node => node.type === 'bpmn:StartEvent' && node.scopeId === scopeId)
}

function findLoop(graph: ProcessGraph, start: FlowNode): string[] {
  const seen = new Set<string>()
  const search = (node: FlowNode, way: string[]): string[] | undefined => {
    for (const { targetId } of node.outgoing) {
      const next = graph.nodes.get(targetId)!
      if (next.id === start.id) return way
      if (seen.has(next.id) || !(worksWithoutWaiting(next) || passes(next))) continue
      seen.add(next.id)
      const found = search(next, [...way, next.id])
      if (found) return found
    }
    return undefined
  }
  return search(start, [start.id]) ?? []
}

function passes({ type }: FlowNode): boolean {
  return type.endsWith('Gateway') && type !== 'bpmn:EventBasedGateway'
}

function worksWithoutWaiting({ type, eventType, source }: FlowNode): boolean {
  const extensions = source.extensionElements as { values?: { $type: string }[] } | undefined
  const isJob = extensions?.values?.some(({ $type }) => $type === 'zeebe:TaskDefinition') ?? false
  if (type === 'bpmn:Task' || type === 'bpmn:ManualTask') return true
  if (type === 'bpmn:IntermediateThrowEvent') return eventType === undefined
  return (type === 'bpmn:ScriptTask' || type === 'bpmn:BusinessRuleTask') && !isJob
}
