import type { DiagramProblem, FlowNode, ProcessGraph } from '../../bpmn/index.ts'
import { elements } from './elements/index.ts'
import type { EventPlace } from './event-definitions/event-definition.ts'
import { eventDefinitionsByType } from './event-definitions/index.ts'

const PLACES: Record<string, EventPlace> = {
  'bpmn:IntermediateCatchEvent': 'catch',
  'bpmn:BoundaryEvent': 'boundary',
  'bpmn:EndEvent': 'end',
  'bpmn:IntermediateThrowEvent': 'throw',
  'bpmn:StartEvent': 'event-sub-process',
}

/** What is good BPMN but cannot be executed by this engine yet, each named with its element. */
export function findUnsupported(graph: ProcessGraph): DiagramProblem[] {
  return [...graph.nodes.values()].flatMap(node => {
    const what = unsupportedIn(node, graph)
    return what === undefined ? [] : [{ element: node.id, message: `${what} not executable by this engine yet.` }]
  })
}

function unsupportedIn(node: FlowNode, graph: ProcessGraph): string | undefined {
  if (!elements[node.type]) return `Elements of type '${node.type.replace('bpmn:', '')}' are`
  return unsupportedEvent(node, graph)
}

function unsupportedEvent({ type, eventType, scopeId }: FlowNode, graph: ProcessGraph): string | undefined {
  if (eventType === undefined) return undefined
  const name = eventType.replace('bpmn:', '').replace('EventDefinition', '').toLowerCase()
  const isThrown = type === 'bpmn:EndEvent' || type === 'bpmn:IntermediateThrowEvent'
  if (isThrown && eventType === 'bpmn:MessageEventDefinition') return undefined
  const kind = eventDefinitionsByType[eventType]
  const isProcessStart = type === 'bpmn:StartEvent' && !graph.nodes.get(scopeId)?.isEventSubProcess
  const place = isProcessStart ? 'start' : PLACES[type]
  if (!kind || !place || !kind.places.includes(place)) return `Events of type '${name}' are`
  return undefined
}
