import type { Database } from 'better-sqlite3'
import type { RegisterRecord } from '../journal/act.ts'
import { definePatchedRegister } from './patched-register.ts'

const REGISTER = 'certificate-reminders'

/** What the clock began about certificates, so that it begins it once: renewals, and restorations after a suspension. */
export const certificateReminders = definePatchedRegister({
  ...{ name: REGISTER, table: 'certificate_reminder', key: 'reminder_id', begun: 'begunAt' },
  columns: ['kind', 'certificateId'],
})

/** The record that something was begun about a certificate. */
export function reminderRecord(reminderId: string, value: { kind: string; certificateId: string }): RegisterRecord {
  return { register: REGISTER, op: 'put', id: reminderId, value }
}

/** A suspension that is over, with a retraining if it asked for one. */
export interface EndedSuspension {
  matterId: string
  certificateId: string
  certNo: string
  personId: string
}

export interface CertificateReminders {
  isBegun(reminderId: string): boolean
  /** Suspensions whose last day lies before an office day, still in force, and nothing was begun about. */
  endedSuspensions(day: string, instant: string): EndedSuspension[]
}

const ENDED_SUSPENSIONS = `
  SELECT matter.matter_id AS matterId, certificate.certificate_id AS certificateId, certificate.number AS certNo,
    certificate.person_id AS personId
  FROM certificate_matter AS matter JOIN certificate
    ON certificate.number = matter.cert_no AND certificate.person_id = matter.holder_id
  WHERE matter.kind = 'suspend' AND matter.effective_at IS NOT NULL AND matter.suspend_until < @day
    AND (SELECT state FROM certificate_state AS change WHERE change.certificate_id = certificate.certificate_id
      AND effective_at <= @instant ORDER BY effective_at DESC LIMIT 1) = 'suspended'
    AND NOT EXISTS (SELECT 1 FROM certificate_reminder WHERE reminder_id = 'restore/' || matter.matter_id)
    AND NOT EXISTS (SELECT 1 FROM certificate_matter AS later WHERE later.cert_no = matter.cert_no
      AND later.kind = 'suspend' AND later.effective_at > matter.effective_at)
    AND (coalesce(matter.retrain, 0) = 0 OR EXISTS (SELECT 1 FROM training_hour WHERE person_id = matter.holder_id
      AND kind = 'retraining' AND result = 'passed' AND held_on >= substr(datetime(matter.effective_at, '+8 hours'), 1, 10)))
  ORDER BY matter.matter_id`

/** Prepares the questions once. */
export function openCertificateReminders(db: Database): CertificateReminders {
  const one = db.prepare<[string]>('SELECT 1 FROM certificate_reminder WHERE reminder_id = ?')
  const ended = db.prepare<object, EndedSuspension>(ENDED_SUSPENSIONS)
  return {
    isBegun: reminderId => one.get(reminderId) !== undefined,
    endedSuspensions: (day, instant) => ended.all({ day, instant }),
  }
}
