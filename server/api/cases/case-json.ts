import type { z } from '@hono/zod-openapi'
import { officeDate } from '../../clock/office-date.ts'
import type { Person } from '../../identity/person.ts'
import type { ListedCase } from '../../registers/cases/case-list.ts'
import type { CaseOfficer, RegisteredCase } from '../../registers/cases/case-queries.ts'
import { withCitations } from '../citations.ts'
import type { House } from '../house.ts'
import type { Language } from '../language.ts'
import { describeProblem } from '../problem.ts'
import { instanceJson } from '../process-instance-json.ts'
import type { CaseSchema, ListedCaseSchema } from '../schemas/case.ts'
import { isoDate, named, userTaskJson } from '../user-task-json.ts'
import { maySeeInstance } from '../visibility.ts'
import { CLAUSES_58, CLOSE_REASONS, MATERIAL_KINDS, SOURCES } from './case-choices.ts'
import { requireDirector, requireHandler, requireOpen, requireReviewable } from './case-rights.ts'
import { changeName } from './case-words.ts'
import { requireClosable } from './close-case.ts'
import type { Choice } from './fields.ts'
import { coded, orgNamed, partyJson } from './party-json.ts'
import { documentJson, reviewJson } from './review-json.ts'

/** How a case stands. */
const CASE_STATES: readonly Choice[] = [
  ['filed', '在办', 'In hand'],
  ['reviewing', '法制审核中', 'Under review'],
  ['closed', '已结案', 'Closed'],
]

/** Who asks, and how he is answered. */
export interface CaseReader {
  person: Person
  language: Language
  requestId: string
}

/** A case as lists show it. */
export function listedCaseJson(house: House, found: ListedCase, language: Language): z.infer<typeof ListedCaseSchema> {
  const { caseNo, orgCode, itemCode, title, place, partyId, partyName, tradeName, state } = found
  return {
    ...{ caseNo, title, place, partyId, partyName: tradeName ?? partyName },
    org: orgNamed(house, orgCode),
    item: itemNamed(house, itemCode),
    handlers: house.cases.handlersOf(caseNo).map(({ personId }) => named(house, personId)),
    state: coded(CASE_STATES, state, language),
    isSuspended: house.suspensions.isSuspended(caseNo),
    filedAt: isoDate(found.filedAt),
    lastMaterialChangeAt: isoDate(found.lastMaterialChangeAt),
  }
}

/** Everything of a case, with what the reader may do and why not. */
export async function caseJson(
  house: House,
  found: RegisteredCase,
  reader: CaseReader,
): Promise<z.infer<typeof CaseSchema>> {
  const { person, language } = reader
  const { caseNo, orgCode, itemCode, title, place, partyId, state, source, facts, basis, proposedPenalty } = found
  const party = house.parties.find(partyId)
  const passedAt = house.reviews.passedAt(caseNo)
  return {
    ...{ caseNo, title, place, partyId, facts, basis, proposedPenalty },
    partyName: party?.tradeName ?? party?.partyName ?? null,
    ...{ discoveredOn: found.discoveredOn, conductFrom: found.conductFrom, conductTo: found.conductTo },
    ...{ hearingEndedOn: found.hearingEndedOn, isUnder58: found.isUnder58 },
    org: orgNamed(house, orgCode),
    item: itemNamed(house, itemCode),
    itemPowers: itemPowers(house, itemCode),
    source: coded(SOURCES, source, language),
    state: coded(CASE_STATES, state, language),
    isSuspended: house.suspensions.isSuspended(caseNo),
    clause58: found.clause58.map(each => coded(CLAUSES_58, each, language)),
    filedAt: isoDate(found.filedAt),
    filedBy: named(house, found.filedBy),
    lastMaterialChangeAt: isoDate(found.lastMaterialChangeAt),
    passedAt: passedAt === undefined ? null : isoDate(passedAt),
    handlers: house.cases.officersOf(caseNo).map(officer => handlerJson(house, officer)),
    party: party ? partyJson(house, party, language) : null,
    ...filesAndChanges(house, caseNo, language),
    ...(await proceduresOf(house, caseNo, person)),
    reviews: house.reviews.ofCase(caseNo).map(review => reviewJson(house, review, language)),
    documents: house.documents.ofCase(caseNo).map(documentJson),
    canChange: permission({ house, ...reader }, () => {
      requireHandler(person, found)
      requireOpen(found)
    }),
    canReview: permission({ house, ...reader }, () => requireReviewable(house, person, found)),
    canNameHandlers: permission({ house, ...reader }, () => {
      requireDirector(house, person, found)
      requireOpen(found)
    }),
    canClose: permission({ house, ...reader }, () => requireClosable(house, person, found)),
    closing: closingJson(house, found, language),
  }
}

