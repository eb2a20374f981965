import type { Drawn, Services } from './drawn.ts'

type Canvas = Services['canvas']

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Kept free at the edges, in pixels: our tools stand in the upper corners, the mark of bpmn.io in the lower right one. */
const EDGE = { top: 52, right: 20, bottom: 40, left: 20 }
/** Below this zoom the names cannot be read. */
const READABLE = 0.75
/** What covers more of the canvas than this is looked past, in pixels left free below it. */
const LEAST_FREE = 160

/** Shows the whole diagram where its names can be read then; else as much of it as can be read, with the start in sight. */
export function fitDiagram(canvas: Canvas, start: Drawn | undefined): void {
  const { inner, outer } = canvas.viewbox()
  if (inner.width === 0 || outer.width === 0) return
  const free = { width: outer.width - EDGE.left - EDGE.right, height: outer.height - EDGE.top - EDGE.bottom }
  const whole = Math.min(1, free.width / inner.width, free.height / inner.height)
  const level = Math.max(whole, READABLE)
  const first = start ?? inner
  const x = beginning({ from: inner.x, length: inner.width, free: free.width / level, first: first.x })
  const y = beginning({ from: inner.y, length: inner.height, free: free.height / level, first: first.y })
  look(canvas, { x: x - EDGE.left / level, y: y - EDGE.top / level }, level)
}

/** Where to begin on one axis: what is short stands near the beginning, what is long begins so that `first` is in sight. */
function beginning({ from, length, free, first }: { from: number; length: number; free: number; first: number }) {
  if (length <= free) return from - Math.min((free - length) / 2, length < free / 2 ? free / 4 : 8)
  return first < from + free * 0.7 ? from : Math.min(first - free * 0.3, from + length - free)
}

/** Brings an element into the middle unless it can be seen whole; `isCentred` does so always. */
export function bringIntoSight(canvas: Canvas, element: Drawn, covered: number, isCentred: boolean): void {
  const { x, y, width, height, outer } = canvas.viewbox()
  // Put away behind another tab it has no size to calculate with.
  if (outer.width === 0) return
  const level = canvas.zoom()
  const top = outer.height - covered - EDGE.bottom >= LEAST_FREE ? Math.max(covered, EDGE.top) : EDGE.top
  const seen = {
    ...{ x: x + EDGE.left / level, y: y + top / level },
    width: width - (EDGE.left + EDGE.right) / level,
    height: height - (top + EDGE.bottom) / level,
  }
  const box = boxOf(element)
  // The procedure itself takes no place on its canvas.
  if (!Number.isFinite(box.x) || (!isCentred && isIn(box, seen))) return
  look(canvas, { x: x + middle('x', 'width', box, seen), y: y + middle('y', 'height', box, seen) }, level)
}

/** How far to go so that the box stands in the middle of what is seen; what is larger begins where that does. */
function middle(at: 'x' | 'y', length: 'width' | 'height', box: Box, seen: Box): number {
  return box[at] - seen[at] - Math.max(0, (seen[length] - box[length]) / 2)
}

function look(canvas: Canvas, at: { x: number; y: number }, level: number): void {
  const { outer } = canvas.viewbox()
  canvas.viewbox({ ...at, width: outer.width / level, height: outer.height / level })
}

const isIn = (box: Box, around: Box): boolean =>
  box.x >= around.x &&
  box.y >= around.y &&
  box.x + box.width <= around.x + around.width &&
  box.y + box.height <= around.y + around.height

/** The space an element takes; a flow takes that around its bends. */
export function boxOf({ x, y, width, height, waypoints }: Drawn): Box {
  if (!waypoints) return { x, y, width, height }
  const [xs, ys] = [waypoints.map(point => point.x), waypoints.map(point => point.y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}
