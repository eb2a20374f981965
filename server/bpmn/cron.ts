/** When something happens again and again, in the six fields of Spring's cron: second, minute, hour, day of month, month, day of week. */
export interface Cron {
  /** The first instant after this one, in UTC; undefined when there is none any more. */
  next(after: number): number | undefined
}

/** Whether a day fits a field; the month counts from 1. */
type DayRule = (day: { year: number; month: number; dayOfMonth: number; dayOfWeek: number }) => boolean

const DAY = 86_400_000
/** The calendar repeats after 28 years, or after 40 around a year like 2100. */
const DAYS_TO_SEARCH = 41 * 366

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')
const WEEKDAYS = 'SUN MON TUE WED THU FRI SAT'.split(' ')

const MACROS: Record<string, string> = {
  '@yearly': '0 0 0 1 1 *',
  '@annually': '0 0 0 1 1 *',
  '@monthly': '0 0 0 1 * *',
  '@weekly': '0 0 0 * * 0',
  '@daily': '0 0 0 * * *',
  '@midnight': '0 0 0 * * *',
  '@hourly': '0 0 * * * *',
}

/** Reads a cron expression; undefined when it is none. */
export function parseCron(text: string): Cron | undefined {
  const fields = (MACROS[text.trim()] ?? text).trim().split(/\s+/)
  if (fields.length !== 6) return undefined
  const [second, minute, hour, dayOfMonth, month, dayOfWeek] = fields as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const times = [numbersIn(hour, 0, 23), numbersIn(minute, 0, 59), numbersIn(second, 0, 59)]
  const months = numbersIn(named(month, MONTHS, 1), 1, 12)
  const rules = [dayOfMonthRule(dayOfMonth), dayOfWeekRule(named(dayOfWeek, WEEKDAYS, 0))]
  if (!months || times.some(each => !each) || rules.some(each => !each)) return undefined
  const isDay: DayRule = day => months.includes(day.month) && rules.every(rule => rule!(day))
  return { next: after => nextInstant(after, isDay, times as number[][]) }
}

function nextInstant(after: number, isDay: DayRule, times: number[][]): number | undefined {
  const from = Math.floor(after / 1000) * 1000 + 1000
  const firstDay = Math.floor(from / DAY) * DAY
  for (let day = 0; day < DAYS_TO_SEARCH; day++) {
    const midnight = firstDay + day * DAY
    const date = new Date(midnight)
    const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
    if (!isDay({ year, month, dayOfMonth, dayOfWeek: date.getUTCDay() })) continue
    const time = nextTime(day === 0 ? (from - firstDay) / 1000 : 0, times)
    if (time !== undefined) return midnight + time * 1000
  }
  return undefined
}

/** The first second of a day, from this one on, that fits. */
function nextTime(from: number, [hours, minutes, seconds]: number[][]): number | undefined {
  for (const hour of hours!) {
    if (hour * 3600 + 3599 < from) continue
    for (const minute of minutes!) {
      const begin = hour * 3600 + minute * 60
      const second = begin + 59 < from ? undefined : seconds!.find(each => begin + each >= from)
      if (second !== undefined) return begin + second
    }
  }
  return undefined
}

/** `*`, `5`, `1-5`, every tenth with a slash, `3/4`, and several of them with commas; sorted. */
function numbersIn(field: string, least: number, most: number): number[] | undefined {
  const found = new Set<number>()
  for (const part of field.split(',')) {
    const range = rangeOf(part, least, most)
    if (!range) return undefined
    for (let number = range.from; number <= range.to; number += range.step) found.add(number)
  }
  return [...found].sort((left, right) => left - right)
}

function rangeOf(part: string, least: number, most: number): { from: number; to: number; step: number } | undefined {
  const [, all, first, last, every] = /^(?:(\*|\?)|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,3}))?$/.exec(part) ?? []
  if (all === undefined && first === undefined) return undefined
  const from = all ? least : Number(first)
  const to = all || (every !== undefined && last === undefined) ? most : Number(last ?? first)
  const step = Number(every ?? 1)
  return from < least || to > most || from > to || step < 1 ? undefined : { from, to, step }
}

/** Also `L` (last day), `L-3`, `LW` (last weekday), `15W` (the weekday nearest to the 15th). */
function dayOfMonthRule(field: string): DayRule | undefined {
  const [, before] = /^L(?:-(\d{1,2}))?$/.exec(field) ?? []
  if (field === 'L' || before !== undefined)
    return ({ year, month, dayOfMonth }) => dayOfMonth === lastOf(year, month) - Number(before ?? 0)
  if (field === 'LW')
    return ({ year, month, dayOfMonth }) => dayOfMonth === nearestWeekday(year, month, lastOf(year, month))
  const [, near] = /^(\d{1,2})W$/.exec(field) ?? []
  if (near !== undefined)
    return ({ year, month, dayOfMonth }) => dayOfMonth === nearestWeekday(year, month, Number(near))
  const days = numbersIn(field, 1, 31)
  return days && (({ dayOfMonth }) => days.includes(dayOfMonth))
}

/** Also `5L` (last Friday), `5#2` (second Friday). Sunday is 0 and 7. */
function dayOfWeekRule(field: string): DayRule | undefined {
  const [, last] = /^([0-7])L$/.exec(field) ?? []
  if (last !== undefined)
    return ({ year, month, dayOfMonth, dayOfWeek }) =>
      dayOfWeek === Number(last) % 7 && dayOfMonth > lastOf(year, month) - 7
  const [, weekday, nth] = /^([0-7])#([1-5])$/.exec(field) ?? []
  if (nth !== undefined)
    return ({ dayOfMonth, dayOfWeek }) => dayOfWeek === Number(weekday) % 7 && Math.ceil(dayOfMonth / 7) === Number(nth)
  const days = numbersIn(field, 0, 7)?.map(day => day % 7)
  return days && (({ dayOfWeek }) => days.includes(dayOfWeek))
}

/** In the same month: Saturdays give the day before, Sundays the day after, where there is one. */
function nearestWeekday(year: number, month: number, day: number): number {
  const last = lastOf(year, month)
  const wanted = Math.min(day, last)
  const weekday = new Date(Date.UTC(year, month - 1, wanted)).getUTCDay()
  if (weekday === 6) return wanted > 1 ? wanted - 1 : wanted + 2
  if (weekday === 0) return wanted < last ? wanted + 1 : wanted - 2
  return wanted
}

function lastOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function named(field: string, names: string[], first: number): string {
  return field.toUpperCase().replace(/[A-Z]{3}/g, name => {
    const index = names.indexOf(name)
    return index < 0 ? name : String(index + first)
  })
}
