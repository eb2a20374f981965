import type { PolicyCase } from '../../policies/index.ts'
import type { TaskNow } from '../../projections/index.ts'
import type { House } from '../house.ts'
import { lazy } from './lazy.ts'

/** What the rules ask of a task's case; each fact is fetched when a rule reads it, most tasks need none. */
export function caseFacts(house: House, task: TaskNow): PolicyCase {
  const { caseNo, processInstanceKey, elementInstanceKey } = task
  const facts: PolicyCase = lazy({
    known: () => house.engine.visibleVariables(processInstanceKey, elementInstanceKey) ?? {},
    // What a procedure says can only add to what is registered.
    isUnder58: () => facts.known.is58 === true,
    hardGate: () => facts.isUnder58 || facts.known.hardGate === true,
    passedReviewAt: () => undefined,
    lastMaterialChangeAt: () => undefined,
    reviewType: () => textOf(facts.known.reviewType),
    itemCode: () => textOf(facts.known.itemCode),
    isEmpowered: () => false,
    holderId: () => textOf(facts.known.holderId),
  })
  void caseNo
  return facts
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
