import { type FlowNode, type ProcessGraph, processesOf, readProcessGraph } from '../graph.ts'
import { elementOf, elementsOf, isA, type ModdleElement, textOf } from '../moddle.ts'

/** A parsed diagram as its checks look at it. */
export interface Diagram {
  definitions: ModdleElement
  /** The processes that can be executed. */
  graphs: ProcessGraph[]
  /** Everything that is checked, parents before children. What lies in processes that are not executable is left out. */
  elements: ModdleElement[]
  /** Of every process, also of those that are not executable. */
  flowElements: ModdleElement[]
  nodeOf(element: ModdleElement): FlowNode | undefined
  boundaryEventsOf(activity: ModdleElement): ModdleElement[]
}

/** Reads what the checks need of a parsed diagram. */
export function readDiagram(definitions: ModdleElement): Diagram {
  const graphs = processesOf(definitions)
    .map(readProcessGraph)
    .filter(({ isExecutable }) => isExecutable)
  const nodes = new Map(graphs.flatMap(graph => [...graph.nodes.values()].map(node => [node.source, node] as const)))
  const flowElements = processesOf(definitions).flatMap(flowElementsIn)
  return {
    definitions,
    graphs,
    elements: [...checkedIn(definitions)],
    flowElements,
    nodeOf: element => nodes.get(element),
    boundaryEventsOf: activity => flowElements.filter(each => elementOf(each, 'attachedToRef') === activity),
  }
}

/** An attribute with something in it; an empty one counts as absent. Defaults of the dialect do not count. */
export function attribute(element: ModdleElement | undefined, name: string): string | undefined {
  return element && Object.hasOwn(element, name) ? textOf(element, name) || undefined : undefined
}

/** The text of a child element, for example of `timeDuration`. */
export function childText(element: ModdleElement | undefined, name: string): string | undefined {
  return textOf(elementOf(element, name), 'body')?.trim() || undefined
}

export function eventDefinitionsOf(element: ModdleElement): ModdleElement[] {
  return elementsOf(element, 'eventDefinitions')
}

/** The elements of a type that lie directly in a process or sub-process. */
export function inside(scope: ModdleElement, type: string): ModdleElement[] {
  return elementsOf(scope, 'flowElements').filter(each => isA(each, type))
}

/** Elements with an event definition of that kind: `Message`, `Timer` … */
export function isEventOf(element: ModdleElement, kind: string): boolean {
  return eventDefinitionsOf(element).some(({ $type }) => $type === `bpmn:${kind}EventDefinition`)
}

function flowElementsIn(scope: ModdleElement): ModdleElement[] {
  return elementsOf(scope, 'flowElements').flatMap(each => [each, ...flowElementsIn(each)])
}

/** Children are the enumerable members; references to elements elsewhere are not. */
function* checkedIn(element: ModdleElement): Generator<ModdleElement> {
  if (element.$type === 'bpmn:Process' && element.isExecutable !== true) return
  if (element.$type === 'bpmndi:BPMNDiagram') return
  yield element
  for (const name of Object.keys(element)) {
    const value = element[name]
    for (const child of Array.isArray(value) ? value : [value]) if (isChild(child, element)) yield* checkedIn(child)
  }
}

function isChild(value: unknown, parent: ModdleElement): value is ModdleElement {
  return (
    typeof value === 'object' && value !== null && '$type' in value && '$parent' in value && value.$parent === parent
  )
}
