import { elementOf, elementsOf, type ProcessGraph } from '../../bpmn/index.ts'
import type { ExecutableNode } from './executable-process.ts'

/** Tells each activity who undoes it: the handler that an association leads to from its compensation boundary event. */
export function linkCompensations(
  { source: process, nodes: all }: ProcessGraph,
  nodes: Map<string, ExecutableNode>,
): void {
  for (const scope of [process, ...[...all.values()].map(({ source }) => source)])
    for (const association of elementsOf(scope, 'artifacts')) {
      const boundary = all.get(elementOf(association, 'sourceRef')?.id ?? '')
      const handler = all.get(elementOf(association, 'targetRef')?.id ?? '')
      if (boundary?.eventType !== 'bpmn:CompensateEventDefinition' || boundary.attachedToId === undefined || !handler)
        continue
      nodes.get(boundary.attachedToId)!.compensation = { boundaryId: boundary.id, handlerId: handler.id }
    }
}
