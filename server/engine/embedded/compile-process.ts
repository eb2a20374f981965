import {
  elementsOf,
  eventDefinitionOf,
  extensionOf,
  type FlowNode,
  type ModdleElement,
  type ProcessGraph,
  type SequenceFlow,
  textOf,
} from '../../bpmn/index.ts'
import { completeAdHocSubProcesses } from './elements/ad-hoc-sub-process.ts'
import { eventSubProcess } from './elements/event-sub-process.ts'
import { elements } from './elements/index.ts'
import { wrapInBody } from './elements/multi-instance-body.ts'
import { compensation } from './event-definitions/compensation.ts'
import { conditional } from './event-definitions/conditional.ts'
import { eventDefinitionsByType } from './event-definitions/index.ts'
import type { LinkDefinition } from './event-definitions/link.ts'
import { message, readMessage } from './event-definitions/message.ts'
import type {
  ExecutableEvent,
  ExecutableFlow,
  ExecutableNode,
  ExecutableProcess,
  Mapping,
} from './executable-process.ts'
import { readExpression } from './expression.ts'
import { linkCompensations } from './link-compensations.ts'
import { readExecutionListeners } from './listeners.ts'
import { nodesBefore } from './reachability.ts'

/** Makes a process of a diagram executable: every element reads what it needs, FEEL is compiled. Expects a validated diagram. */
export function compileProcess(graph: ProcessGraph): ExecutableProcess {
  const nodes = new Map([...graph.nodes.values()].map(node => [node.id, compileNode(node)]))
  const root = compileNode(processNode(graph))
  for (const node of graph.nodes.values()) connect(graph, node, nodes)
  for (const [id, scope] of [...nodes, [graph.id, root] as const]) gather(id, scope, graph, nodes)
  completeAdHocSubProcesses(graph, nodes)
  for (const [id, { source }] of graph.nodes) nodes.set(id, wrapInBody(nodes.get(id)!, source))
  linkCompensations(graph, nodes)
  const { id, name, versionTag } = graph
  return {
    bpmnProcessId: id,
    ...(name !== undefined && { name }),
    ...(versionTag !== undefined && { versionTag }),
    root,
    nodes,
    hasConditions: [...nodes.values()].some(({ event }) => event?.kind === conditional),
    hasInclusiveJoins: [...nodes.values()].some(({ comesFrom }) => comesFrom !== undefined),
  }
}

function compileNode(node: FlowNode): ExecutableNode {
  const { id, source, scopeId } = node
  const element = node.isEventSubProcess ? eventSubProcess : elements[node.type]
  if (!element) throw new Error(`Expected an executable element, but '${id}' is a ${node.type}`)
  const event = eventOf(node)
  const eventType =
    source.isForCompensation === true
      ? compensation.name
      : (event?.kind.name ?? (node.eventType && nameOf(node.eventType)))
  return {
    id,
    type: element.type,
    ...(eventType !== undefined && { eventType }),
    element,
    definition: element.read?.(node),
    ...(event && { event }),
    inputs: mappingsOf(source, 'inputParameters'),
    outputs: mappingsOf(source, 'outputParameters'),
    ...readExecutionListeners(source),
    outgoing: [],
    isBehindGateway: false,
    isForCompensation: source.isForCompensation === true,
    isInterrupting: source.cancelActivity !== false && source.isInterrupting !== false,
    boundaryEvents: [],
    eventSubProcesses: [],
    ...(scopeId !== '' && { scopeId }),
  }
}

function eventOf(node: FlowNode): ExecutableEvent | undefined {
  if (node.type === 'bpmn:ReceiveTask') return { kind: message, definition: readMessage(node.source) }
  // A message that is thrown is a job.
  const isThrown = node.type === 'bpmn:EndEvent' || node.type === 'bpmn:IntermediateThrowEvent'
  if (!node.eventType || (isThrown && node.eventType === 'bpmn:MessageEventDefinition')) return undefined
  const kind = eventDefinitionsByType[node.eventType]
  if (!kind) throw new Error(`Expected an executable event, but '${node.id}' is a ${node.eventType}`)
  return { kind, definition: kind.read?.(eventDefinitionOf(node.source)!) }
}

