const WINDOW_MS = 15 * 60_000
/** One address may stand for a whole office. */
const ADDRESS_FACTOR = 5
/** More than this many names are an attack; the oldest are forgotten first. */
const MOST_NAMES = 10_000

/** Slows down guessing: counts failed sign-ins per account and per address, in memory. */
export interface SignInLimit {
  /** Milliseconds until the next attempt is let through; 0 when it is now. */
  waitFor(accountId: string, address: string): number
  /** Counts before the password is checked, so that attempts sent at once are counted too. */
  attempted(accountId: string, address: string): void
  /** Takes the attempt back: only failures count. */
  succeeded(accountId: string, address: string): void
}

/** @param limit failures of one account within 15 minutes; an address has five times as many. */
export function createSignInLimit(limit: number, now: () => number): SignInLimit {
  const failures = new Map<string, number[]>()

  function recent(name: string): number[] {
    const from = now() - WINDOW_MS
    return (failures.get(name) ?? []).filter(at => at > from)
  }

  function wait(name: string, most: number): number {
    const times = recent(name)
    return times.length < most ? 0 : times[times.length - most]! + WINDOW_MS - now()
  }

  function remember(name: string, most: number): void {
    const times = [...recent(name), now()].slice(-most)
    failures.delete(name)
    failures.set(name, times)
    if (failures.size > MOST_NAMES) failures.delete(failures.keys().next().value!)
  }

  return {
    waitFor: (accountId, address) =>
      Math.max(wait(`account ${accountId}`, limit), wait(`address ${address}`, limit * ADDRESS_FACTOR)),
    attempted(accountId, address) {
      remember(`account ${accountId}`, limit)
      remember(`address ${address}`, limit * ADDRESS_FACTOR)
    },
    succeeded(accountId, address) {
      failures.delete(`account ${accountId}`)
      failures.get(`address ${address}`)?.pop()
    },
  }
}
