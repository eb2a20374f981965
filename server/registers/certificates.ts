import type { Database } from 'better-sqlite3'
import { dayOf, type Instant } from '../deadlines/office-day.ts'

/** For enforcement (行政执法证) or for the supervision of it (行政执法监督证). */
export const CERTIFICATE_KINDS = ['enforcement', 'supervision'] as const
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number]

/** What an act can make of a certificate; `valid` restores it. */
export const CERTIFICATE_ACTS = ['valid', 'suspended', 'withdrawn', 'cancelled', 'lost'] as const

/** How a certificate stands at an instant; before its first day it is `pending`, after its last `expired`. */
export const CERTIFICATE_STATES = [...CERTIFICATE_ACTS, 'expired', 'pending'] as const
export type CertificateState = (typeof CERTIFICATE_STATES)[number]

export interface Certificate {
  certificateId: string
  personId: string
  kind: CertificateKind
  number: string
  /** Office dates, both included. */
  validFrom: string
  validTo: string
  /** As of the instant asked for. */
  state: CertificateState
}

/** One turn in the life of a certificate. */
export interface CertificateChange {
  state: CertificateState
  /** ISO instant. */
  effectiveAt: string
  reason: string
  /** ISO instant; of older entries unknown. */
  recordedAt: string | null
  /** Why it was entered late. */
  lateReason: string | null
}

/** What is asked of the register of certificates; on any connection, also inside a transaction. */
export interface Certificates {
  /** Every certificate of a person, each as it stood at the instant: acts are judged by the moment they were done. */
  certificatesOf(personId: string, instant: Instant): Certificate[]
  find(certificateId: string, instant: Instant): Certificate | undefined
  /** Everybody who has or had one. */
  holders(): string[]
  /** What became of it, oldest first. */
  changesOf(certificateId: string): CertificateChange[]
}

/** As of @at: the latest change that had taken effect; a valid one is judged by its dates on @date. */
const AS_OF = `SELECT certificate_id AS certificateId, person_id AS personId, kind, number, valid_from AS validFrom,
    valid_to AS validTo, CASE
      WHEN turn <> 'valid' THEN turn WHEN valid_to < @date THEN 'expired' WHEN valid_from > @date THEN 'pending' ELSE 'valid'
    END AS state
  FROM (SELECT certificate.*, coalesce((
      SELECT state FROM certificate_state AS change
      WHERE change.certificate_id = certificate.certificate_id AND effective_at <= @at
      ORDER BY effective_at DESC LIMIT 1), 'valid') AS turn
    FROM certificate)`

/** Prepares the questions once. */
export function openCertificates(db: Database): Certificates {
  const asOf = (instant: Instant) => ({ at: new Date(instant).toISOString(), date: dayOf(instant) })
  const ofPerson = db.prepare<object, Certificate>(
    `SELECT * FROM (${AS_OF}) WHERE personId = @personId ORDER BY validTo DESC, certificateId`,
  )
  const holders = db.prepare<[], string>('SELECT DISTINCT person_id FROM certificate ORDER BY person_id').pluck()
  const one = db.prepare<object, Certificate>(`SELECT * FROM (${AS_OF}) WHERE certificateId = @certificateId`)
  const changes = db.prepare<[string], CertificateChange>(
    `SELECT state, effective_at AS effectiveAt, reason, recorded_at AS recordedAt, late_reason AS lateReason FROM certificate_state WHERE certificate_id = ? ORDER BY effective_at`,
  )
  return {
    holders: () => holders.all(),
    certificatesOf: (personId, instant) => ofPerson.all({ personId, ...asOf(instant) }),
    find: (certificateId, instant) => one.get({ certificateId, ...asOf(instant) }),
    changesOf: certificateId => changes.all(certificateId),
  }
}
