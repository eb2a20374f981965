import type { Database } from 'better-sqlite3'
import type { Projection } from '../../db/projection.ts'
import { dayOf, type OfficeDay } from '../deadlines/office-day.ts'
import type { Json } from '../engine/protocol/records.ts'
import { CATALOGUE, type CatalogueRegister } from './catalogue-list.ts'
import { versionOn } from './register-version-sql.ts'

/** Master data whose rows do not say themselves from when they read as they do. */
export type UndatedRegister = 'persons' | 'organisations' | CatalogueRegister

const UNDATED: ReadonlySet<string> = new Set<UndatedRegister>(['persons', 'organisations', ...CATALOGUE])

/** Every version of the rows of master data, by the day it was recorded. */
export const registerVersions: Projection = {
  name: 'register versions',
  tables: ['register_version'],
  open(db) {
    const put = db.prepare(
      'INSERT OR REPLACE INTO register_version (register, id, seq, recorded_on, value) VALUES (?, ?, ?, ?, ?)',
    )
    return ({ register = [], seq, at }) => {
      for (const { register: name, op, id, value } of register)
        if (UNDATED.has(name)) put.run(name, id, seq, dayOf(at), op === 'delete' ? null : JSON.stringify(value ?? {}))
    }
  },
}

/** What a row of master data was on a day. */
export interface RegisterVersions {
  /**
   * The row as it had been recorded by the end of a day; of one that was recorded later, as it was first.
   * Undefined when nobody ever recorded it, or it had been taken away.
   */
  find(register: UndatedRegister, id: string, day: OfficeDay): Record<string, Json> | undefined
  /** Whether it was on record by the end of a day, or at the beginning of all records. */
  isKnown(register: UndatedRegister, id: string, day: OfficeDay): boolean
}

/** Prepares the questions once. */
export function openRegisterVersions(db: Database): RegisterVersions {
  const one = db
    .prepare<object, string | null>(
      `SELECT value FROM register_version AS version WHERE register = @register AND id = @id
       AND seq = ${versionOn('version')}`,
    )
    .pluck()
  const known = db.prepare<object>(
    `SELECT 1 FROM register_version WHERE register = @register AND id = @id AND +recorded_on <=
       max(@day, (SELECT min(recorded_on) FROM register_version WHERE register = @register)) LIMIT 1`,
  )
  return {
    find(register, id, day) {
      const value = one.get({ register, id, day })
      return value ? (JSON.parse(value) as Record<string, Json>) : undefined
    },
    isKnown: (register, id, day) => known.get({ register, id, day }) !== undefined,
  }
}
