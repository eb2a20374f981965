import type { Database } from 'better-sqlite3'
import type { Projection } from '../../db/projection.ts'
import type { OfficeDay } from '../deadlines/office-day.ts'
import type { LimitParameter } from '../deadlines/parameters/limit-parameter.ts'
import type { Instant, Json } from '../engine/protocol/records.ts'
import type { RegisterRecord } from '../journal/act.ts'

const REGISTER = 'limit-parameters'
/** What comes with the product holds from the beginning. */
const EVER: OfficeDay = '0001-01-01'

/** One version of a parameter: what it says, from which day, who set it and why. */
export interface ParameterVersion {
  parameter: LimitParameter
  seq: number
  effectiveFrom: OfficeDay
  isShipped: boolean
  changedBy: string
  changedAt: Instant
  reason: string | null
}

/** Every version of every parameter. */
export const limitParameterVersions: Projection = {
  name: `register ${REGISTER}`,
  tables: ['limit_parameter'],
  open(db) {
    const put = db.prepare(
      `INSERT OR REPLACE INTO limit_parameter
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
export interface LimitParameters {
  /** What holds on a day; undefined for a key nobody entered. */
  inForce(key: string, day: OfficeDay): ParameterVersion | undefined
  /** Every key as of a day. */
  list(day: OfficeDay): ParameterVersion[]
  /** Newest first. */
  history(key: string): ParameterVersion[]
}

interface Row extends Omit<ParameterVersion, 'parameter' | 'isShipped'> {
  value: string
  isShipped: number
}

const SELECT = `SELECT value, seq, effective_from AS effectiveFrom, is_shipped AS isShipped, changed_by AS changedBy,
  changed_at AS changedAt, reason FROM limit_parameter`

/** Prepares the questions once. */
export function openLimitParameters(db: Database): LimitParameters {
  const inForce = db.prepare<[string, OfficeDay], Row>(
    `${SELECT} WHERE parameter_key = ? AND effective_from <= ? ORDER BY effective_from DESC, seq DESC LIMIT 1`,
  )
  const keys = db.prepare<[], { key: string }>(
    'SELECT DISTINCT parameter_key AS key FROM limit_parameter ORDER BY parameter_key',
  )
  const history = db.prepare<[string], Row>(`${SELECT} WHERE parameter_key = ? ORDER BY effective_from DESC, seq DESC`)
  const find = (key: string, day: OfficeDay) => {
    const row = inForce.get(key, day)
    return row && versionOf(row)
  }
  return {
    inForce: find,
    list: day => keys.all().flatMap(({ key }) => find(key, day) ?? []),
    history: key => history.all(key).map(versionOf),
  }
}

function versionOf({ value, isShipped, ...row }: Row): ParameterVersion {
  return { ...row, parameter: JSON.parse(value) as LimitParameter, isShipped: isShipped === 1 }
}

/** What came with the product. */
export function shippedParameterRecord(parameter: LimitParameter): RegisterRecord {
  return record(parameter, { effectiveFrom: EVER, isShipped: true })
}

/** What the office sets itself, from a day on. */
export function ownParameterRecord(
  parameter: LimitParameter,
  effectiveFrom: OfficeDay,
  reason: string,
): RegisterRecord {
  return record(parameter, { effectiveFrom, isShipped: false, reason })
}

function record(parameter: LimitParameter, more: Record<string, Json>): RegisterRecord {
  return { register: REGISTER, op: 'put', id: parameter.key, value: { ...more, parameter: asJson(parameter) } }
}

const asJson = (parameter: LimitParameter): Json => JSON.parse(JSON.stringify(parameter)) as Json
