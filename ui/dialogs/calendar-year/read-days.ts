import { addDays, isDay, type OfficeDay } from '../../../server/deadlines/office-day.ts'

/** The days that lines of text name, or the first line that names none. */
export type ReadDays = { days: OfficeDay[] } | { line: number; text: string }

/** The longest range: no holiday lasts longer, and a slip of the pen would. */
const LONGEST = 31

/** Reads one day (`2027-01-01`) or one range (`2027-02-05 至 2027-02-11`, also with `~` or `..`) a line; empty lines are left out. */
export function readDays(text: string): ReadDays {
  const days: OfficeDay[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const trimmed = line.trim()
    if (trimmed === '') continue
    const found = daysOf(trimmed)
    if (!found) return { line: index + 1, text: trimmed }
    days.push(...found)
  }
  return { days: [...new Set(days)].sort() }
}

function daysOf(line: string): OfficeDay[] | undefined {
  const [first = '', last = first, ...rest] = line.split(/\s*(?:至|到|~|～|\.\.)\s*/)
  if (rest.length > 0 || !isDay(first) || !isDay(last) || last < first) return undefined
  const days = [first]
  for (let day = addDays(first, 1); day <= last && days.length <= LONGEST; day = addDays(day, 1)) days.push(day)
  return days.length > LONGEST ? undefined : days
}
