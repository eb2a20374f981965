import { elementOf, isA } from '../../../server/bpmn/moddle.ts'
import { append, newShape } from './apply-edit.ts'
import type { DraftModeler } from './draft-modeler.ts'
import type { Drawn } from './drawn.ts'

/** What is to be drawn: a type of BPMN, or a task of the trade by its template. */
interface Wanted {
  type: string
  template?: string
  name?: string
}

/** Free ground on each side of what is put between two steps. */
const APART = 50
/** Steps stand on every tenth point. */
const GRID = 10

/**
 * Draws an element after another. Where one way leads on to the right it is put into that way and what follows makes room:
 * a second flow out of a step would begin two ways at once, which is seldom meant.
 */
export function insertAfter(modeler: DraftModeler, after: Drawn, wanted: Wanted): Drawn {
  const flow = onlyWay(after)
  const next = flow && nextOf(modeler, flow)
  const isBetween =
    next && next.x >= after.x + after.width && !/Boundary|EndEvent|StartEvent|Participant/.test(wanted.type)
  if (!flow || !next || !isBetween) return append(modeler, after, wanted)
  const shape = newShape(modeler, wanted)
  const end = after.x + after.width
  makeRoom(modeler, next.x - 1, shape.width + 2 * APART - (next.x - end))
  const free = Math.max(next.x - end, shape.width + 2 * APART)
  const middle = { x: Math.round((end + free / 2) / GRID) * GRID, y: after.y + after.height / 2 }
  return modeler.service('modeling').createShape(shape, middle, flow)
}

function onlyWay({ type, outgoing = [] }: Drawn): Drawn | undefined {
  const flows = outgoing.filter(flow => flow.type === 'bpmn:SequenceFlow')
  return type.endsWith('Gateway') || flows.length !== 1 ? undefined : flows[0]
}

function nextOf(modeler: DraftModeler, { businessObject }: Drawn): Drawn | undefined {
  const id = elementOf(businessObject, 'targetRef')?.id
  return id === undefined ? undefined : modeler.drawn(id)
}

/** Moves what stands right of there further right; pools and lanes grow with it. */
function makeRoom(modeler: DraftModeler, from: number, missing: number): void {
  if (missing <= 0) return
  const delta = Math.ceil(missing / GRID) * GRID
  const shapes = modeler.service('elementRegistry').getAll()
  const drawn = shapes.filter(({ parent, businessObject }) => parent && !isA(businessObject, 'bpmn:SequenceFlow'))
  const space = modeler.service('spaceTool')
  const { movingShapes, resizingShapes } = space.calculateAdjustments(drawn, 'x', delta, from)
  space.makeSpace(movingShapes, resizingShapes, { x: delta, y: 0 }, 'e', from)
}