function connect(
  graph: ProcessGraph,
  { id, outgoing, incoming, boundaryEventIds, attachedToId }: FlowNode,
  nodes: Map<string, ExecutableNode>,
): void {
  const node = nodes.get(id)!
  node.outgoing = outgoing.map(flow => compileFlow(flow, graph, nodes))
  if (node.element.joins && incoming.length > 1) node.joins = incoming.map(flow => flow.id)
  if (node.joins && node.element.joins === 'whoever-comes') node.comesFrom = nodesBefore(graph, graph.nodes.get(id)!)
  node.boundaryEvents = boundaryEventIds.map(event => nodes.get(event)!)
  if (node.type === 'EVENT_BASED_GATEWAY')
    for (const { targetId } of outgoing) nodes.get(targetId)!.isBehindGateway = true
  if (attachedToId !== undefined) node.attachedToId = attachedToId
}

function compileFlow(
  { id, targetId, condition, isDefault }: SequenceFlow,
  graph: ProcessGraph,
  nodes: Map<string, ExecutableNode>,
): ExecutableFlow {
  const waits = nodes.get(targetId)!.element.joins && graph.nodes.get(targetId)!.incoming.length > 1
  return {
    id,
    targetId,
    isDefault,
    ...(condition !== undefined && { condition: readExpression(condition) }),
    ...(waits && { waitsAt: targetId }),
  }
}

/** What a scope has to know of the nodes inside it. */
function gather(id: string, scope: ExecutableNode, graph: ProcessGraph, nodes: Map<string, ExecutableNode>): void {
  const inside = [...graph.nodes.values()].filter(node => node.scopeId === id).map(node => nodes.get(node.id)!)
  const starts = inside.filter(({ type }) => type === 'START_EVENT')
  const noneStart = starts.find(({ event }) => !event)
  if (scope.type === 'EVENT_SUB_PROCESS') scope.eventStart = starts[0]!
  else if (noneStart) scope.noneStart = noneStart
  scope.eventSubProcesses = inside.filter(({ type }) => type === 'EVENT_SUB_PROCESS').reverse()
  connectLinks(inside)
}

/** Where links that are thrown are caught: by the event of the same name in the same scope. */
function connectLinks(inside: ExecutableNode[]): void {
  const links = inside.filter(({ eventType }) => eventType === 'LINK')
  const nameOf = ({ event }: ExecutableNode) => (event!.definition as LinkDefinition).linkName
  const caught = new Map(
    links.filter(({ type }) => type === 'INTERMEDIATE_CATCH_EVENT').map(node => [nameOf(node), node.id]),
  )
  for (const node of links) {
    const target = node.type === 'INTERMEDIATE_THROW_EVENT' ? caught.get(nameOf(node)) : undefined
    if (target !== undefined) node.linksTo = target
  }
}

function mappingsOf(source: ModdleElement, property: 'inputParameters' | 'outputParameters'): Mapping[] {
  return elementsOf(extensionOf(source, 'zeebe:IoMapping'), property).map(mapping => ({
    // A mapping from nowhere is a mapping from null.
    source: readExpression(textOf(mapping, 'source') || '=null'),
    target: (textOf(mapping, 'target') ?? '').split('.'),
  }))
}

function processNode({ id, source }: ProcessGraph): FlowNode {
  return {
    id,
    type: 'bpmn:Process',
    scopeId: '',
    source,
    incoming: [],
    outgoing: [],
    boundaryEventIds: [],
    childIds: [],
    isEventSubProcess: false,
  }
}

function nameOf(eventType: string): string {
  return eventType
    .replace(/^bpmn:/, '')
    .replace(/EventDefinition$/, '')
    .toUpperCase()
}
