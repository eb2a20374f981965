import { addDays, dayOf, daysBetween } from '../deadlines/office-day.ts'
import { exclusionPolicyOf } from '../deadlines/parameters/exclusion-policy.ts'
import type { LimitParameter } from '../deadlines/parameters/limit-parameter.ts'
import { startEvents } from '../deadlines/parameters/start-events.ts'
import type { WorkCalendar } from '../deadlines/work-calendar.ts'
import { roleName } from '../identity/roles.ts'
import { explainEntry } from '../registers/count-limit-entry.ts'
import type { LimitEntry } from '../registers/limit-queries.ts'
import { fieldOfLaw } from './acts/case-office.ts'
import { citationJson } from './citations.ts'
import type { House } from './house.ts'
import type { Language } from './language.ts'
import { say } from './problem.ts'
import type { LimitJson, LimitReasonJson } from './schemas/limit.ts'

const iso = (instant: number): string => new Date(instant).toISOString()

/** A limit as lists show it. */
export function limitJson({ clock, calendars }: House, entry: LimitEntry): LimitJson {
  const { parameter, startedAt, dueAt, remindAt, urgentAt, isProvisional, stoppedAt, extensions } = entry
  return {
    key: parameter.key,
    startDate: iso(startedAt),
    dueDate: iso(dueAt),
    remindDate: remindAt === null ? null : iso(remindAt),
    urgentDate: iso(urgentAt),
    isProvisional,
    suspendedDate: stoppedAt === null ? null : iso(stoppedAt),
    extended: extensions.length,
    restDays: /\dWD$/.test(parameter.amount)
      ? daysWithoutWork(calendars.latest(), startedAt, Math.max(dueAt - 1, clock.now()))
      : null,
  }
}

/** What is long over is told in days as they come: nobody counts its working days. */
const LONGEST_DAYS = 366

function daysWithoutWork(calendar: WorkCalendar, from: number, until: number): string[] {
  const first = dayOf(from)
  const days = Math.min(daysBetween(first, dayOf(until)), LONGEST_DAYS)
  return Array.from({ length: days }, (_, index) => addDays(first, index + 1)).filter(day => !calendar.isWorkday(day))
}

/** The limit with its reason, counted again with the calendar it was counted with. */
export function limitReasonJson(house: House, entry: LimitEntry, language: Language): LimitReasonJson {
  const { parameter, calendarVersion } = entry
  const excluded = entry.excluded.map(({ kind, reason, ...period }) => ({
    ...period,
    reason: [kind && say(`exclusion.${kind}`, {}, language), reason]
      .filter(Boolean)
      .join(language === 'zh' ? '，' : ', '),
  }))
  const limit = explainEntry({ ...entry, excluded }, house.calendars.at(calendarVersion))
  if (!limit) throw new Error(`Expected a length of time for '${parameter.key}', found '${parameter.amount}'`)
  const { lastDay, rolledDay, skipped } = limit
  const { amount, mode, start, basis, marks, consequence, name } = parameter
  const day = dayOf(entry.startedAt)
  return {
    ...limitJson(house, entry),
    name: name[language],
    ...{ amount, mode, marks: [...marks], consequence, lastDay, rolledDay, skipped, calendarVersion },
    start: startEvents[start]?.[language] ?? start,
    workdayReading: workdayReading(house, entry),
    basis: basis.map(ref => citationJson(house, ref, day, language)),
    extensions: entry.extensions.map(({ amount: by, reason, at, by: who }) => ({
      ...{ amount: by, reason, date: iso(at), by: who.startsWith('job/') ? null : (house.people.nameOf(who) ?? who) },
    })),
    extension: extensionJson(house, parameter, language),
    excludable: exclusionPolicyOf(
      parameter,
      fieldOfLaw(house, house.instances.caseOf(entry.processInstanceKey) ?? null),
    ).kinds.map(value => ({ value, name: say(`exclusion.${value}`, {}, language) })),
  }
}

/** The last day if the days of the law are working days, which it does not say (rule C4). */
function workdayReading({ calendars }: House, { parameter, calendarVersion, ...entry }: LimitEntry): string | null {
  if (!parameter.isUnitOpen) return null
  const inWorkdays = { ...parameter, amount: parameter.amount.replace(/D$/, 'WD') }
  return explainEntry({ ...entry, parameter: inWorkdays }, calendars.at(calendarVersion))?.lastDay ?? null
}

/** By what a limit may be made longer, as that stands today. */
export function extensionJson(
  house: House,
  { extension }: LimitParameter,
  language: Language,
): LimitReasonJson['extension'] {
  const today = dayOf(house.clock.now())
  const by = extension && house.limitParameters.inForce(extension.by, today)?.parameter
  if (!extension || !by) return null
  return {
    ...{ amount: by.amount, times: extension.times, marks: [...extension.marks] },
    approvers: extension.approvers.map(role => roleName(role, language)),
    basis: extension.basis.map(ref => citationJson(house, ref, today, language)),
  }
}
