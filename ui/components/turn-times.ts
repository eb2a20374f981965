import type { Certificate } from '../api-types.ts'
import { twoTimes } from './two-times.ts'

/** Both times of what became of a certificate, where it was entered late. */
export function turnTimes({ effectiveAt, recordedAt, lateReason }: Certificate['changes'][number]) {
  return twoTimes({
    at: recordedAt ?? effectiveAt,
    ...(lateReason !== null && { happenedAt: effectiveAt, late: { reason: lateReason } }),
  })
}
