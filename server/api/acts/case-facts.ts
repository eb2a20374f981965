import { dayOf } from '../../deadlines/office-day.ts'
import type { Instant, Variables } from '../../engine/index.ts'
import { type PolicyCase, type PolicyParameters, policyParameters } from '../../policies/index.ts'
import type { TaskNow } from '../../projections/index.ts'
import type { House } from '../house.ts'
import { suspensionNow } from './case-office.ts'
import { filingsOf } from './filings.ts'
import { lazy } from './lazy.ts'
import { onSiteUntil } from './on-site-until.ts'

/**
 * What the rules ask of a task's case; each fact is fetched when a rule reads it, most tasks need none. What is
 * registered comes first, what the procedure's variables say can only add to it: they can be repaired by operators.
 * @param values what is about to be stored
 */
export function caseFacts(house: House, task: TaskNow, at: Instant, values: Variables = {}): PolicyCase {
  const { caseNo, processInstanceKey, elementInstanceKey } = task
  const registered = lazy({
    case: () => (caseNo === null ? undefined : house.cases.find(caseNo)),
    review: () => house.reviews.find(processInstanceKey),
    reviews: () => (caseNo === null ? [] : house.reviews.ofCase(caseNo)),
  })
  const facts: PolicyCase = lazy<PolicyCase>({
    known: () => house.engine.visibleVariables(processInstanceKey, elementInstanceKey) ?? {},
    isRegistered: () => registered.case !== undefined,
    isUnder58: () =>
      registered.case?.isUnder58 === true ||
      registered.reviews.some(({ reviewType, clause58 }) => reviewType === 'penalty' && clause58.length > 0) ||
      facts.known.is58 === true,
    hardGate: () => registered.review?.isHardGate === true || facts.isUnder58 || facts.known.hardGate === true,
    passedReviewAt: () => (caseNo === null ? undefined : house.reviews.passedAt(caseNo)),
    lastMaterialChangeAt: () => registered.case?.lastMaterialChangeAt,
    reviewType: () => registered.review?.reviewType ?? textOf(facts.known.reviewType),
    itemCode: () => registered.case?.itemCode ?? textOf(values.itemCode) ?? textOf(facts.known.itemCode),
    itemName: () => facts.itemCode && house.items.find(facts.itemCode, dayOf(at))?.name,
    hasCoercionBasis: () => {
      const item = facts.itemCode === undefined ? undefined : house.items.find(facts.itemCode, dayOf(at))
      return item !== undefined && item.coercionBasis.length > 0
    },
    filings: () => {
      const orgCode = textOf(facts.known.orgCode)
      return filingsOf(house, registered.case, { ...facts.known, ...values, ...(orgCode && { orgCode }) })
    },
    orgName: () => {
      const org = registered.case?.orgCode ?? textOf(facts.known.orgCode)
      return org && (house.people.findOrganisation(org)?.name ?? org)
    },
    isEmpowered: () => {
      const { itemCode } = facts
      const org = registered.case?.orgCode ?? textOf(facts.known.orgCode)
      return itemCode !== undefined && org !== undefined && house.items.isEmpowered(org, itemCode, dayOf(at))
    },
    recused: () => (caseNo === null ? house.recusals.ofInstance(processInstanceKey) : house.recusals.ofCase(caseNo)),
    suspension: () => (caseNo === null ? undefined : suspensionNow(house, caseNo)),
    holderId: () => textOf(facts.known.holderId),
    powerOver: () => (org: string, itemCode: string) => ({
      isEmpowered: house.items.isEmpowered(org, itemCode, dayOf(at)),
      item: house.items.find(itemCode, dayOf(at))?.name,
      orgName: house.people.findOrganisation(org)?.name ?? org,
    }),
    certificatesOf:
      () =>
      (personId, instant = at) =>
        house.registers.certificates.certificatesOf(personId, instant),
    rolesOf: () => personId => house.people.findPerson(personId, dayOf(at))?.appointments.map(({ role }) => role) ?? [],
    onSiteUntil: () => onSiteUntil(house, facts.known),
    assistsWithoutRecord: () => assistsWithoutRecord(house, facts.known.whistleId),
    runningMatter: () => about => {
      const own = textOf(facts.known.revokeId) ?? textOf(facts.known.applicationId) ?? ''
      return house.registers.matters.runningBefore(own, about)?.matterId
    },
    isCertificateNumber: () => number =>
      ['enforcement', 'supervision'].some(
        kind => house.registers.find('certificates', `${kind}-${number}`) !== undefined,
      ),
  })
  return facts
}

/** What the office has set for the rules on the day of the act. */
export function parametersAt({ officeParameters }: House, at: Instant): PolicyParameters {
  const day = dayOf(at)
  const setTo = (key: string) => officeParameters.inForce(key, day)?.parameter.value
  return lazy<PolicyParameters>({
    qualificationSince: () => textOf(setTo('review.qualification-since')) ?? policyParameters.qualificationSince,
    nightFrom: () => Number(setTo('coercion.night-from') ?? policyParameters.nightFrom),
    nightTo: () => Number(setTo('coercion.night-to') ?? policyParameters.nightTo),
  })
}

/** Who came to assist with a whistle and has not said what was done. */
function assistsWithoutRecord({ whistles, people }: House, whistleId: unknown) {
  return whistles
    .branchesOf(String(whistleId))
    .filter(({ role, arriveAt, workedAt }) => role === 'assist' && arriveAt !== null && workedAt === null)
    .map(({ org }) => ({ org: String(org), name: people.findOrganisation(String(org))?.name ?? String(org) }))
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
