/** The office's zone has known no summer time since 1992: always eight hours ahead of UTC. */
const OFFSET_MS = 8 * 60 * 60 * 1000

/** The office's calendar day (Asia/Shanghai, whatever TZ says) at an instant in UTC ms, as `YYYY-MM-DD`. */
export function officeDate(instant: number): string {
  return new Date(instant + OFFSET_MS).toISOString().slice(0, 10)
}
