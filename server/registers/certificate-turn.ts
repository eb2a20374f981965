import type { RegisterRecord } from '../journal/act.ts'
import type { CertificateState } from './certificates.ts'

/** The record that a certificate stands otherwise from an instant on; it says whose it is, for his history. */
export function certificateTurn({
  certificateId,
  personId,
  state,
  effectiveAt,
  reason,
  recordedAt,
}: {
  certificateId: string
  personId: string
  state: CertificateState
  /** ISO instant. */
  effectiveAt: string
  reason: string
  /** UTC ms. */
  recordedAt: number
}): RegisterRecord {
  const recorded = { recordedAt: new Date(recordedAt).toISOString(), lateReason: null }
  const value = { certificateId, state, effectiveAt, reason, ...recorded, personId }
  return { register: 'certificate-states', op: 'put', id: `${certificateId}/${effectiveAt}`, value }
}
