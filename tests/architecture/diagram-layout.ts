import { extensionOf, textOf } from '../../server/bpmn/index.ts'
import {
  type Box,
  centreOf,
  type Drawing,
  type Edge,
  holds,
  meeting,
  overlap,
  runsThrough,
  type Shape,
  segmentsOf,
} from './diagram-geometry.ts'

/** A rule of hand layout: its name, why it is, and what breaks it. */
export interface LayoutRule {
  name: string
  reason: string
  check(drawing: Drawing): string[]
}

const GRID = 10
const HALF_GRID = 5
const MOST_FLOWS_AT_A_GATEWAY = 4
const MOST_CROSSINGS_OF_A_FLOW = 1
const SIZES: Record<string, [width: number, height: number]> = { Task: [100, 80], Event: [36, 36], Gateway: [50, 50] }

const nodesOf = ({ shapes }: Drawing) => [...shapes.values()].filter(({ isContainer }) => !isContainer)
const lanesOf = ({ shapes }: Drawing) => [...shapes.values()].filter(({ type }) => type === 'bpmn:Lane')
const scopesOf = ({ shapes }: Drawing) => [...shapes.values()].filter(({ type }) => type === 'bpmn:SubProcess')
const scopeOf = ({ element }: Shape) => (element.$parent?.$type === 'bpmn:SubProcess' ? element.$parent.id : undefined)
const laneAround = (drawing: Drawing, box: Box) => lanesOf(drawing).find(lane => holds(lane.box, box))
const labelsOf = ({ shapes, edges }: Drawing) =>
  [...shapes.values(), ...edges].flatMap(({ id, label }) => (label ? [{ id, box: label }] : []))

/** The rules every shipped diagram is drawn by. */
export const layoutRules: LayoutRule[] = [
  {
    name: 'on-grid',
    reason: 'Neighbours line up, and what a person moves in the designer snaps to the same lines.',
    check: drawing => [...offGridShapes(drawing), ...drawing.edges.flatMap(edge => offGridPoints(drawing, edge))],
  },
  {
    name: 'default-size',
    reason: 'A task that is larger than another looks more important than it is.',
    check: drawing =>
      nodesOf(drawing)
        .filter(isStretched)
        .map(({ id }) => `${id} has not the default size`),
  },
  {
    name: 'short-names',
    reason: 'Twelve characters fit two lines of a task.',
    check: drawing =>
      [...drawing.shapes.values()]
        .filter(({ name }) => [...name].length > 12)
        .map(({ id, name }) => `${id} is called '${name}'`),
  },
  {
    name: 'square-flows',
    reason: 'Slanted lines are read as something special.',
    check: ({ edges }) => edges.filter(isSlanted).map(({ id }) => `${id} is slanted`),
  },
  { name: 'in-one-lane', reason: 'A step belongs to one role.', check: outsideLanes },
  { name: 'lane-of-its-role', reason: 'The lane says who works the task.', check: inWrongLane },
  { name: 'clear-of-shapes', reason: 'A line through a shape looks as if it ended there.', check: flowsThroughShapes },
  { name: 'clear-of-labels', reason: 'Words with a line through them are not read.', check: flowsThroughLabels },
  { name: 'labels-apart', reason: 'Words on words are not read.', check: coveredLabels },
  {
    name: 'labels-wide-enough',
    reason: 'A label narrower than its words breaks into two lines.',
    check: ({ shapes, edges }) =>
      [...shapes.values(), ...edges].filter(isTight).map(({ id }) => `${id} has a label narrower than its name`),
  },
  { name: 'few-flows-at-a-gateway', reason: 'Four corners, four lines.', check: crowdedGateways },
  {
    name: 'few-crossings',
    reason: 'Two lines on each other cannot be told apart; many crossings cannot be followed.',
    check: tangledFlows,
  },
]

const kindOf = ({ type }: Shape) => Object.keys(SIZES).find(kind => type.endsWith(kind))

function isStretched(shape: Shape): boolean {
  const [width, height] = SIZES[kindOf(shape) ?? ''] ?? [shape.box.width, shape.box.height]
  return shape.box.width !== width || shape.box.height !== height
}

function offGridShapes({ shapes }: Drawing): string[] {
  const isOff = ({ box, isContainer }: Shape) => {
    const { x, y } = isContainer ? box : centreOf(box)
    return x % GRID !== 0 || y % GRID !== 0
  }
  return [...shapes.values()].filter(isOff).map(({ id }) => `${id} is off the grid`)
}

/** The two ends lie on the borders of shapes, so only bends and the sideways place of the ends are asked. */
function offGridPoints({ shapes }: Drawing, { id, points, sourceId, targetId }: Edge): string[] {
  const borders = [shapes.get(sourceId)!, shapes.get(targetId)!].flatMap(({ box }) => [
    box.x,
    box.x + box.width,
    box.y,
    box.y + box.height,
  ])
  const isOff = (value: number) => value % HALF_GRID !== 0 && !borders.includes(value)
  return points.some(({ x, y }) => isOff(x) || isOff(y)) ? [`${id} bends off the grid`] : []
}

