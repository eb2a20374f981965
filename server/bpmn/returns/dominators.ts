/** A directed graph with one entry: what comes after each node. */
export interface Digraph {
  entry: string
  after: ReadonlyMap<string, readonly string[]>
}

/**
 * The immediate dominator of every node that the entry reaches: the last one that every way to it passes (Cooper, Harvey,
 * Kennedy, "A Simple, Fast Dominance Algorithm"). The entry has none.
 */
export function immediateDominators({ entry, after }: Digraph): Map<string, string> {
  const order = reversePostorder({ entry, after })
  const rank = new Map(order.map((id, index) => [id, index]))
  const before = new Map<string, string[]>(order.map(id => [id, []]))
  for (const id of order) for (const next of after.get(id) ?? []) before.get(next)?.push(id)
  const found = new Map<string, string>([[entry, entry]])
  const rankOf = (id: string) => rank.get(id)!
  const meet = (one: string, other: string): string => {
    let [a, b] = [one, other]
    while (a !== b)
      if (rankOf(a) > rankOf(b)) a = found.get(a)!
      else b = found.get(b)!
    return a
  }
  for (let isChanged = true; isChanged; ) {
    isChanged = false
    for (const id of order.slice(1)) {
      const known = before.get(id)!.filter(each => found.has(each))
      const dominator = known.reduce(meet)
      if (found.get(id) === dominator) continue
      found.set(id, dominator)
      isChanged = true
    }
  }
  found.delete(entry)
  return found
}

/** Whether every way to a node passes another one; no node dominates itself here. */
export function dominates(immediate: ReadonlyMap<string, string>, upper: string, lower: string): boolean {
  for (let at = immediate.get(lower); at !== undefined; at = immediate.get(at)) if (at === upper) return true
  return false
}

function reversePostorder({ entry, after }: Digraph): string[] {
  const done: string[] = []
  const seen = new Set([entry])
  const path: { id: string; rest: string[] }[] = [{ id: entry, rest: [...(after.get(entry) ?? [])] }]
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const next = top.rest.shift()
    if (next === undefined) done.push(path.pop()!.id)
    else if (!seen.has(next)) {
      seen.add(next)
      path.push({ id: next, rest: [...(after.get(next) ?? [])] })
    }
  }
  return done.reverse()
}
