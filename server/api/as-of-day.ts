import { z } from '@hono/zod-openapi'
import { dayOf, endOf, isDay, type OfficeDay } from '../deadlines/office-day.ts'
import type { House } from './house.ts'
import { wrongFields } from './problem.ts'

/** The office day as of which a register is read. */
export const OfDay = z
  .string()
  .max(10)
  .optional()
  .openapi({ example: '2026-03-01', description: 'Reads the register as it was on that day; default: now' })

/** As of when a register is read. */
export interface DayAsked {
  day: OfficeDay
  /** The last instant of that day, or now. */
  at: number
  isPast: boolean
  /** Handed to a list: the day, if it is over. */
  past: { day?: OfficeDay }
}

/** @throws Problem 422 for what is no day, or has not come yet */
export function dayAsked({ clock }: House, day: string | undefined): DayAsked {
  const now = clock.now()
  const today = dayOf(now)
  if (day === undefined || day === today) return { day: today, at: now, isPast: false, past: {} }
  if (!isDay(day)) throw wrongFields([{ path: '/day', id: 'register.not-a-day', params: { found: day } }])
  if (day > today) throw wrongFields([{ path: '/day', id: 'register.day-to-come', params: {} }])
  return { day, at: endOf(day) - 1, isPast: true, past: { day } }
}
