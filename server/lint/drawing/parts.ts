import type { Box } from './geometry.ts'
import { holds } from './geometry.ts'
import type { Drawing, Shape } from './read-drawing.ts'

/** Steps, events and gateways, without pools, lanes and sub-processes. */
export const nodesOf = ({ shapes }: Drawing): Shape[] => [...shapes.values()].filter(isNode)

export const lanesOf = ({ shapes }: Drawing): Shape[] => ofType(shapes, 'bpmn:Lane')

export const subProcessesOf = ({ shapes }: Drawing): Shape[] => ofType(shapes, 'bpmn:SubProcess')

/** Id of the sub-process an element lies in. */
export const subProcessOf = ({ element }: Shape): string | undefined =>
  element.$parent?.$type === 'bpmn:SubProcess' ? element.$parent.id : undefined

/** Id of what a boundary event sits on. */
export const hostOf = ({ element }: Shape): string | undefined =>
  (element.attachedToRef as { id?: string } | undefined)?.id

export const laneAround = (drawing: Drawing, box: Box): Shape | undefined =>
  lanesOf(drawing).find(lane => holds(lane.box, box))

/** A label that has a place of its own. */
export interface Label {
  /** The element it names. */
  id: string
  box: Box
}

export const labelsOf = ({ shapes, edges }: Drawing): Label[] =>
  [...shapes.values(), ...edges].flatMap(({ id, label }) => (label ? [{ id, box: label }] : []))

const isNode = ({ isContainer, type }: Shape) => !isContainer && !ARTIFACTS.has(type)
const ARTIFACTS = new Set(['bpmn:TextAnnotation', 'bpmn:Group', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference'])

const ofType = (shapes: Drawing['shapes'], wanted: string) => [...shapes.values()].filter(({ type }) => type === wanted)
