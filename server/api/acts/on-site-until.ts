import { limitStart } from '../../clock/limit-expressions.ts'
import { dayOf } from '../../deadlines/office-day.ts'
import type { Instant } from '../../engine/index.ts'
import { countEntry } from '../../registers/count-limit-entry.ts'
import type { House } from '../house.ts'

/**
 * Until when a body that signed for a whistle must be on site, counted as the limit of arriving will be; nothing where it did
 * not sign or the office counts none.
 */
export function onSiteUntil(
  { limitParameters, calendars }: Pick<House, 'limitParameters' | 'calendars'>,
  known: Readonly<Record<string, unknown>>,
): Instant | undefined {
  const { signAt, level } = known
  const startedAt = typeof signAt === 'string' ? limitStart('=signAt', { signAt }) : undefined
  if (startedAt === undefined) return undefined
  const parameter = limitParameters.inForce(`whistle.onsite.${String(level)}`, dayOf(startedAt))?.parameter
  return parameter && countEntry({ parameter, startedAt, excluded: [], extensions: [] }, calendars.latest())?.dueAt
}
