import { elementOf, elementsOf, eventDefinitionOf, extensionOf, type ModdleElement, textOf } from './moddle.ts'

/** The structure of one process: its nodes, what leads where, and who lies in whom. */
export interface ProcessGraph {
  id: string
  name?: string
  versionTag?: string
  isExecutable: boolean
  source: ModdleElement
  /** Every node of the process and its sub-processes, by id. */
  nodes: Map<string, FlowNode>
}

/** One node. `source` is the element as parsed; the engine's element modules read the rest from there. */
export interface FlowNode {
  id: string
  name?: string
  /** BPMN's name, for example `bpmn:UserTask`. */
  type: string
  /** BPMN's name of the event definition, for example `bpmn:TimerEventDefinition`; absent on none events and other nodes. */
  eventType?: string
  /** Id of the sub-process or process it lies in. */
  scopeId: string
  source: ModdleElement
  incoming: SequenceFlow[]
  /** Last in the file first: the order in which they are tried and taken. */
  outgoing: SequenceFlow[]
  /** Events on its border, last in the file first. */
  boundaryEventIds: string[]
  attachedToId?: string
  /** Of a sub-process or process: the nodes directly inside. */
  childIds: string[]
  isEventSubProcess: boolean
}

/** What leads from one node to the next. */
export interface SequenceFlow {
  id: string
  name?: string
  sourceId: string
  targetId: string
  /** FEEL with its leading `=`. */
  condition?: string
  /** Whether it is the default flow of its gateway. */
  isDefault: boolean
}

const ARTIFACTS = new Set([
  'bpmn:SequenceFlow',
  'bpmn:DataObject',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
])

/** The processes of a parsed diagram, in document order. */
export function processesOf(definitions: ModdleElement): ModdleElement[] {
  return elementsOf(definitions, 'rootElements').filter(root => root.$type === 'bpmn:Process')
}

/** Reads the structure of one process of a parsed diagram. */
export function readProcessGraph(process: ModdleElement): ProcessGraph {
  const nodes = new Map<string, FlowNode>()
  const id = process.id ?? ''
  readScope(process, id, nodes)
  const name = textOf(process, 'name')
  const versionTag = textOf(extensionOf(process, 'zeebe:VersionTag'), 'value')
  return {
    id,
    ...(name !== undefined && { name }),
    ...(versionTag !== undefined && { versionTag }),
    isExecutable: process.isExecutable === true,
    source: process,
    nodes,
  }
}

function readScope(scope: ModdleElement, scopeId: string, nodes: Map<string, FlowNode>): string[] {
  const elements = elementsOf(scope, 'flowElements')
  const ids: string[] = []
  for (const element of elements) {
    if (ARTIFACTS.has(element.$type)) continue
    const node = toNode(element, scopeId)
    nodes.set(node.id, node)
    ids.push(node.id)
    node.childIds = readScope(element, node.id, nodes)
  }
  // Zeebe visits flows and boundary events from the last in the file to the first.
  for (const element of [...elements].reverse()) {
    if (element.$type === 'bpmn:SequenceFlow') connect(element, nodes)
    if (element.$type === 'bpmn:BoundaryEvent') attach(element, nodes)
  }
  return ids
}

function toNode(element: ModdleElement, scopeId: string): FlowNode {
  const name = textOf(element, 'name')
  const eventType = eventDefinitionOf(element)?.$type
  return {
    id: element.id ?? '',
    ...(name !== undefined && { name }),
    type: element.$type,
    ...(eventType !== undefined && { eventType }),
    scopeId,
    source: element,
    incoming: [],
    outgoing: [],
    boundaryEventIds: [],
    childIds: [],
    isEventSubProcess: element.triggeredByEvent === true,
  }
}

function connect(element: ModdleElement, nodes: Map<string, FlowNode>): void {
  const source = elementOf(element, 'sourceRef')
  const from = nodes.get(source?.id ?? '')
  const to = nodes.get(elementOf(element, 'targetRef')?.id ?? '')
  if (!from || !to) return
  const name = textOf(element, 'name')
  const condition = textOf(elementOf(element, 'conditionExpression'), 'body')
  const flow: SequenceFlow = {
    id: element.id ?? '',
    ...(name !== undefined && { name }),
    sourceId: from.id,
    targetId: to.id,
    ...(condition !== undefined && { condition: condition.trim() }),
    isDefault: elementOf(source, 'default') === element,
  }
  from.outgoing.push(flow)
  to.incoming.push(flow)
}

function attach(element: ModdleElement, nodes: Map<string, FlowNode>): void {
  const host = nodes.get(elementOf(element, 'attachedToRef')?.id ?? '')
  const event = nodes.get(element.id ?? '')
  if (!host || !event) return
  host.boundaryEventIds.push(event.id)
  event.attachedToId = host.id
}
