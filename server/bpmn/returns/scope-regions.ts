import type { FlowNode, ProcessGraph } from '../graph.ts'
import { dominates, immediateDominators } from './dominators.ts'

/** One scope of a process as a graph with one entry and one exit, and what runs side by side in it. */
export interface ScopeRegions {
  /** What may come after each node; ids that no node has are the entry and the exit. */
  after: ReadonlyMap<string, readonly string[]>
  isAlwaysBefore(earlier: string, later: string): boolean
  /** The splits around a node that are open while it is at work, outermost first. */
  openSplits(id: string): readonly string[]
  /** The nodes that run between a split and where its branches meet again. */
  within(split: string): ReadonlySet<string>
}

const ENTRY = '⊢'
const EXIT = '⊣'
const SPLITS = new Set(['bpmn:ParallelGateway', 'bpmn:InclusiveGateway'])

/** Reads what is always before what, and what runs side by side, in one scope (a process or a sub-process). */
export function scopeRegions(graph: ProcessGraph, scopeId: string): ScopeRegions {
  const nodes = [...graph.nodes.values()].filter(node => node.scopeId === scopeId && !node.isEventSubProcess)
  const after = new Map(nodes.map(node => [node.id, stepsAfter(nodes, node)]))
  const begun = new Set([...after.values()].flat())
  after.set(ENTRY, [...nodes.filter(({ id }) => !begun.has(id)).map(({ id }) => id)])
  for (const [id, next] of after) if (next.length === 0 && id !== ENTRY) after.set(id, [EXIT])
  after.set(EXIT, [])
  const dominators = immediateDominators({ entry: ENTRY, after })
  const meetings = immediateDominators({ entry: EXIT, after: reversed(after) })
  const regionOf = (split: string) =>
    [...between(after, split, meetings.get(split) ?? EXIT)].filter(id => dominates(dominators, split, id))
  const regions = new Map(nodes.filter(isSplit).map(({ id }) => [id, new Set(regionOf(id))]))
  return {
    after,
    isAlwaysBefore: (earlier, later) => dominates(dominators, earlier, later),
    openSplits: id =>
      [...regions]
        .filter(([, inside]) => inside.has(id))
        .map(([split]) => split)
        .sort((a, b) => (dominates(dominators, a, b) ? -1 : 1)),
    within: split => regions.get(split) ?? new Set(),
  }
}

/** A node goes on along its flows and over its border; over a border that does not interrupt both go on side by side. */
function stepsAfter(nodes: readonly FlowNode[], node: FlowNode): string[] {
  const links = nodes.filter(other => isLinked(node, other)).map(({ id }) => id)
  return [...node.outgoing.map(({ targetId }) => targetId), ...node.boundaryEventIds, ...links]
}

const LINK = 'bpmn:LinkEventDefinition'
function isLinked(from: FlowNode, to: FlowNode): boolean {
  const isPair = from.type === 'bpmn:IntermediateThrowEvent' && to.type === 'bpmn:IntermediateCatchEvent'
  return isPair && from.eventType === LINK && to.eventType === LINK && nameOf(from) === nameOf(to)
}
const nameOf = ({ source }: FlowNode): unknown =>
  (source.eventDefinitions as { name?: string }[] | undefined)?.[0]?.name

/** Where two tokens may come out of one. */
const isSplit = ({ type, outgoing }: FlowNode): boolean =>
  outgoing.length > 1 && (SPLITS.has(type) || !/Gateway$/.test(type))

function reversed(after: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const before = new Map<string, string[]>([...after.keys()].map(id => [id, []]))
  for (const [id, next] of after) for (const each of next) before.get(each)?.push(id)
  return before
}

/** What can be reached from one node without passing another; neither of them is part of it. */
export function between(after: ReadonlyMap<string, readonly string[]>, from: string, to: string): Set<string> {
  const found = new Set<string>()
  const ahead = [...(after.get(from) ?? [])]
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (id === to || id === from || found.has(id) || id === EXIT) continue
    found.add(id)
    ahead.push(...(after.get(id) ?? []))
  }
  return found
}
