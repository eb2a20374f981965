import type { Entry } from '../journal/act.ts'

/** When the fact of an entry happened, as answers say it; nothing where it happened as it was entered. */
export function twoTimesOf({ happenedAt, late }: Pick<Entry, 'happenedAt' | 'late'>): {
  happenedAt?: string
  late?: { reason: string }
} {
  return {
    ...(happenedAt !== undefined && { happenedAt: new Date(happenedAt).toISOString() }),
    ...(late && { late }),
  }
}
