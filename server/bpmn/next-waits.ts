import type { FlowNode, ProcessGraph, SequenceFlow } from './graph.ts'

/** Where an instance may stop next, and what decides that it goes there. */
export interface NextWait {
  elementId: string
  name?: string
  /** A user task, the end of the process, or an event that is waited for. */
  kind: 'user-task' | 'end' | 'event'
  /** Flows with a condition or a default mark on the way, in order: what decides. */
  decisions: FlowDecision[]
}

export interface FlowDecision {
  flowId: string
  gatewayId: string
  name?: string
  condition?: string
  isDefault: boolean
}

/** A way longer than this is cut: a diagram with more gateways in a row is not read by people either. */
const LONGEST_WAY = 64
const ERROR = 'bpmn:ErrorEventDefinition'

/** The user tasks, waited-for events and ends that may come after an element; gateways, services and sub-process borders are passed. */
export function nextWaits(graph: ProcessGraph, elementId: string): NextWait[] {
  const start = graph.nodes.get(elementId)
  const search = new Search(graph)
  if (start) search.leave(start, [], new Set([elementId]))
  return [...search.found.values()]
}

/** Walks along the flows; what decided on the way is carried along. */
class Search {
  readonly found = new Map<string, NextWait>()

  constructor(private readonly graph: ProcessGraph) {}

  leave(node: FlowNode, decisions: FlowDecision[], passed: Set<string>): void {
    // Flows are kept last-first for the engine; people read first-first.
    for (const flow of [...node.outgoing].reverse()) this.visit(flow, decide(flow, decisions), passed)
    if (node.outgoing.length === 0) this.leaveScope(node, decisions, passed)
  }

  private visit(flow: SequenceFlow, decisions: FlowDecision[], passed: Set<string>): void {
    const node = this.graph.nodes.get(flow.targetId)
    if (!node) return
    const kind = this.kindOf(node)
    if (kind) this.remember(node, kind, decisions)
    else if (!passed.has(node.id) && passed.size < LONGEST_WAY) this.pass(node, decisions, new Set(passed).add(node.id))
  }

  private pass(node: FlowNode, decisions: FlowDecision[], passed: Set<string>): void {
    const inner = this.nodes(node.childIds).find(isNoneStart)
    this.leave(node.type === 'bpmn:SubProcess' && inner ? inner : node, decisions, passed)
  }

  private leaveScope(node: FlowNode, decisions: FlowDecision[], passed: Set<string>): void {
    const scope = this.graph.nodes.get(node.scopeId)
    if (!scope || scope.isEventSubProcess) {
      this.remember(node, 'end', decisions)
      return
    }
    const isError = node.eventType === ERROR
    const catcher = this.nodes(scope.boundaryEventIds).find(({ eventType }) => isError && eventType === ERROR)
    this.leave(catcher ?? scope, decisions, passed)
  }

  private kindOf({ type, scopeId }: FlowNode): NextWait['kind'] | undefined {
    if (type === 'bpmn:UserTask') return 'user-task'
    if (type === 'bpmn:EndEvent' && !this.graph.nodes.has(scopeId)) return 'end'
    return type === 'bpmn:IntermediateCatchEvent' || type === 'bpmn:ReceiveTask' ? 'event' : undefined
  }

  private remember({ id, name }: FlowNode, kind: NextWait['kind'], decisions: FlowDecision[]): void {
    const known = this.found.get(id)
    if (known && known.decisions.length <= decisions.length) return
    this.found.set(id, { elementId: id, ...(name !== undefined && { name }), kind, decisions })
  }

  private nodes(ids: string[]): FlowNode[] {
    return ids.map(id => this.graph.nodes.get(id)!)
  }
}

function isNoneStart(node: FlowNode): boolean {
  return node.type === 'bpmn:StartEvent' && node.eventType === undefined
}

function decide(flow: SequenceFlow, decisions: FlowDecision[]): FlowDecision[] {
  const { id, sourceId, name, condition, isDefault } = flow
  if (condition === undefined && !isDefault) return decisions
  const decision: FlowDecision = {
    flowId: id,
    gatewayId: sourceId,
    ...(name !== undefined && { name }),
    ...(condition !== undefined && { condition }),
    isDefault,
  }
  return [...decisions, decision]
}
