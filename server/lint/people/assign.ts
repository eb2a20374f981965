/** What somebody is sought for: one of several persons. */
export interface Part<Person> {
  id: string
  persons: readonly Person[]
}

const MOST_TRIES = 5_000

/**
 * Gives every part a person so that parts that are apart have different ones; undefined when there is no such way.
 * With too many ways to try it is left open, and the first found so far does not count as a no.
 */
export function assign<Person>(
  parts: readonly Part<Person>[],
  areApart: (one: string, other: string) => boolean,
): ReadonlyMap<string, Person> | 'open' | undefined {
  // Who has the fewest to choose from chooses first.
  const order = [...parts].sort((a, b) => a.persons.length - b.persons.length)
  const given = new Map<string, Person>()
  let tries = 0
  const place = (index: number): boolean => {
    const part = order[index]
    if (!part) return true
    for (const person of part.persons) {
      if (++tries > MOST_TRIES) return false
      const clashes = [...given].some(([other, taken]) => taken === person && areApart(part.id, other))
      if (clashes) continue
      given.set(part.id, person)
      if (place(index + 1)) return true
      given.delete(part.id)
    }
    return false
  }
  if (place(0)) return given
  return tries > MOST_TRIES ? 'open' : undefined
}