function filesAndChanges(house: House, caseNo: string, language: Language) {
  return {
    changes: house.cases.changesOf(caseNo).map(({ kind, changedBy, happenedAt, recordedAt, ...change }) => ({
      ...change,
      kind: { value: kind, label: changeName(kind, language) },
      by: named(house, changedBy),
      ...{ happenedAt: isoDate(happenedAt), recordedAt: isoDate(recordedAt) },
    })),
    materials: house.cases.materialsOf(caseNo).map(({ kind, addedBy, addedAt, removedAt, ...file }) => ({
      ...file,
      kind: coded(MATERIAL_KINDS, kind, language),
      by: named(house, addedBy),
      addedAt: isoDate(addedAt),
      removedAt: removedAt === null ? null : isoDate(removedAt),
    })),
  }
}

/** The procedures of a case, and what is open in those the reader has to do with. */
async function proceduresOf(house: House, caseNo: string, person: Person) {
  const keys = house.instances.keysOfCase(caseNo).toReversed()
  const found = keys.flatMap(key => house.instances.find(key) ?? [])
  const seen = found.filter(({ processInstanceKey }) => maySeeInstance(house, person, processInstanceKey))
  const open = seen.flatMap(({ processInstanceKey }) => house.tasks.openOf(processInstanceKey))
  return {
    procedures: await Promise.all(found.map(instance => instanceJson(house, instance))),
    openTasks: await Promise.all(open.map(task => userTaskJson(house, task))),
  }
}

function handlerJson(house: House, { personId, since, until, certificateNumber }: CaseOfficer) {
  const held = house.registers.certificates
    .certificatesOf(personId, house.clock.now())
    .find(({ kind }) => kind === 'enforcement')
  return {
    ...named(house, personId),
    certificateNumber,
    certificateState: held?.state ?? null,
    certificateValidTo: held?.validTo ?? null,
    since: isoDate(since),
    until: until === null ? null : isoDate(until),
  }
}

/** What the item's entry allows today, and which table its discretion goes by. */
function itemPowers(house: House, itemCode: string) {
  const item = house.items.find(itemCode, officeDate(house.clock.now()))
  return {
    penaltyRange: item?.penaltyRange ?? null,
    coercionBasis: (item?.coercionBasis ?? []).map(({ ref }) => ref),
    benchmarkDmn: item?.benchmarkDmn ?? null,
  }
}

/** The item's name as it is today; one that is registered no more names itself. */
function itemNamed(house: House, itemCode: string) {
  const name = house.registers.find('enforcement-items', itemCode)?.name
  return { id: itemCode, name: typeof name === 'string' ? name : itemCode }
}

function closingJson(house: House, { closedAt, closedBy, closeReason }: RegisteredCase, language: Language) {
  if (closedAt === null || closedBy === null || closeReason === null) return null
  return {
    reason: coded(CLOSE_REASONS, closeReason, language),
    at: isoDate(closedAt),
    by: named(house, closedBy),
  }
}

function permission({ house, language, requestId }: CaseReader & { house: House }, ask: () => void) {
  try {
    ask()
    return { permitted: true }
  } catch (error) {
    const refusal = withCitations(house, describeProblem(error, language, requestId), language)
    return { permitted: false, refusal }
  }
}
