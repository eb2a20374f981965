import type { Database } from 'better-sqlite3'
import type { Projection } from '../../db/projection.ts'
import type { OfficeDay } from '../deadlines/office-day.ts'
import type { Instant, Json } from '../engine/protocol/records.ts'
import type { RegisterRecord } from '../journal/act.ts'

/** What comes with the product holds from the beginning. */
const EVER: OfficeDay = '0001-01-01'

/** One version of a parameter: what it says, from which day, who set it and why. */
export interface ParameterVersion<Parameter> {
  parameter: Parameter
  seq: number
  effectiveFrom: OfficeDay
  isShipped: boolean
  changedBy: string
  changedAt: Instant
  reason: string | null
}

/** What is asked of parameters; on any connection. */
export interface ParameterVersions<Parameter> {
  /** What holds on a day; undefined for a key nobody entered. */
  inForce(key: string, day: OfficeDay): ParameterVersion<Parameter> | undefined
  /** Every key as of a day. */
  list(day: OfficeDay): ParameterVersion<Parameter>[]
  /** Newest first. */
  history(key: string): ParameterVersion<Parameter>[]
}

/** A register of parameters: every version of each is kept, as shipped and as the office set it from a day on. */
export interface ParameterRegister<Parameter> {
  projection: Projection
  /** Prepares the questions once. */
  open(db: Database): ParameterVersions<Parameter>
  /** The record of what came with the product. */
  shipped(parameter: Parameter): RegisterRecord
  /** The record of what the office sets itself, from a day on. */
  own(parameter: Parameter, effectiveFrom: OfficeDay, reason: string): RegisterRecord
}

interface Row extends Omit<ParameterVersion<unknown>, 'parameter' | 'isShipped'> {
  value: string
  isShipped: number
}

/** @param table has the columns of `limit_parameter` in db/schema/limits.ts */
export function defineParameterRegister<Parameter extends { key: string }>(
  name: string,
  table: string,
): ParameterRegister<Parameter> {
  const record = (parameter: Parameter, more: Record<string, Json>): RegisterRecord => ({
    ...{ register: name, op: 'put', id: parameter.key },
    value: { ...more, parameter: JSON.parse(JSON.stringify(parameter)) as Json },
  })
  return {
    projection: versionsOf(name, table),
    open: db => openVersions<Parameter>(table, db),
    shipped: parameter => record(parameter, { effectiveFrom: EVER, isShipped: true }),
    own: (parameter, effectiveFrom, reason) => record(parameter, { effectiveFrom, isShipped: false, reason }),
  }
}

function versionsOf(name: string, table: string): Projection {
  return {
    name: `register ${name}`,
    tables: [table],
    open(db) {
      const put = db.prepare(
        `INSERT OR REPLACE INTO ${table}
          (parameter_key, seq, effective_from, value, is_shipped, changed_by, changed_at, reason)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      return ({ register = [], seq, actor, at }) => {
        for (const { register: into, id, value = {} } of register) {
          if (into !== name) continue
          const { effectiveFrom, parameter, isShipped, reason = null } = value
          put.run(id, seq, effectiveFrom, JSON.stringify(parameter), isShipped === true ? 1 : 0, actor.id, at, reason)
        }
      }
    },
  }
}

function openVersions<Parameter>(table: string, db: Database): ParameterVersions<Parameter> {
  const select = `SELECT value, seq, effective_from AS effectiveFrom, is_shipped AS isShipped, changed_by AS changedBy,
    changed_at AS changedAt, reason FROM ${table}`
  const inForce = db.prepare<[string, OfficeDay], Row>(
    `${select} WHERE parameter_key = ? AND effective_from <= ? ORDER BY effective_from DESC, seq DESC LIMIT 1`,
  )
  const keys = db.prepare<[], string>(`SELECT DISTINCT parameter_key FROM ${table} ORDER BY parameter_key`).pluck()
  const history = db.prepare<[string], Row>(`${select} WHERE parameter_key = ? ORDER BY effective_from DESC, seq DESC`)
  const versionOf = ({ value, isShipped, ...row }: Row) => ({
    ...{ ...row, parameter: JSON.parse(value) as Parameter, isShipped: isShipped === 1 },
  })
  const find = (key: string, day: OfficeDay) => {
    const row = inForce.get(key, day)
    return row && versionOf(row)
  }
  return {
    inForce: find,
    list: day => keys.all().flatMap(key => find(key, day) ?? []),
    history: key => history.all(key).map(versionOf),
  }
}

/** Which of the product's parameters a register does not hold as they are now; one the office has set itself stays. */
export function unknownOf<Parameter extends { key: string }>(
  shipped: readonly Parameter[],
  known: ParameterVersions<Parameter>,
): Parameter[] {
  return shipped.filter(parameter => {
    const versions = known.history(parameter.key)
    if (versions.some(({ isShipped }) => !isShipped)) return false
    return JSON.stringify(versions[0]?.parameter) !== JSON.stringify(parameter)
  })
}
