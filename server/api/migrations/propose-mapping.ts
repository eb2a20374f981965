import type { FlowNode, ProcessGraph } from '../../bpmn/index.ts'

/** How an element of the version before was found again. */
export type Found = 'same' | 'renamed'

/** An element of the version before and what it becomes; nothing, where the plan has to say it or nobody may stand there. */
export interface ProposedMapping {
  sourceElementId: string
  targetElementId: string | null
  found: Found | null
}

/** What the proposal knows of a version: its nodes, and of what sort each user task is. */
export interface MappedVersion {
  graph: ProcessGraph
  kindOf(elementId: string): string | undefined
}

/** What can be waiting when an instance goes over, or waits at something that is. */
const CARRIED: ReadonlySet<string> = new Set([
  'bpmn:UserTask',
  'bpmn:ServiceTask',
  'bpmn:SendTask',
  'bpmn:ReceiveTask',
  'bpmn:ScriptTask',
  'bpmn:BusinessRuleTask',
  'bpmn:CallActivity',
  'bpmn:SubProcess',
  'bpmn:AdHocSubProcess',
  'bpmn:IntermediateCatchEvent',
  'bpmn:BoundaryEvent',
  'bpmn:ParallelGateway',
  'bpmn:InclusiveGateway',
  'bpmn:ExclusiveGateway',
  'bpmn:EventBasedGateway',
])

/** Names this much alike are taken for the same step, renamed. */
const ALIKE = 0.6

/** Proposes what each element that may be waiting becomes: the same id, else the one most alike in the same place. */
export function proposeMapping(source: MappedVersion, target: MappedVersion): ProposedMapping[] {
  const carried = [...source.graph.nodes.values()].filter(isCarried(source.graph))
  const free = new Set(
    [...target.graph.nodes.values()].filter(isCarried(target.graph)).filter(({ id }) => !source.graph.nodes.has(id)),
  )
  return carried.map(node => {
    const same = target.graph.nodes.get(node.id)
    if (same && isOfOneSort(node, same, source, target)) return mapped(node, same, 'same')
    const [best] = [...free]
      .filter(candidate => isOfOneSort(node, candidate, source, target) && likeness(node, candidate) >= ALIKE)
      .sort((one, other) => likeness(node, other) - likeness(node, one))
    if (!best) return { sourceElementId: node.id, targetElementId: null, found: null }
    free.delete(best)
    return mapped(node, best, 'renamed')
  })
}

const mapped = ({ id }: FlowNode, target: FlowNode, found: Found): ProposedMapping => ({
  ...{ sourceElementId: id, targetElementId: target.id, found },
})

const isCarried =
  ({ nodes }: ProcessGraph) =>
  ({ type, isEventSubProcess, scopeId }: FlowNode): boolean =>
    CARRIED.has(type) ||
    (type === 'bpmn:StartEvent' && nodes.get(scopeId)?.isEventSubProcess === true) ||
    isEventSubProcess

/**
 * Only what is done in the same way by the same sort of work may stand for another: a mapping never makes an internal step
 * of a review, nor a review of a decision.
 */
export function isOfOneSort(one: FlowNode, other: FlowNode, source: MappedVersion, target: MappedVersion): boolean {
  return (
    one.type === other.type && one.eventType === other.eventType && source.kindOf(one.id) === target.kindOf(other.id)
  )
}

/** From 0, nothing in common, to 1: how many pairs of characters two names share. */
function likeness({ name: one, id: oneId }: FlowNode, { name: other, id: otherId }: FlowNode): number {
  return shared(pairsOf(one ?? oneId), pairsOf(other ?? otherId))
}

function shared(one: readonly string[], other: readonly string[]): number {
  const left = [...other]
  const common = one.filter(pair => {
    const at = left.indexOf(pair)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return one.length + other.length === 0 ? 0 : (2 * common.length) / (one.length + other.length)
}

const pairsOf = (text: string): string[] =>
  text.length < 2 ? [text] : [...text.slice(0, -1)].map((_, index) => text.slice(index, index + 2))

/** Sequence flows that are in both versions: tokens that wait at a join remember by which they came. */
export function commonFlows(source: ProcessGraph, target: ProcessGraph): string[] {
  const known = new Set(flowsOf(target))
  return flowsOf(source).filter(id => known.has(id))
}

const flowsOf = ({ nodes }: ProcessGraph): string[] =>
  [...nodes.values()].flatMap(({ outgoing }) => outgoing.map(({ id }) => id))
