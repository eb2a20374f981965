import { elementOf, elementsOf, type ModdleElement, textOf } from '../../bpmn/index.ts'
import type { Box, Point } from './geometry.ts'

/** A drawn element that is no line. */
export interface Shape {
  id: string
  type: string
  name: string
  box: Box
  label?: Box
  element: ModdleElement
  /** Lies around other shapes: a pool, a lane, an expanded sub-process. */
  isContainer: boolean
}

/** A drawn line. */
export interface Edge {
  id: string
  name: string
  sourceId: string
  targetId: string
  points: Point[]
  label?: Box
}

/** A drawing as its diagram interchange has it. */
export interface Drawing {
  shapes: Map<string, Shape>
  edges: Edge[]
}

const CONTAINERS = ['bpmn:Participant', 'bpmn:Lane', 'bpmn:SubProcess']

/** Reads where a parsed diagram draws what. */
export function readDrawing(definitions: ModdleElement): Drawing {
  const drawn = elementsOf(definitions, 'diagrams').flatMap(diagram =>
    elementsOf(elementOf(diagram, 'plane'), 'planeElement'),
  )
  const shapes = drawn.filter(({ $type }) => $type === 'bpmndi:BPMNShape').flatMap(readShape)
  const edges = drawn.filter(({ $type }) => $type === 'bpmndi:BPMNEdge').flatMap(readEdge)
  return { shapes: new Map(shapes.map(shape => [shape.id, shape])), edges }
}

/** Nothing for a shape whose element is gone. */
function readShape(drawn: ModdleElement): Shape[] {
  const element = elementOf(drawn, 'bpmnElement')
  const bounds = elementOf(drawn, 'bounds')
  if (element?.id === undefined || !bounds) return []
  const label = labelOf(drawn)
  return [
    {
      id: element.id,
      type: element.$type,
      name: textOf(element, 'name') ?? '',
      box: boxOf(bounds),
      ...(label && { label }),
      element,
      isContainer: CONTAINERS.includes(element.$type),
    },
  ]
}

function readEdge(drawn: ModdleElement): Edge[] {
  const element = elementOf(drawn, 'bpmnElement')
  const [source, target] = [elementOf(element, 'sourceRef'), elementOf(element, 'targetRef')]
  if (element?.id === undefined || source?.id === undefined || target?.id === undefined) return []
  const label = labelOf(drawn)
  return [
    {
      id: element.id,
      name: textOf(element, 'name') ?? '',
      sourceId: source.id,
      targetId: target.id,
      points: elementsOf(drawn, 'waypoint').map(({ x, y }) => ({ x: Number(x), y: Number(y) })),
      ...(label && { label }),
    },
  ]
}

function labelOf(drawn: ModdleElement): Box | undefined {
  const bounds = elementOf(elementOf(drawn, 'label'), 'bounds')
  return bounds && boxOf(bounds)
}

const boxOf = ({ x, y, width, height }: ModdleElement): Box => ({
  x: Number(x),
  y: Number(y),
  width: Number(width),
  height: Number(height),
})
