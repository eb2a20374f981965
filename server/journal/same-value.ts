/** The same members with the same plain values; what holds lists or objects counts as another value. */
export function isSameValue(a: object, b: object): boolean {
  if (a === b) return true
  const names = Object.keys(a)
  if (names.length !== Object.keys(b).length) return false
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  for (const name of names) if (left[name] !== right[name]) return false
  return true
}
