import type { Database } from 'better-sqlite3'
import type { OfficeDay } from '../deadlines/office-day.ts'
import type { LimitParameter } from '../deadlines/parameters/limit-parameter.ts'
import { defineParameterRegister, type ParameterVersion, type ParameterVersions } from './parameter-register.ts'

/** What kind of value a parameter has. */
export const PARAMETER_TYPES = ['number', 'day', 'text', 'yes-no'] as const

/** A number, day or text the office sets that is no limit of time; the law leaves it open, or it is not confirmed. */
export interface OfficeParameter {
  key: string
  name: { zh: string; en: string }
  type: (typeof PARAMETER_TYPES)[number]
  /** A day is `YYYY-MM-DD`, a yes-no a boolean. */
  value: string | number | boolean
  /** What is counted, for example 人; none for days and texts. */
  unit?: { zh: string; en: string }
  /** Least and most of a number. */
  min?: number
  max?: number
  /** How it was checked, as limits say it. */
  marks: LimitParameter['marks']
  /** Where it comes from, as citations are written. */
  basis: readonly string[]
}

/** Every version of every parameter of the office that is no limit. */
export const officeParameterRegister = defineParameterRegister<OfficeParameter>('office-parameters', 'office_parameter')

/** What a parameter says, from which day, who set it and why. */
export type OfficeParameterVersion = ParameterVersion<OfficeParameter>

/** What is asked of the parameters; on any connection. */
export interface OfficeParameters extends ParameterVersions<OfficeParameter> {
  /** The value that holds on a day. @throws Error for a key that was never shipped */
  numberOf(key: string, day: OfficeDay): number
  textOf(key: string, day: OfficeDay): string
  isSet(key: string, day: OfficeDay): boolean
}

/** Prepares the questions once. */
export function openOfficeParameters(db: Database): OfficeParameters {
  const versions = officeParameterRegister.open(db)
  const valueAt = (key: string, day: OfficeDay) => {
    const found = versions.inForce(key, day)
    if (!found) throw new Error(`Expected an office parameter '${key}', found none`)
    return found.parameter.value
  }
  return {
    ...versions,
    numberOf: (key, day) => Number(valueAt(key, day)),
    textOf: (key, day) => String(valueAt(key, day)),
    isSet: (key, day) => valueAt(key, day) === true,
  }
}
