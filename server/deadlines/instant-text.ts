import type { Instant } from './office-day.ts'

/**
 * The instant of a text as FEEL writes one: ISO 8601 with an offset, perhaps with the zone behind it (`…+08:00[Asia/Shanghai]`),
 * or as `string(now())` has it, with the zone alone (`…@Asia/Shanghai`). Not a number for anything else.
 */
export function instantOfText(text: string): Instant {
  const [time = '', zone] = text.replace(/\[.*\]$/, '').split('@')
  return Date.parse(zone === undefined ? time : `${time}${OFFSETS[zone] ?? zone}`)
}

/** The zones an office's clock can have. */
const OFFSETS: Readonly<Record<string, string>> = { 'Asia/Shanghai': '+08:00', UTC: 'Z' }