const isSlanted = (edge: Edge) => segmentsOf(edge).some(({ width, height }) => width !== 0 && height !== 0)

function outsideLanes(drawing: Drawing): string[] {
  const stray = nodesOf(drawing).filter(({ box, type }) => type !== 'bpmn:BoundaryEvent' && !laneAround(drawing, box))
  const spilt = nodesOf(drawing).filter(shape => {
    const scope = drawing.shapes.get(scopeOf(shape) ?? '')
    return scope && shape.type !== 'bpmn:BoundaryEvent' && !holds(scope.box, shape.box)
  })
  return [
    ...stray.map(({ id }) => `${id} lies in no lane`),
    ...spilt.map(({ id }) => `${id} spills out of its sub-process`),
  ]
}

function inWrongLane(drawing: Drawing): string[] {
  return nodesOf(drawing).flatMap(({ id, box, element }) => {
    const groups = textOf(extensionOf(element, 'zeebe:AssignmentDefinition'), 'candidateGroups')
    const role = /"([a-z-]+)@/.exec(groups ?? '')?.[1]
    const lane = laneAround(drawing, box)?.id
    return role && lane !== `lane-${role}` ? [`${id} is worked by ${role} and lies in ${lane ?? 'no lane'}`] : []
  })
}

function flowsThroughShapes(drawing: Drawing): string[] {
  return drawing.edges.flatMap(edge => {
    const attachedTo = (shape: Shape) => (shape.element.attachedToRef as { id?: string } | undefined)?.id
    const source = drawing.shapes.get(edge.sourceId)!
    const inTheWay = [...nodesOf(drawing), ...scopesOf(drawing).filter(scope => scope.id !== scopeOf(source))].filter(
      shape => !(shape.type === 'bpmn:BoundaryEvent' && attachedTo(shape) === edge.sourceId),
    )
    return inTheWay
      .filter(({ box }) => segmentsOf(edge).some(segment => runsThrough(segment, box)))
      .map(({ id }) => `${edge.id} runs through ${id}`)
  })
}

function flowsThroughLabels(drawing: Drawing): string[] {
  return drawing.edges.flatMap(edge =>
    labelsOf(drawing)
      .filter(({ box }) => segmentsOf(edge).some(segment => runsThrough(segment, box)))
      .map(({ id }) => `${edge.id} runs through the label of ${id}`),
  )
}

function coveredLabels(drawing: Drawing): string[] {
  const labels = labelsOf(drawing)
  return labels.flatMap((label, index) => {
    const others = labels.slice(index + 1).filter(({ box }) => overlap(label.box, box))
    const shapes = nodesOf(drawing).filter(({ box }) => overlap(label.box, box))
    const borders = [...lanesOf(drawing), ...scopesOf(drawing)].filter(
      ({ box }) => overlap(label.box, box) && !holds(box, label.box) && !isOnSubProcess(drawing, label.box),
    )
    return [...others, ...shapes, ...borders].map(({ id }) => `the label of ${label.id} lies on ${id}`)
  })
}

/** An expanded sub-process is drawn over the lanes, so their borders are not seen inside it. */
const isOnSubProcess = (drawing: Drawing, box: Box) => scopesOf(drawing).some(scope => holds(scope.box, box))

const isTight = ({ name, label }: Shape | Edge) => label !== undefined && label.width < [...name].length * 12 + 16

function crowdedGateways({ shapes, edges }: Drawing): string[] {
  return [...shapes.values()]
    .filter(({ type }) => type.endsWith('Gateway'))
    .map(({ id }) => ({
      id,
      flows: edges.filter(({ sourceId, targetId }) => sourceId === id || targetId === id).length,
    }))
    .filter(({ flows }) => flows > MOST_FLOWS_AT_A_GATEWAY)
    .map(({ id, flows }) => `${id} has ${flows} flows`)
}

function tangledFlows({ edges }: Drawing): string[] {
  return edges.flatMap(edge => {
    const meetings = edges
      .filter(({ id }) => id !== edge.id)
      .flatMap(other =>
        segmentsOf(edge).flatMap(a => segmentsOf(other).map(b => ({ other: other.id, how: meeting(a, b) }))),
      )
    const shared = meetings.filter(({ how }) => how === 'shared').map(({ other }) => `${edge.id} lies on ${other}`)
    const crossed = meetings.filter(
      ({ how, other }) => how === 'cross' && !endsTogether(edge, edges.find(({ id }) => id === other)!),
    )
    return crossed.length > MOST_CROSSINGS_OF_A_FLOW
      ? [...shared, `${edge.id} is crossed ${crossed.length} times`]
      : shared
  })
}

/** Flows that begin or end at one shape may touch there. */
const endsTogether = (a: Edge, b: Edge) => [a.sourceId, a.targetId].some(id => id === b.sourceId || id === b.targetId)
