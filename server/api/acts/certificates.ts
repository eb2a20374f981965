import type { CertificateKind } from '../../registers/certificates.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { type Change, changeOf, changeRegisters } from './change-registers.ts'
import { requirePerson } from './people.ts'
import { Complaints } from './register-checks.ts'

/** A certificate as it is issued; its number names it. */
export interface WantedCertificate {
  personId: string
  kind: CertificateKind
  number: string
  /** Office dates, both included. */
  validFrom: string
  validTo: string
}

/** Enters a certificate that was issued. */
export async function addCertificate(house: House, caller: Caller, wanted: WantedCertificate): Promise<void> {
  const complaints = new Complaints()
  if (house.people.nameOf(wanted.personId) === undefined)
    complaints.add('personId', 'register.unknown-person', { found: wanted.personId })
  complaints.period(['validFrom', wanted.validFrom], ['validTo', wanted.validTo])
  const change = certificateChange(house, wanted)
  if (change.before) complaints.add('number', 'register.number-taken', { found: wanted.number })
  complaints.refuse()
  await changeRegisters(house, caller, {
    verb: 'certificate.add',
    permission: 'certify',
    subject: { personId: wanted.personId, certificateId: change.id },
    changes: [change],
    holders: [wanted.personId],
  })
}

/** Corrects the days of a certificate. */
export async function changeCertificate(
  house: House,
  caller: Caller,
  certificateId: string,
  { validFrom, validTo, reason }: { validFrom: string; validTo: string; reason: string },
): Promise<void> {
  const { personId } = requireCertificate(house, certificateId)
  const complaints = new Complaints()
  complaints.period(['validFrom', validFrom], ['validTo', validTo])
  complaints.refuse()
  await changeRegisters(house, caller, {
    verb: 'certificate.change',
    permission: 'certify',
    subject: { personId, certificateId },
    changes: [changeOf(house, 'certificates', certificateId, { validFrom, validTo })],
    reason,
    holders: [personId],
  })
}

/** What becomes of a certificate, from when; a turn entered late says why. */
export interface WantedTurn {
  state: string
  effectiveAt: string
  reason: string
  lateReason?: string | undefined
}

/** Suspends, withdraws, cancels, reports lost or restores a certificate from an instant on, which may lie in the past. */
export async function turnCertificate(
  house: House,
  caller: Caller,
  certificateId: string,
  { state, effectiveAt, reason, lateReason }: WantedTurn,
): Promise<void> {
  const { personId } = requireCertificate(house, certificateId)
  const at = new Date(effectiveAt).toISOString()
  const turn = changeOf(house, 'certificate-states', `${certificateId}/${at}`, {
    ...{ certificateId, state, effectiveAt: at, reason },
    ...{ recordedAt: new Date(house.clock.now()).toISOString(), lateReason: lateReason ?? null },
  })
  await changeRegisters(house, caller, {
    verb: `certificate.${state}`,
    permission: 'certify',
    subject: { personId, certificateId },
    // The record says whose certificate it is, for his history.
    changes: [{ ...turn, after: { ...turn.after, personId } }],
    reason,
    facts: [{ happenedAt: Date.parse(at), reason: lateReason, path: '/effectiveAt' }],
    holders: [personId],
  })
}

/** What makes somebody a legal reviewer of penalty decisions (行政处罚法 第58条第2款). */
export interface WantedQualification {
  /** Number of the national legal qualification. */
  number: string | null
  grantedOn: string | null
  reviewerSince: string | null
  /** Why it is not needed. */
  exemption: string | null
}

/** Enters or changes the legal qualification of a reviewer. */
export async function putQualification(
  house: House,
  caller: Caller,
  personId: string,
  { reason, ...wanted }: WantedQualification & { reason?: string | undefined },
): Promise<void> {
  requirePerson(house, personId)
  const complaints = new Complaints()
  if (wanted.grantedOn !== null) complaints.day('grantedOn', wanted.grantedOn)
  if (wanted.reviewerSince !== null) complaints.day('reviewerSince', wanted.reviewerSince)
  if (wanted.number === null && wanted.exemption === null) complaints.add('exemption', 'register.no-exemption')
  complaints.refuse()
  await changeRegisters(house, caller, {
    verb: 'qualification.change',
    permission: 'certify',
    subject: { personId },
    changes: [changeOf(house, 'qualifications', personId, { ...wanted })],
    reason,
    holders: [personId],
  })
}

/** The change that enters a certificate; the same number of the same kind entered again is a change of it. */
export function certificateChange(house: House, wanted: WantedCertificate): Change {
  return changeOf(house, 'certificates', `${wanted.kind}-${wanted.number}`, { ...wanted })
}

function requireCertificate(house: House, certificateId: string): { personId: string } {
  const found = house.registers.find('certificates', certificateId)
  if (!found) throw new Problem('resource.not-found')
  return { personId: String(found.personId) }
}
