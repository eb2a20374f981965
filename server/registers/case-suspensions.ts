import type { Database } from 'better-sqlite3'
import type { Projection } from '../../db/projection.ts'
import type { Instant, Json } from '../engine/protocol/records.ts'
import type { RegisterRecord } from '../journal/act.ts'
import { defineRegister, type RegisterDefinition } from './register.ts'

const COLUMNS = [
  ...(['caseNo', 'ground', 'reason', 'fromAt', 'enteredAt', 'enteredBy', 'lateReason'] as const),
  ...(['toAt', 'resumedAt', 'resumedBy', 'resumeReason', 'resumeLateReason'] as const),
] as const

const definition: RegisterDefinition = {
  ...{ name: 'case-suspensions', table: 'case_suspension', key: 'suspension_id', columns: COLUMNS },
}

/** 中止 and 恢复 of cases: the latest record of a suspension says all of it. */
export const caseSuspensions: Projection = defineRegister(definition)

/** Why a case may be suspended: 以其他案件结果为依据, 法律适用需请示, 当事人下落不明或死亡待承继, 不可抗力, 等待刑事结果, 其他. */
export const suspensionGrounds = [
  ...(['other-case', 'law-unclear', 'party-missing', 'force-majeure', 'criminal-outcome', 'other'] as const),
] as const
export type SuspensionGround = (typeof suspensionGrounds)[number]

/** A suspension of a case. Instants are UTC ms. */
export interface Suspension {
  suspensionId: string
  caseNo: string
  ground: SuspensionGround
  reason: string
  /** When it began; may lie before its entry, and then it says why it was entered late. */
  fromAt: Instant
  enteredAt: Instant
  enteredBy: string
  lateReason: string | null
  /** When it ended; null while it is in force. */
  toAt: Instant | null
  resumedAt: Instant | null
  resumedBy: string | null
  resumeReason: string | null
  resumeLateReason: string | null
}

/** What is asked of the suspensions; on the writer a guard sees what its batch wrote. */
export interface Suspensions {
  isSuspended(caseNo: string): boolean
  /** The one in force. */
  current(caseNo: string): Suspension | undefined
  /** All of a case, the latest first. */
  ofCase(caseNo: string): Suspension[]
}

/** Prepares the questions once. */
export function openSuspensions(db: Database): Suspensions {
  const names = COLUMNS.map(column => `${column.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)} AS ${column}`)
  const select = `SELECT suspension_id AS suspensionId, ${names} FROM case_suspension WHERE case_no = ?`
  const current = db.prepare<[string], Suspension>(`${select} AND to_at IS NULL`)
  const all = db.prepare<[string], Suspension>(`${select} ORDER BY from_at DESC, entered_at DESC`)
  const exists = db
    .prepare<[string], number>('SELECT 1 FROM case_suspension WHERE case_no = ? AND to_at IS NULL')
    .pluck()
  return {
    isSuspended: caseNo => exists.get(caseNo) !== undefined,
    current: caseNo => current.get(caseNo),
    ofCase: caseNo => all.all(caseNo),
  }
}

/** The record of an act that suspends a case, or lets it go on. */
export function suspensionRecord({ suspensionId, ...value }: Suspension): RegisterRecord {
  return { register: definition.name, op: 'put', id: suspensionId, value: value as unknown as Record<string, Json> }
}
