export interface Point {
  x: number
  y: number
}
export interface Box extends Point {
  width: number
  height: number
}

/** The middle of a box. */
export const centreOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 })

/** Whether the inner box lies wholly in the outer one. */
export const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

/** Whether two boxes share more than a border. */
export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** The straight pieces of a line as boxes; a horizontal or vertical one has no height or no width. */
export const segmentsOf = ({ points }: { points: readonly Point[] }): Box[] =>
  points.slice(1).map((to, index) => {
    const from = points[index]!
    const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)]
    return { x, y, width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) }
  })

/** Whether a straight piece runs through the inside of a box; touching its border is not enough. */
export const runsThrough = (segment: Box, { x, y, width, height }: Box): boolean =>
  segment.x < x + width && segment.x + segment.width > x && segment.y < y + height && segment.y + segment.height > y

/** How two straight pieces meet: not at all, crossing, or lying on each other. */
export function meeting(a: Box, b: Box): 'apart' | 'cross' | 'shared' {
  const isApart = a.x > b.x + b.width || b.x > a.x + a.width || a.y > b.y + b.height || b.y > a.y + a.height
  if (isApart) return 'apart'
  const [isFlatA, isFlatB] = [a.height === 0, b.height === 0]
  if (isFlatA !== isFlatB) return 'cross'
  const shared = isFlatA
    ? Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
    : Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return shared > 0 ? 'shared' : 'apart'
}
