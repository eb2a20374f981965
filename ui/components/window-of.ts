/** The part of a long list that is on the screen. */
export interface Window {
  from: number
  to: number
  /** Height of what is left out above and below, px. */
  above: number
  below: number
}

/**
 * Which rows of a list are on the screen. `tops` holds the top of each row and, last, the height of the whole list, px;
 * `spare` px above and below are drawn beforehand.
 */
export function windowOf(tops: readonly number[], scrollTop: number, height: number, spare = 400): Window {
  const count = tops.length - 1
  const whole = tops[count] ?? 0
  const from = Math.max(0, lastAtOrBefore(tops, Math.max(0, scrollTop - spare), count))
  const to = Math.min(count, lastAtOrBefore(tops, scrollTop + height + spare, count) + 1)
  return { from, to, above: tops[from] ?? 0, below: whole - (tops[to] ?? whole) }
}

/** Index of the last of the first `count` tops that is not below `y`. */
function lastAtOrBefore(tops: readonly number[], y: number, count: number): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((tops[middle] ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return low
}
