import { language } from './preferences.ts'

const DAY = 86_400_000
/** Days in forms are the office's, wherever the browser is. */
export const OFFICE_ZONE = 'Asia/Shanghai'
/** Offices of the People's Republic keep one time, without summer time since 1992. */
const OFFICE_OFFSET = 8 * 3_600_000
const WEEKDAYS = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const

let serverAhead = 0

/** Sets the clock of the screen by the server's. */
export function setOfficeClock(serverNow: string): void {
  serverAhead = Date.parse(serverNow) - Date.now()
}

/** The office's clock now, UTC ms. */
export const officeNow = (): number => Date.now() + serverAhead

const two = (value: number) => String(value).padStart(2, '0')
const shifted = (instant: string | number) =>
  new Date((typeof instant === 'string' ? Date.parse(instant) : instant) + OFFICE_OFFSET)
const weekday = (date: Date) => WEEKDAYS[language()][date.getUTCDay()] ?? ''

/** The number of the office's day an instant falls on. */
export const officeDay = (instant: string | number): number => Math.floor(shifted(instant).getTime() / DAY)

/** `2026-11-24 周二` */
export function longDate(instant: string | number): string {
  const date = shifted(instant)
  return `${date.getUTCFullYear()}-${monthDay(date)} ${weekday(date)}`
}

/** `11-24 周二` within this year, else with its year. */
export function shortDate(instant: string | number): string {
  const date = shifted(instant)
  return `${yearIfOther(date)}${monthDay(date)} ${weekday(date)}`
}

/** `11-24 14:07` */
export function shortTime(instant: string | number): string {
  const date = shifted(instant)
  return `${yearIfOther(date)}${monthDay(date)} ${clock(date)}`
}

/** `11-24 周二 14:07` */
export function dayTime(instant: string | number): string {
  return `${shortDate(instant)} ${clock(shifted(instant))}`
}

/** `14:07` */
export const clockTime = (instant: string | number): string => clock(shifted(instant))

/** `11-24 10:31:07.204`, for auditors. */
export function exactTime(instant: string | number): string {
  const date = shifted(instant)
  const ms = String(date.getUTCMilliseconds()).padStart(3, '0')
  return `${yearIfOther(date)}${monthDay(date)} ${clock(date)}:${two(date.getUTCSeconds())}.${ms}`
}

const monthDay = (date: Date) => `${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
const clock = (date: Date) => `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`
const yearIfOther = (date: Date) =>
  date.getUTCFullYear() === shifted(officeNow()).getUTCFullYear() ? '' : `${date.getUTCFullYear()}-`
