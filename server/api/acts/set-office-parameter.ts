import { isDay, type OfficeDay } from '../../deadlines/office-day.ts'
import { type OfficeParameter, officeParameterRegister } from '../../registers/office-parameters.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem, type WrongField, wrongFields } from '../problem.ts'
import { refuseWithout, requirePermission, submit } from '../submit.ts'
import { refuseNewer, wrongStart } from './parameter-change.ts'

/** What an administrator sets. */
export interface OfficeParameterChange {
  value: OfficeParameter['value']
  /** First office day on which it holds; not before today. */
  effectiveFrom: OfficeDay
  reason: string
}

/**
 * Sets a parameter of the office from a day on; the journal holds what was and what is.
 * @param basedOn seq of the version that was read; undefined: whatever there is
 * @throws Problem 404, 422; CommandRejected 403, 409
 */
export async function setOfficeParameter(
  house: House,
  caller: Caller,
  key: string,
  { value, effectiveFrom, reason }: OfficeParameterChange,
  basedOn?: number,
): Promise<void> {
  const deed = { kind: 'register' as const, verb: 'office-parameter.set', subject: { parameterKey: key } }
  await refuseWithout('administrate', house, caller, deed)
  const { officeParameters } = house
  const [newest] = officeParameters.history(key)
  if (!newest) throw new Problem('resource.not-found')
  const before = newest.parameter
  const wrong = objections(house, before, value, effectiveFrom)
  if (wrong.length > 0) throw wrongFields(wrong)
  // Another value than the law's own is no longer checked against its text.
  const parameter: OfficeParameter = { ...before, value, marks: ['configurable'] }
  await submit(house, caller, {
    ...deed,
    payload: { reason, before: before.value, after: value, effectiveFrom },
    register: [officeParameterRegister.own(parameter, effectiveFrom, reason)],
    permit: person => {
      requirePermission(person, 'administrate')
      refuseNewer(officeParameters, key, basedOn)
    },
  })
}

const LONGEST_TEXT = 200

function objections(
  house: House,
  parameter: OfficeParameter,
  value: OfficeParameter['value'],
  from: OfficeDay,
): WrongField[] {
  const complaint = complaintAbout(parameter, value)
  return [...wrongStart(house, from), ...(complaint ? [{ path: '/value', ...complaint }] : [])]
}

function complaintAbout({ type, min, max }: OfficeParameter, value: OfficeParameter['value']) {
  if (type === 'yes-no') return typeof value === 'boolean' ? undefined : WRONG
  if (type === 'day')
    return isDay(String(value)) ? undefined : { id: 'register.not-a-day', params: { found: String(value) } }
  if (type === 'text') {
    const isText = typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_TEXT
    return isText ? undefined : WRONG
  }
  const isInRange = typeof value === 'number' && value >= (min ?? value) && value <= (max ?? value)
  return isInRange ? undefined : { id: 'parameter.range', params: { min: String(min ?? ''), max: String(max ?? '') } }
}

const WRONG = { id: 'register.not-a-value', params: {} }
