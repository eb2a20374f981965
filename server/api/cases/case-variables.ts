import { officeDate } from '../../clock/office-date.ts'
import type { Json, Variables } from '../../engine/index.ts'
import type { Person } from '../../identity/person.ts'
import type { CaseFact, ItemPower } from '../../lint/case-variables.ts'
import type { RegisteredCase } from '../../registers/cases/case-queries.ts'
import { HANDLER_ROLE } from '../acts/task-guard.ts'
import type { House } from '../house.ts'
import { REVIEW_PROCESS, requireHandler, requireOpen, requireReviewable } from './case-rights.ts'

/** What is started on a case, by whom, under which office. */
interface StartOnCase {
  caseNo: string
  processDefinitionId: string
  /** Nobody, when a program does. */
  person: Person | undefined
  role: string | undefined
}

/**
 * What a procedure on a registered case starts with, whatever its form held: the case's own words, its handlers and its
 * files, which a review takes for its material. Nothing for a case that is not registered.
 * @throws CommandRejected 403 when an officer starts it who does not handle the case
 */
export function caseVariables(house: House, { caseNo, processDefinitionId, person, role }: StartOnCase): Variables {
  const found = house.cases.find(caseNo)
  if (!found) return {}
  if (processDefinitionId === REVIEW_PROCESS) requireOpen(found)
  if (person && processDefinitionId === REVIEW_PROCESS) requireReviewable(house, person, found)
  else if (person && role === HANDLER_ROLE) requireHandler(person, found)
  const party = house.parties.find(found.partyId)
  const materials = house.cases
    .materialsOf(caseNo)
    .filter(({ removedAt }) => removedAt === null)
    .map(({ kind, fileId, name, size, type }): Json => ({ kind, file: { fileId, name, size, type } }))
  const facts: Record<Exclude<CaseFact, 'materials'>, Json> = {
    caseRef: caseNo,
    caseTitle: found.title,
    itemCode: found.itemCode,
    partyName: party?.tradeName ?? party?.partyName ?? null,
    handlerIds: found.handlers.map(({ personId }) => personId),
  }
  const files: { [key in CaseFact & 'materials']?: Json } = materials.length > 0 ? { materials } : {}
  return { ...facts, ...powersOf(house, found), ...files }
}

/** What the item of the case allows today, for who judges penalty and coercion. */
function powersOf({ items, clock }: House, { itemCode }: RegisteredCase): Record<ItemPower, Json> {
  const item = items.find(itemCode, officeDate(clock.now()))
  return {
    itemName: item?.name ?? itemCode,
    penaltyRange: item?.penaltyRange ?? null,
    coercionBasis: item?.coercionBasis.map(({ ref }) => ref).join('；') || null,
    benchmarkDmn: item?.benchmarkDmn ?? null,
  }
}
