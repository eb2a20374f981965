import type { FlowNode, ProcessGraph } from '../graph.ts'
import { extensionOf } from '../moddle.ts'
import { attribute } from './diagram.ts'
import type { DiagramProblem } from './problem.ts'

/** What does something without ever waiting: a loop in which there is one of these, and nothing that waits, would never end. */
const WORKING = new Set(
  ['ManualTask', 'Task', 'CallActivity', 'IntermediateThrowEvent', 'ScriptTask', 'BusinessRuleTask'].map(
    type => `bpmn:${type}`,
  ),
)
const PASSING = new Set(
  ['ExclusiveGateway', 'InclusiveGateway', 'ParallelGateway', 'StartEvent', 'EndEvent', 'SubProcess'].map(
    type => `bpmn:${type}`,
  ),
)

/** The first way on which a process comes back to itself without ever waiting, unless it leads through gateways only (ENGINE D9). */
export function findLoop(graph: ProcessGraph, graphs: ProcessGraph[]): DiagramProblem[] {
  const starts = [...graph.nodes.values()].filter(isWorking).sort((one, other) => (one.id < other.id ? -1 : 1))
  for (const start of starts) {
    const loop = new Search(graphs).from(graph, start)
    if (!loop) continue
    const way = loop.map(({ id }) => id).join(' > ')
    const message = `Processes are not allowed to contain a straight-through processing loop: ${way}`
    return [{ element: graph.id, message, part: 'Process' }]
  }
  return []
}

/** Looks for the way back; where it has looked in vain it does not look again. */
class Search {
  private readonly way: FlowNode[] = []
  private readonly inVain = new Set<FlowNode>()

  constructor(private readonly graphs: ProcessGraph[]) {}

  /** The loop with its first node again at its end. */
  from(graph: ProcessGraph, node: FlowNode): FlowNode[] | undefined {
    const start = this.way.indexOf(node)
    if (start >= 0) return this.way.some(isWorking) ? [...this.way.slice(start), node] : undefined
    if (this.inVain.has(node) || !(isWorking(node) || isPassing(node))) return undefined
    this.way.push(node)
    for (const [nextGraph, next] of this.after(graph, node)) {
      const loop = this.from(nextGraph, next)
      if (loop) return loop
    }
    this.way.pop()
    this.inVain.add(node)
    return undefined
  }

  private after(graph: ProcessGraph, node: FlowNode): [ProcessGraph, FlowNode][] {
    if (node.type === 'bpmn:CallActivity') return this.called(node)
    const start = node.type === 'bpmn:SubProcess' ? noneStart(graph, node.id) : undefined
    if (start) return [[graph, start]]
    // Where a path of a sub-process ends, it goes on behind the sub-process.
    const leaving = node.outgoing.length > 0 ? node : graph.nodes.get(node.scopeId)
    return (leaving?.outgoing ?? []).map(({ targetId }) => [graph, graph.nodes.get(targetId)!])
  }

  /** Only what is called by a fixed name and lies in the same file is followed. */
  private called(node: FlowNode): [ProcessGraph, FlowNode][] {
    const processId = attribute(extensionOf(node.source, 'zeebe:CalledElement'), 'processId')
    const graph = this.graphs.find(({ id }) => id === processId)
    const start = graph && noneStart(graph, graph.id)
    return start ? [[graph, start]] : []
  }
}

function noneStart({ nodes }: ProcessGraph, scopeId: string): FlowNode | undefined {
  return [...nodes.values()].find(
    node => node.scopeId === scopeId && node.type === 'bpmn:StartEvent' && node.eventType === undefined,
  )
}

function isWorking({ type, source }: FlowNode): boolean {
  if (!WORKING.has(type)) return false
  const isJob = extensionOf(source, 'zeebe:TaskDefinition') !== undefined
  return !isJob
}

function isPassing({ type, isEventSubProcess }: FlowNode): boolean {
  return PASSING.has(type) && !isEventSubProcess
}
