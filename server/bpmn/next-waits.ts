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

/** The user tasks, waited-for events and ends that may come after an element; gateways, services and sub-process borders are passed. */
export function nextWaits(graph: ProcessGraph, elementId: string): NextWait[] {
  const found = new Map<string, NextWait>()
  const start = graph.nodes.get(elementId)
  if (start) leave(start, [], new Set([elementId]))
  return [...found.values()]

  function leave(node: FlowNode, decisions: FlowDecision[], passed: Set<string>): void {
    // Flows are kept last-first for the engine; people read first-first.
    for (const flow of [...node.outgoing].reverse()) visit(flow, decide(flow, decisions), passed)
    if (node.outgoing.length === 0) leaveScope(node, decisions, passed)
  }

  function visit(flow: SequenceFlow, decisions: FlowDecision[], passed: Set<string>): void {
    const node = graph.nodes.get(flow.targetId)
    if (!node) return
    const kind = kindOf(node)
    if (kind) remember(node, kind, decisions)
    else if (!passed.has(node.id) && passed.size < LONGEST_WAY) pass(node, decisions, new Set(passed).add(node.id))
  }

  function pass(node: FlowNode, decisions: FlowDecision[], passed: Set<string>): void {
    const inner = node.childIds.map(id => graph.nodes.get(id)!).find(isNoneStart)
    if (node.type === 'bpmn:SubProcess' && inner) leave(inner, decisions, passed)
    else leave(node, decisions, passed)
  }

  function leaveScope(node: FlowNode, decisions: FlowDecision[], passed: Set<string>): void {
    const scope = graph.nodes.get(node.scopeId)
    if (!scope || scope.isEventSubProcess) {
      remember(node, 'end', decisions)
      return
    }
    const catcher = node.eventType === 'bpmn:ErrorEventDefinition' ? errorCatcher(scope) : undefined
    leave(catcher ?? scope, decisions, passed)
  }

  function errorCatcher(scope: FlowNode): FlowNode | undefined {
    const events = scope.boundaryEventIds.map(id => graph.nodes.get(id)!)
    return events.find(event => event.eventType === 'bpmn:ErrorEventDefinition')
  }

  function kindOf(node: FlowNode): NextWait['kind'] | undefined {
    if (node.type === 'bpmn:UserTask') return 'user-task'
    if (node.type === 'bpmn:EndEvent' && !graph.nodes.has(node.scopeId)) return 'end'
    if (node.type === 'bpmn:IntermediateCatchEvent' || node.type === 'bpmn:ReceiveTask') return 'event'
    return undefined
  }

  function remember({ id, name }: FlowNode, kind: NextWait['kind'], decisions: FlowDecision[]): void {
    const known = found.get(id)
    if (known && known.decisions.length <= decisions.length) return
    found.set(id, { elementId: id, ...(name !== undefined && { name }), kind, decisions })
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
