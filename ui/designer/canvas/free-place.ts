import type { Drawn } from './drawn.ts'

/** How far shapes stay apart, and by how much one looks further. */
const APART = 20

type Box = Pick<Drawn, 'x' | 'y' | 'width' | 'height'>

/** Where the middle of a shape may stand in another without covering what is there: as it stood from left to right if it can, else further right. */
export function freePlace(shape: Drawn, parent: Drawn): { x: number; y: number } {
  const taken = shapesIn(parent).filter(each => each !== shape && each.host !== shape)
  const height = parent.height > 0 ? parent.height : 600
  const top = parent.height > 0 ? parent.y : 0
  const left = Math.max(shape.x || 0, (parent.x || 0) + APART * 2)
  const ys = [top + (height - shape.height) / 2, ...steps(top + APART, top + height - shape.height - APART)]
  for (const x of steps(left, left + 6000))
    for (const y of ys) {
      const box = { x, y, width: shape.width, height: shape.height }
      if (!taken.some(each => touches(each, box))) return { x: x + shape.width / 2, y: y + shape.height / 2 }
    }
  return { x: left + shape.width / 2, y: top + height / 2 }
}

function steps(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, Math.floor((to - from) / APART) + 1) }, (_, at) => from + at * APART)
}

const touches = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width + APART &&
  b.x < a.x + a.width + APART &&
  a.y < b.y + b.height + APART &&
  b.y < a.y + a.height + APART

/** The shapes beside which a shape in this parent stands; lanes share those of their pool. */
function shapesIn(parent: Drawn): Drawn[] {
  const holder = holderOf(parent)
  return (holder.children ?? []).filter(({ type, waypoints }) => waypoints === undefined && type !== 'bpmn:Lane')
}

function holderOf(parent: Drawn): Drawn {
  return parent.type === 'bpmn:Lane' && parent.parent ? holderOf(parent.parent) : parent
}
