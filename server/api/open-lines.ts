/** More are a program that has lost count; every line is told of every commit. */
const MOST_LINES = 20

/** The lines to browsers that stand open, counted by person. */
export interface OpenLines {
  /** Counts one more; returns how to take it back, or undefined when there are too many. */
  enter(personId: string): (() => void) | undefined
}

export function createOpenLines(): OpenLines {
  const counts = new Map<string, number>()
  return {
    enter(personId) {
      const count = counts.get(personId) ?? 0
      if (count >= MOST_LINES) return undefined
      counts.set(personId, count + 1)
      return () => {
        const left = (counts.get(personId) ?? 1) - 1
        if (left > 0) counts.set(personId, left)
        else counts.delete(personId)
      }
    },
  }
}
