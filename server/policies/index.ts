import { auxiliaryStaff } from './auxiliary-staff.ts'
import { candidate } from './candidate.ts'
import { certificate } from './certificate.ts'
import { certificateMatter } from './certificate-matter.ts'
import { certificateValues } from './certificate-values.ts'
import { checklist } from './checklist.ts'
import { coercionBasis } from './coercion-basis.ts'
import { designation } from './designation.ts'
import { disputeParty } from './dispute-party.ts'
import { fileReview } from './file-review.ts'
import { filing } from './filing.ts'
import { loan } from './loan.ts'
import { night } from './night.ts'
import { noOverruling } from './no-overruling.ts'
import { onlyAdded } from './only-added.ts'
import type { Objection, Policy, TaskRequest } from './policy.ts'
import { preservedGoods } from './preserved-goods.ts'
import { processAdministrator } from './process-administrator.ts'
import { qualification } from './qualification.ts'
import { recusal } from './recusal.ts'
import { reviewGate } from './review-gate.ts'
import { separationOfDuty } from './separation-of-duty.ts'
import { subject } from './subject.ts'
import { supervision } from './supervision.ts'
import { suspended } from './suspended.ts'
import { transferActs } from './transfer-acts.ts'
import { transferGoods } from './transfer-goods.ts'
import { transferSubject } from './transfer-subject.ts'
import { twoPersons } from './two-persons.ts'
import { whistle } from './whistle.ts'

/** The rules over user tasks, in the order in which their objection is told: who, then with whom, then what. */
const overPersons: readonly Policy[] = [
  processAdministrator,
  supervision,
  candidate,
  suspended,
  auxiliaryStaff,
  certificate,
  certificateMatter,
  recusal,
  loan,
  separationOfDuty,
  designation,
  disputeParty,
  fileReview,
  qualification,
  twoPersons,
]

/** Those that judge what is about to be stored, not who stores it. */
const overValues: readonly Policy[] = [
  certificateValues,
  subject,
  transferSubject,
  transferActs,
  transferGoods,
  coercionBasis,
  preservedGoods,
  filing,
  reviewGate,
  noOverruling,
  checklist,
  onlyAdded,
  night,
  whistle,
]

/** Verbs that only take a task off somebody's desk; the rules of the trade do not bar them. */
const HOUSEKEEPING = new Set(['release'])

/** The first objection of the rules to doing this with a task, or nothing. */
export function objectionTo(request: TaskRequest): Objection | undefined {
  if (HOUSEKEEPING.has(request.verb)) return firstOf([candidate, suspended], request)
  return firstOf(overPersons, request) ?? objectionToValues(request)
}

/** The first objection to what is about to be stored, by somebody who was asked about already. */
export function objectionToValues(request: TaskRequest): Objection | undefined {
  return firstOf(overValues, request)
}

function firstOf(asked: readonly Policy[], request: TaskRequest): Objection | undefined {
  for (const policy of asked) {
    const objection = policy(request)
    if (objection) return objection
  }
  return undefined
}

export { objectionToSubstitute, objectionToTakingOver } from './absence.ts'
export { appointmentFor } from './candidate.ts'
export { certificate as objectionToCertificate, isCertified, neededCertificate } from './certificate.ts'
export { filedBeforeAsOf } from './filing.ts'
export type { Filing } from './first-filed.ts'
export { objectionToMigration } from './instance-migration.ts'
export { DECIDING, TASK_KINDS } from './kinds.ts'
export { objectionToVerb, type VerbUse } from './lawfulness/objection-to-verb.ts'
export { cellOf, type Verdict } from './lawfulness/table.ts'
export { LAW_VERB_IDS, LAW_VERBS, type LawVerbId } from './lawfulness/verbs.ts'
export {
  objectionToApprover,
  objectionToExclusion,
  objectionToExtension,
  objectionToSuspending,
  type PolicyLimit,
} from './limit-acts.ts'
export { policyParameters } from './parameters.ts'
export { type Indicator, objectionToIndicators } from './penalty-link.ts'
export type {
  Objection,
  Participation,
  PolicyAppointment,
  PolicyCase,
  PolicyCertificate,
  PolicyHolder,
  PolicyParameters,
  PolicyPerson,
  PolicyQualification,
  PolicyTask,
  TaskRequest,
  TaskVerb,
} from './policy.ts'
export { objectionToPublication } from './publication.ts'
export { isQualified } from './qualification.ts'
export { objectionToHandler } from './separation-of-duty.ts'
export { objectionToStart } from './starter.ts'
export { objectionToSubject, type Subject } from './subject.ts'
export { objectionToSuspended } from './suspended.ts'
export { policyWords } from './words.ts'
