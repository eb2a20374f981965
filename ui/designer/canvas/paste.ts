import { isA, type ModdleElement } from '../../../server/bpmn/moddle.ts'
import type { BundleFile } from '../../api-types.ts'
import type { DraftModeler } from './draft-modeler.ts'
import type { CopiedPiece, Drawn } from './drawn.ts'
import { boxOf } from './in-sight.ts'

/** What was copied: descriptions of shapes and flows by how deep they lie. */
type Copied = Readonly<Record<string, readonly CopiedPiece[]>>

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Shapes stand on this grid, and this far from each other. */
const GRID = 10
const APART = 20
/** How many rings around the first place are tried. */
const RINGS = 24

/** Puts what was copied down beside what it was copied from, or in the middle of what is seen, and chooses it. */
export function paste(modeler: DraftModeler): void {
  const clipboard = modeler.service('clipboard')
  putDown(modeler, clipboard.get(), clipboard.needed())
}

function putDown(modeler: DraftModeler, copied: unknown, files: readonly BundleFile[]): void {
  const pieces = Object.values((copied ?? {}) as Copied).flat()
  if (pieces.length === 0) return
  const box = around(pieces)
  const target = targetOf(modeler, pieces, box)
  const point = placeFor(modeler, box, target)
  modeler.asOneStep(() => {
    const put = modeler.service('copyPaste').paste({ element: target, point, tree: copied }) ?? []
    const shapes = put.filter(({ parent, labelTarget }) => !labelTarget && !put.some(each => each === parent))
    modeler.service('selection').select(shapes)
  })
  modeler.welcome(files)
}

/** Copies what is chosen and puts it down beside it; what was copied before stays. */
export function duplicate(modeler: DraftModeler): void {
  const chosen = modeler.service('selection').get()
  if (chosen.length > 0) putDown(modeler, modeler.service('copyPaste').copy(chosen, { clip: false }), [])
}

/** What events wait for is called by its name: the one this diagram has is taken, another of the same id becomes one of its own. */
export function ownRoots(rootElements: readonly ModdleElement[], piece: CopiedPiece): void {
  const wanted = piece.referencedRootElement
  if (!wanted || rootElements.includes(wanted)) return
  const same = rootElements.find(({ $type, name }) => $type === wanted.$type && name === wanted.name)
  if (same) piece.referencedRootElement = same
  else if (rootElements.some(({ id }) => id === wanted.id)) Object.assign(wanted, { id: undefined })
}

function around(pieces: readonly CopiedPiece[]): Box {
  const boxes = pieces.flatMap(({ x, y, width = 0, height = 0 }) =>
    x === undefined || y === undefined ? [] : [{ x, y, width, height }],
  )
  const [x, y] = [Math.min(...boxes.map(each => each.x)), Math.min(...boxes.map(each => each.y))]
  return {
    ...{ x, y },
    width: Math.max(...boxes.map(each => each.x + each.width)) - x,
    height: Math.max(...boxes.map(each => each.y + each.height)) - y,
  }
}

/** A pool goes onto the paper; steps go where the chosen one is, else into the first pool there is. */
function targetOf(modeler: DraftModeler, pieces: readonly CopiedPiece[], box: Box): Drawn {
  const root = modeler.service('canvas').getRootElement()
  if (pieces.some(({ businessObject }) => businessObject?.$type === 'bpmn:Participant')) return root
  const pools = modeler
    .service('elementRegistry')
    .getAll()
    .filter(({ type }) => type === 'bpmn:Participant')
  const [chosen] = modeler.service('selection').get()
  const scope = chosen && scopeOf(chosen)
  if (scope) return scope
  return pools.find(pool => overlaps(pool, box, 0)) ?? pools[0] ?? root
}

/** The sub-process or the pool something lies in. */
function scopeOf(element: Drawn): Drawn | undefined {
  const { parent } = element
  if (!parent || isA(parent.businessObject, 'bpmn:SubProcess') || parent.type === 'bpmn:Participant') return parent
  return parent.type === 'bpmn:Lane' ? scopeOf(parent) : undefined
}

/** The middle of the nearest free place; a pool that is full grows downwards. */
function placeFor(modeler: DraftModeler, box: Box, target: Drawn): { x: number; y: number } {
  const { x, y, width, height } = modeler.service('canvas').viewbox()
  const seen = { x, y, width, height }
  const from = overlaps(seen, box, 0)
    ? box
    : { ...box, x: x + (width - box.width) / 2, y: y + (height - box.height) / 2 }
  const around = outwards(target)
  const taken = modeler
    .service('elementRegistry')
    .getAll()
    .filter(each => isInTheWay(each) && !around.includes(each))
  const isFree = (place: Box) => taken.every(each => !overlaps(boxOf(each), place, APART))
  const free = places(from).filter(isFree)
  const inside = isBound(target) ? free.find(place => isInside(target, place)) : free[0]
  const below = { ...from, y: target.y + target.height - APART }
  const found = inside ?? (isBound(target) ? below : from)
  return { x: found.x + found.width / 2, y: found.y + found.height / 2 }
}

/** An element and all it lies in. */
const outwards = (element: Drawn): Drawn[] => [element, ...(element.parent ? outwards(element.parent) : [])]

const isBound = ({ type }: Drawn) => type === 'bpmn:Participant' || type === 'bpmn:SubProcess'

/** Names, flows and what surrounds others take no place. */
const isInTheWay = ({ waypoints, labelTarget, type, parent }: Drawn): boolean =>
  !waypoints && !labelTarget && parent !== undefined && type !== 'bpmn:Participant' && type !== 'bpmn:Lane'

/** Ring by ring around a place, to the right and below first. */
function places(from: Box): Box[] {
  const [right, down] = [snapped(from.width + APART), snapped(from.height + APART)]
  const found: (Box & { far: number })[] = []
  for (let row = -RINGS; row <= RINGS; row += 1)
    for (let column = -RINGS; column <= RINGS; column += 1) {
      const [dx, dy] = [(column * right) / 2, (row * down) / 2]
      const behind = (dx < 0 ? 2 : 1) * (dy < 0 ? 2 : 1)
      found.push({ ...from, x: snapped(from.x + dx), y: snapped(from.y + dy), far: Math.hypot(dx, dy) * behind })
    }
  return found.sort((one, other) => one.far - other.far)
}

const snapped = (length: number) => Math.ceil(length / GRID) * GRID

const overlaps = (one: Box, other: Box, apart: number): boolean =>
  one.x - apart < other.x + other.width &&
  other.x < one.x + one.width + apart &&
  one.y - apart < other.y + other.height &&
  other.y < one.y + one.height + apart

const isInside = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x + APART &&
  inner.y >= outer.y + APART &&
  inner.x + inner.width <= outer.x + outer.width - APART &&
  inner.y + inner.height <= outer.y + outer.height - APART
