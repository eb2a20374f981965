import { instantOfText } from '../deadlines/instant-text.ts'

const OFFICE_OFFSET_MS = 8 * 60 * 60 * 1000

/** An instant as a file shows it, at the office's clock to the minute: `2026-11-24 09:30`; a day stays a day, nothing is empty. */
export function officeTime(instant: string | null | undefined): string {
  if (!instant) return ''
  if (!instant.includes('T')) return instant
  return new Date(instantOfText(instant) + OFFICE_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ')
}
