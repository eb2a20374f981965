import { recountWithNext } from '../../clock/recount.ts'
import type { OfficeDay } from '../../deadlines/office-day.ts'
import { type LimitParameter, ruleOf } from '../../deadlines/parameters/limit-parameter.ts'
import type { Json } from '../../engine/index.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import { limitParameterRegister } from '../../registers/limit-parameters.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem, type WrongField, wrongFields } from '../problem.ts'
import { refuseWithout, requirePermission, submit } from '../submit.ts'
import { changedRules, type RuleChange, wrongRules } from './limit-rules.ts'
import { refuseNewer, wrongStart } from './parameter-change.ts'

/** What an administrator sets. */
export interface ParameterChange extends RuleChange {
  amount: string
  mode: LimitParameter['mode']
  consequence: LimitParameter['consequence']
  /** First office day on which limits are opened with it; not before today. */
  effectiveFrom: OfficeDay
  reason: string
  /** Whether open limits are counted again. */
  recount: boolean
}

/**
 * Sets a limit of the office from a day on; the journal holds what was and what is.
 * @param basedOn seq of the version that was read; undefined: whatever there is
 * @throws Problem 404, 422; CommandRejected 403, 409
 */
export async function setLimitParameter(
  house: House,
  caller: Caller,
  key: string,
  change: ParameterChange,
  basedOn?: number,
): Promise<void> {
  const deed = { kind: 'register' as const, verb: 'limit-parameter.set', subject: { parameterKey: key } }
  await refuseWithout('administrate', house, caller, deed)
  const { reason, effectiveFrom, recount } = change
  const { before, after, register } = limitParameterChange(house, key, change)
  await submit(house, caller, {
    ...deed,
    payload: { reason, before, after, effectiveFrom, recount },
    register,
    permit: person => {
      requirePermission(person, 'administrate')
      refuseNewer(house.limitParameters, key, basedOn)
    },
  })
}

/**
 * What a change of a limit writes, and how the limit was and is; the same in an act of its own and in a publication.
 * @throws Problem 404, 422
 */
export function limitParameterChange(
  house: House,
  key: string,
  change: ParameterChange,
): { before: Json; after: Json; register: RegisterRecord[] } {
  const [newest] = house.limitParameters.history(key)
  if (!newest) throw new Problem('resource.not-found')
  const { effectiveFrom, reason, recount } = change
  // What the office has set for a later day is not drawn forward.
  const present = (house.limitParameters.inForce(key, effectiveFrom) ?? newest).parameter
  const parameter = changedParameter(present, change)
  const wrong = objections(house, present, parameter, change)
  if (wrong.length > 0) throw wrongFields(wrong)
  const register = [
    limitParameterRegister.own(parameter, effectiveFrom, reason),
    ...(recount ? recounted(house, parameter) : []),
  ]
  return { before: asJson(present), after: asJson(parameter), register }
}

function changedParameter(present: LimitParameter, change: ParameterChange): LimitParameter {
  const { amount, mode, consequence } = change
  const isSame = amount === present.amount && mode === present.mode && consequence === present.consequence
  // Another number than the law's own is no longer checked against its text.
  const marks = isSame ? present.marks : ['configurable' as const]
  return changedRules({ ...present, amount, mode, consequence, marks }, change)
}

function objections(
  house: House,
  before: LimitParameter,
  after: LimitParameter,
  change: ParameterChange,
): WrongField[] {
  const wrong: WrongField[] = [...wrongStart(house, change.effectiveFrom), ...wrongRules(house, after, change)]
  if (!isAmount(after) || (ruleOf(before) && !ruleOf(after)))
    wrong.push({ path: '/amount', id: 'limit.amount', params: { found: after.amount } })
  return wrong
}

function isAmount(parameter: LimitParameter): boolean {
  try {
    ruleOf(parameter)
    return true
  } catch {
    return false
  }
}

function recounted({ limits, calendars, clock }: House, parameter: LimitParameter) {
  const counting = { calendar: calendars.latest(), now: clock.now() }
  return limits
    .ofParameter(parameter.key)
    .flatMap(
      entry => recountWithNext(entry, { parameter }, { ...counting, ofOwner: limits.ofOwner(entry.ownerKey) }).register,
    )
}

const asJson = (parameter: LimitParameter): Json => JSON.parse(JSON.stringify(parameter)) as Json
