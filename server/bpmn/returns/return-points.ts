import type { FlowNode, ProcessGraph } from '../graph.ts'
import { nextWaits } from '../next-waits.ts'
import { between, type ScopeRegions, scopeRegions } from './scope-regions.ts'

/** An earlier task to which a case can be sent back from a later one without a token being lost or doubled. */
export interface ReturnPoint {
  elementId: string
  /** The diagram leads back there itself. */
  isDrawn: boolean
  /** What runs or waits beside the later task and ends with the return; what runs several times over ends all at once. */
  cancels: readonly string[]
  /** Tasks whose results stay, and are done again on the way. */
  stays: readonly string[]
  /** What was told, sent or done outside on the way: a return does not undo it. */
  stands: readonly string[]
}

/**
 * Every task to which returning from a task is sound, nearest first, by the structure alone: it lies on every way to the
 * later one, and no branch is open around it that is not open around the later one too. Out of a sub-process, a task that
 * runs several times over, or a branch, the return ends what runs beside; into one it never leads.
 */
export function returnPoints(graph: ProcessGraph, taskId: string): ReturnPoint[] {
  const task = graph.nodes.get(taskId)
  if (!task) return []
  const drawn = new Set(nextWaits(graph, taskId).map(({ elementId }) => elementId))
  const points: ReturnPoint[] = []
  const ended = new Set<string>(isRepeated(task) ? [task.id] : [])
  for (let at: FlowNode | undefined = task; at; at = containerOf(graph, at)) {
    const regions = scopeRegions(graph, at.scopeId)
    if (isBesideAnother(graph, regions, at)) break
    for (const earlier of tasksAlwaysBefore(graph, regions, at)) {
      const cancels = [...ended, ...closing(regions, earlier, at)]
      points.push({
        ...{ elementId: earlier.id, isDrawn: drawn.has(earlier.id), cancels: [...new Set(cancels)] },
        ...passed(graph, regions, { earlier, at, task }),
      })
    }
    // What a sub-process holds beside the task ends with it; one of several ends them all.
    const container = containerOf(graph, at)
    if (!container) break
    for (const id of openSiblings(regions, at)) ended.add(id)
    if (isRepeated(container)) ended.add(container.id)
  }
  return points
}

function containerOf(graph: ProcessGraph, { scopeId }: FlowNode): FlowNode | undefined {
  const scope = graph.nodes.get(scopeId)
  // What interrupts or accompanies a scope has no way back into it.
  return scope?.isEventSubProcess ? undefined : scope
}

/** Tasks of the same scope that every way passes, nearest first, in no branch of their own. */
function tasksAlwaysBefore(graph: ProcessGraph, regions: ScopeRegions, at: FlowNode): FlowNode[] {
  const open = regions.openSplits(at.id)
  return [...graph.nodes.values()]
    .filter(({ type, scopeId }) => type === 'bpmn:UserTask' && scopeId === at.scopeId)
    .filter(({ id }) => regions.isAlwaysBefore(id, at.id))
    .filter(({ id }) => regions.openSplits(id).every((split, index) => open[index] === split))
    .sort((a, b) => (regions.isAlwaysBefore(a.id, b.id) ? 1 : -1))
}

/** What runs beside a node in the branches that are open around it, and not around the earlier one. */
function closing(regions: ScopeRegions, earlier: FlowNode, at: FlowNode): string[] {
  const kept = regions.openSplits(earlier.id).length
  return regions
    .openSplits(at.id)
    .slice(kept)
    .flatMap(split => beside(regions, regions.within(split), at.id))
}

function openSiblings(regions: ScopeRegions, at: FlowNode): string[] {
  return regions.openSplits(at.id).flatMap(split => beside(regions, regions.within(split), at.id))
}

/** Neither on a way to the node nor on one from it, as long as the branches are open. */
function beside({ after }: ScopeRegions, inside: ReadonlySet<string>, id: string): string[] {
  const branches = new Map([...inside].map(each => [each, (after.get(each) ?? []).filter(next => inside.has(next))]))
  const later = between(branches, id, '')
  return [...inside].filter(each => each !== id && !later.has(each) && !between(branches, each, '').has(id))
}

/** Reached over a border that does not interrupt its host: the main way goes on meanwhile. */
function isBesideAnother(graph: ProcessGraph, regions: ScopeRegions, at: FlowNode): boolean {
  return [...graph.nodes.values()].some(
    ({ id, type, scopeId, source }) =>
      type === 'bpmn:BoundaryEvent' &&
      scopeId === at.scopeId &&
      source.cancelActivity === false &&
      between(regions.after, id, '').has(at.id),
  )
}

interface Passage {
  earlier: FlowNode
  /** The later task, or the sub-process of the same scope around it. */
  at: FlowNode
  task: FlowNode
}

function passed(graph: ProcessGraph, { after }: ScopeRegions, { earlier, at, task }: Passage) {
  const ahead = between(after, earlier.id, at.id)
  const onTheWay = [...ahead].filter(id => between(after, id, earlier.id).has(at.id))
  const inside = onTheWay.flatMap(id => [id, ...within(graph, id)])
  const isOf = (test: (node: FlowNode) => boolean) =>
    inside.filter(id => id !== task.id && graph.nodes.has(id) && test(graph.nodes.get(id)!))
  return { stays: [earlier.id, ...isOf(({ type }) => type === 'bpmn:UserTask')], stands: isOf(hasEffect) }
}

function within(graph: ProcessGraph, id: string): string[] {
  return (graph.nodes.get(id)?.childIds ?? []).flatMap(child => [child, ...within(graph, child)])
}

const hasEffect = ({ type, eventType }: FlowNode): boolean =>
  /^bpmn:(?:ServiceTask|SendTask|CallActivity)$/.test(type) ||
  (type === 'bpmn:IntermediateThrowEvent' && eventType !== undefined && !/Link/.test(eventType))

const isRepeated = ({ source }: FlowNode): boolean =>
  (source.loopCharacteristics as { $type?: string } | undefined)?.$type === 'bpmn:MultiInstanceLoopCharacteristics'
