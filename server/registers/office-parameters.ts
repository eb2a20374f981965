import type { Database } from 'better-sqlite3'
import type { Projection } from '../../db/projection.ts'
import type { OfficeDay } from '../deadlines/office-day.ts'
import type { LimitParameter } from '../deadlines/parameters/limit-parameter.ts'
import type { Instant, Json } from '../engine/protocol/records.ts'
import type { RegisterRecord } from '../journal/act.ts'

const REGISTER = 'office-parameters'
/** What comes with the product holds from the beginning. */
const EVER: OfficeDay = '0001-01-01'

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

/** One version of a parameter: what it says, from which day, who set it and why. */
export interface OfficeParameterVersion {
  parameter: OfficeParameter
  seq: number
  effectiveFrom: OfficeDay
  isShipped: boolean
  changedBy: string
  changedAt: Instant
  reason: string | null
}

/** Every version of every parameter. */
export const officeParameterVersions: Projection = {
  name: `register ${REGISTER}`,
  tables: ['office_parameter'],
  open(db) {
    const put = db.prepare(
      `INSERT OR REPLACE INTO office_parameter
        (parameter_key, seq, effective_from, value, is_shipped, changed_by, changed_at, reason)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    return ({ register = [], seq, actor, at }) => {
      for (const { register: name, id, value = {} } of register) {
        if (name !== REGISTER) continue
        const { effectiveFrom, parameter, isShipped, reason = null } = value
        put.run(id, seq, effectiveFrom, JSON.stringify(parameter), isShipped === true ? 1 : 0, actor.id, at, reason)
      }
    }
  },
}

/** What is asked of the parameters; on any connection. */
export interface OfficeParameters {
  /** What holds on a day; undefined for a key nobody entered. */
  inForce(key: string, day: OfficeDay): OfficeParameterVersion | undefined
  /** The value that holds on a day. @throws Error for a key that was never shipped */
  numberOf(key: string, day: OfficeDay): number
  textOf(key: string, day: OfficeDay): string
  isSet(key: string, day: OfficeDay): boolean
  /** Every key as of a day. */
  list(day: OfficeDay): OfficeParameterVersion[]
  /** Newest first. */
  history(key: string): OfficeParameterVersion[]
}

interface Row extends Omit<OfficeParameterVersion, 'parameter' | 'isShipped'> {
  value: string
  isShipped: number
}

const SELECT = `SELECT value, seq, effective_from AS effectiveFrom, is_shipped AS isShipped, changed_by AS changedBy,
  changed_at AS changedAt, reason FROM office_parameter`

/** Prepares the questions once. */
export function openOfficeParameters(db: Database): OfficeParameters {
  const inForce = db.prepare<[string, OfficeDay], Row>(
    `${SELECT} WHERE parameter_key = ? AND effective_from <= ? ORDER BY effective_from DESC, seq DESC LIMIT 1`,
  )
  const keys = db
    .prepare<[], string>('SELECT DISTINCT parameter_key FROM office_parameter ORDER BY parameter_key')
    .pluck()
  const history = db.prepare<[string], Row>(`${SELECT} WHERE parameter_key = ? ORDER BY effective_from DESC, seq DESC`)
  const find = (key: string, day: OfficeDay) => {
    const row = inForce.get(key, day)
    return row && versionOf(row)
  }
  const valueAt = (key: string, day: OfficeDay) => {
    const found = find(key, day)
    if (!found) throw new Error(`Expected an office parameter '${key}', found none`)
    return found.parameter.value
  }
  return {
    inForce: find,
    numberOf: (key, day) => Number(valueAt(key, day)),
    textOf: (key, day) => String(valueAt(key, day)),
    isSet: (key, day) => valueAt(key, day) === true,
    list: day => keys.all().flatMap(key => find(key, day) ?? []),
    history: key => history.all(key).map(versionOf),
  }
}

function versionOf({ value, isShipped, ...row }: Row): OfficeParameterVersion {
  return { ...row, parameter: JSON.parse(value) as OfficeParameter, isShipped: isShipped === 1 }
}

/** What came with the product. */
export function shippedOfficeParameter(parameter: OfficeParameter): RegisterRecord {
  return record(parameter, { effectiveFrom: EVER, isShipped: true })
}

/** What the office sets itself, from a day on. */
export function ownOfficeParameter(parameter: OfficeParameter, from: OfficeDay, reason: string): RegisterRecord {
  return record(parameter, { effectiveFrom: from, isShipped: false, reason })
}

function record(parameter: OfficeParameter, more: Record<string, Json>): RegisterRecord {
  const content = JSON.parse(JSON.stringify(parameter)) as Json
  return { register: REGISTER, op: 'put', id: parameter.key, value: { ...more, parameter: content } }
}
