import type { Json, Variables } from '../engine/index.ts'

/** An instant as FEEL writes it, `…+08:00[Asia/Shanghai]`. */
const ZONED = /^(\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d))\[[^\]]+\]$/

/** Values with their instants as everybody reads them (RFC 3339): FEEL writes the zone of `now()` behind the offset. */
export function withPlainTimes(values: Variables): Variables {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plainTime(value)]))
}

/** One such value; what is no instant stays as it is. */
export function plainTime(value: Json): Json {
  return typeof value === 'string' ? value.replace(ZONED, '$1') : value
}
