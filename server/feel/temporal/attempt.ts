/** What a calendar calculation gives; undefined when there is no such day or zone, or it lies outside the calendar. */
export function attempt<T>(calculate: () => T): T | undefined {
  try {
    return calculate()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
