const WINDOW_MS = 15 * 60_000
/** One address may stand for a whole office, and an account must not be shut by whoever types its name. */
const WIDE_FACTOR = 5
/** More than this many names are an attack; the oldest are forgotten first. */
const MOST_NAMES = 10_000

/** Slows down guessing: counts failed sign-ins of an account at an address, of the account and of the address, in memory. */
export interface SignInLimit {
  /** Milliseconds until the next attempt is let through; 0 when it is now. */
  waitFor(accountId: string, address: string): number
  /** Counts before the password is checked, so that attempts sent at once are counted too. */
  attempted(accountId: string, address: string): void
  /** Takes the attempt back, and forgets the failures before it at this address. */
  succeeded(accountId: string, address: string): void
}

/** @param limit failures of one account at one address within 15 minutes; account and address alone have five times as many. */
export function createSignInLimit(limit: number, now: () => number): SignInLimit {
  const failures = new Map<string, number[]>()
  const countersOf = (accountId: string, address: string): [name: string, most: number][] => [
    [`at ${address} ${accountId}`, limit],
    [`account ${accountId}`, limit * WIDE_FACTOR],
    [`address ${address}`, limit * WIDE_FACTOR],
  ]

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
      Math.max(...countersOf(accountId, address).map(([name, most]) => wait(name, most))),
    attempted(accountId, address) {
      for (const [name, most] of countersOf(accountId, address)) remember(name, most)
    },
    succeeded(accountId, address) {
      const [here = '', ...wide] = countersOf(accountId, address).map(([name]) => name)
      failures.delete(here)
      for (const name of wide) failures.get(name)?.pop()
    },
  }
}
