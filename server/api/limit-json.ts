import { dayOf } from '../deadlines/office-day.ts'
import { startEvents } from '../deadlines/parameters/start-events.ts'
import { explainEntry } from '../registers/count-limit-entry.ts'
import type { LimitEntry } from '../registers/limit-queries.ts'
import { citationJson } from './citations.ts'
import type { House } from './house.ts'
import type { Language } from './language.ts'
import type { LimitJson, LimitReasonJson } from './schemas/limit.ts'

const iso = (instant: number): string => new Date(instant).toISOString()

/** A limit as lists show it. */
export function limitJson({ parameter, startedAt, dueAt, remindAt, urgentAt, isProvisional }: LimitEntry): LimitJson {
  return {
    key: parameter.key,
    startDate: iso(startedAt),
    dueDate: iso(dueAt),
    remindDate: remindAt === null ? null : iso(remindAt),
    urgentDate: iso(urgentAt),
    isProvisional,
  }
}

/** The limit with its reason, counted again with the calendar it was counted with. */
export function limitReasonJson(house: House, entry: LimitEntry, language: Language): LimitReasonJson {
  const { parameter, calendarVersion } = entry
  const limit = explainEntry(entry, house.calendars.at(calendarVersion))
  if (!limit) throw new Error(`Expected a length of time for '${parameter.key}', found '${parameter.amount}'`)
  const { lastDay, rolledDay, skipped } = limit
  const { amount, mode, start, basis, marks, consequence, name } = parameter
  const day = dayOf(entry.startedAt)
  return {
    ...limitJson(entry),
    name: name[language],
    ...{ amount, mode, marks: [...marks], consequence, lastDay, rolledDay, skipped, calendarVersion },
    start: startEvents[start]?.[language] ?? start,
    basis: basis.map(ref => citationJson(house, ref, day, language)),
  }
}
