import type { CalendarYear } from '../../api-types.ts'

/** Reads `{ year, source, holidays, workdays }` from a file of JSON; undefined when it is none. The server judges the days. */
export function readCalendarFile(text: string): CalendarYear | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const { year, source, holidays, workdays } = value as Record<string, unknown>
  if (typeof year !== 'number' || typeof source !== 'string' || !isTexts(holidays) || !isTexts(workdays))
    return undefined
  return { year, source, holidays, workdays }
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every(each => typeof each === 'string')
