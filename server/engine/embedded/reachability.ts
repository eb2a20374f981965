import { eventDefinitionOf, type FlowNode, type ModdleElement, type ProcessGraph, textOf } from '../../bpmn/index.ts'

/**
 * Of an inclusive join: for each incoming flow, the nodes from which a token may come over it without passing the join before.
 * Found once, when the process is compiled; a token only looks up (ENGINE 5.4).
 */
export function nodesBefore(graph: ProcessGraph, join: FlowNode): Map<string, Set<string>> {
  return new Map(join.incoming.map(({ id, sourceId }) => [id, walkBack(graph, join, sourceId)]))
}

function walkBack(graph: ProcessGraph, join: FlowNode, sourceId: string): Set<string> {
  const found = new Set<string>()
  const ahead = [sourceId]
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (id === join.id || found.has(id)) continue
    found.add(id)
    ahead.push(...before(graph, graph.nodes.get(id)!))
  }
  return found
}

/** Where a token at the node comes from: its flows, the activity it stands on, the links that lead to it. */
function before(graph: ProcessGraph, node: FlowNode): string[] {
  const { incoming, attachedToId } = node
  const sources = incoming.map(({ sourceId }) => sourceId)
  return [...sources, ...(attachedToId === undefined ? [] : [attachedToId]), ...linksTo(graph, node)]
}

function linksTo(graph: ProcessGraph, { type, source, scopeId }: FlowNode): string[] {
  const name = type === 'bpmn:IntermediateCatchEvent' ? linkNameOf(source) : undefined
  if (name === undefined) return []
  const throwers = [...graph.nodes.values()].filter(
    node => node.type === 'bpmn:IntermediateThrowEvent' && node.scopeId === scopeId,
  )
  return throwers.filter(node => linkNameOf(node.source) === name).map(({ id }) => id)
}

function linkNameOf(event: ModdleElement): string | undefined {
  const definition = eventDefinitionOf(event)
  return definition?.$type === 'bpmn:LinkEventDefinition' ? textOf(definition, 'name') : undefined
}
