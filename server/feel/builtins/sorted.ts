/** Sorts stably by "goes before"; whatever the function answers, every item is in the result once. */
export function sorted<T>(items: readonly T[], precedes: (a: T, b: T) => boolean): T[] {
  if (items.length < 2) return [...items]
  const middle = items.length >> 1
  const [left, right] = [sorted(items.slice(0, middle), precedes), sorted(items.slice(middle), precedes)]
  const merged: T[] = []
  let [l, r] = [0, 0]
  while (l < left.length && r < right.length) {
    const [a, b] = [left[l] as T, right[r] as T]
    if (precedes(b, a)) {
      merged.push(b)
      r += 1
    } else {
      merged.push(a)
      l += 1
    }
  }
  return [...merged, ...left.slice(l), ...right.slice(r)]
}
