const officeOffset = 8 * 3_600_000

/** The date at the office (Asia/Shanghai, which has had no summer time since 1992) at a moment in UTC milliseconds. */
export const officeDate = (now: number): string => new Date(now + officeOffset).toISOString().slice(0, 10)

/** Date and time of day at the office, to the minute, at a moment in UTC milliseconds. */
export const officeMinute = (now: number): string => new Date(now + officeOffset).toISOString().slice(0, 16)

/** The moment (UTC milliseconds) of a wall-clock reading `YYYY-MM-DDThh:mm` at the office. */
export const officeMoment = (minute: string): number => Date.parse(`${minute}:00+08:00`)

/** Says whether `YYYY-MM-DD` names a day that exists. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const moment = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text)
}
