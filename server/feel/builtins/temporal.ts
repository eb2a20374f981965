import { Temporal } from 'temporal-polyfill'
import type { Run } from '../run.ts'
import { FeelDate } from '../temporal/feel-date.ts'
import { FeelDateTime } from '../temporal/feel-date-time.ts'
import type { FeelDuration } from '../temporal/feel-duration.ts'
import type { FeelPeriod } from '../temporal/feel-period.ts'
import type { FeelNumber } from '../values/feel-value.ts'
import { toInteger } from '../values/numbers.ts'
import { type Declaration, declare } from './builtin.ts'
import { dayOf } from './temporal-conversion.ts'

type Day = FeelDate | FeelDateTime
type Span = FeelDuration | FeelPeriod

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const declarations: readonly Declaration[] = [
  ['now()', (run: Run) => new FeelDateTime(currentTime(run))],
  ['today()', (run: Run) => new FeelDate(currentTime(run).toPlainDate())],
  ['day of week(date: date|date and time)', (date: Day) => DAYS[dayOf(date).plain.dayOfWeek - 1] ?? null],
  ['day of year(date: date|date and time)', (date: Day) => dayOf(date).plain.dayOfYear],
  ['week of year(date: date|date and time)', (date: Day) => dayOf(date).plain.weekOfYear ?? null],
  ['month of year(date: date|date and time)', (date: Day) => MONTHS[dayOf(date).plain.month - 1] ?? null],
  ['last day of month(date: date|date and time)', (date: Day) => lastDay(dayOf(date))],
  ['cycle(interval: duration)', (interval: Span) => `R/${interval}`],
  [
    'cycle(repetitions: number|null, interval: duration)',
    (repetitions: FeelNumber | null, interval: Span) => repeated(repetitions, interval),
  ],
]

/** Functions on dates, and how a timer is told to repeat itself. `now` and `today` read the clock and the zone of the context, never those of the machine. */
export const temporalBuiltins = declare(declarations)

function currentTime({ context }: Run): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(context.now()).toZonedDateTimeISO(context.zone ?? 'UTC')
}

function lastDay({ plain }: FeelDate): FeelDate {
  return new FeelDate(plain.with({ day: plain.daysInMonth }))
}

function repeated(repetitions: FeelNumber | null, interval: Span): string | null {
  if (repetitions === null) return `R/${interval}`
  const times = toInteger(repetitions)
  return times === undefined ? null : `R${times}/${interval}`
}
