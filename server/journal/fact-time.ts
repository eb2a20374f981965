const OFFICE_OFFSET_MS = 8 * 60 * 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000

/** What speaks against the time at which a fact is said to have happened. */
export type FactObjection = 'in-future' | 'needs-reason'

/**
 * Judges when a fact is said to have happened against when it is entered, both UTC ms. Midnight at the office stands for
 * the whole day, of which only the end makes an entry late.
 * @param allowedMs how much later than the fact it may be entered without a reason
 */
export function factObjection(
  { happenedAt, enteredAt, reason }: { happenedAt: number; enteredAt: number; reason?: string | undefined },
  allowedMs: number,
): FactObjection | undefined {
  if (happenedAt > enteredAt) return 'in-future'
  return isLate({ happenedAt, enteredAt }, allowedMs) && !reason?.trim() ? 'needs-reason' : undefined
}

/** Whether a fact is entered later than is allowed without a reason. */
export function isLate(
  { happenedAt, enteredAt }: { happenedAt: number; enteredAt: number },
  allowedMs: number,
): boolean {
  return enteredAt - (happenedAt + (isWholeDay(happenedAt) ? DAY_MS : 0)) > allowedMs
}

/** Whether an instant stands for a day of the office. */
export function isWholeDay(instant: number): boolean {
  return (instant + OFFICE_OFFSET_MS) % DAY_MS === 0
}
