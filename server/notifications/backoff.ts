const MINUTE_MS = 60_000

/** Minutes until the next attempt, after the first, the second … failure; after the last of them nothing is tried. */
const WAITS = [1, 5, 15, 60, 240, 720, 1440]

/** When to try again after so many failed attempts, UTC ms; undefined: no more. */
export function nextAttempt(attempts: number, now: number): number | undefined {
  const minutes = WAITS[attempts - 1]
  return minutes === undefined ? undefined : now + minutes * MINUTE_MS
}
