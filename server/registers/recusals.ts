import type { Database } from 'better-sqlite3'
import type { Projection } from '../../db/projection.ts'
import type { Instant, Json, Key } from '../engine/protocol/records.ts'
import type { RegisterRecord } from '../journal/act.ts'
import { defineRegister } from './register.ts'

const REGISTER = 'recusals'
const COLUMNS = ['caseNo', 'processInstanceKey', 'personId', 'reason', 'at'] as const

/** Somebody recused from a case (回避). */
export interface Recusal {
  recusalId: string
  /** Empty where the instance belongs to no case; then it holds for the instance. */
  caseNo: string
  processInstanceKey: Key
  personId: string
  reason: string | null
  at: Instant
}

/** Who was recused from which case; nobody comes back. */
export const recusals: Projection = defineRegister({
  ...{ name: REGISTER, table: 'recusal', key: 'recusal_id', columns: COLUMNS },
})

/** What is asked of the recusals; on the writer a guard sees what its batch wrote. */
export interface Recusals {
  /** Ids of those who have no part in the case any more, over all its instances. */
  ofCase(caseNo: string): string[]
  /** The same of one instance that has no case number. */
  ofInstance(processInstanceKey: Key): string[]
}

/** Prepares the questions once. */
export function openRecusals(db: Database): Recusals {
  const asked = (condition: string) =>
    db.prepare<[string], string>(`SELECT DISTINCT person_id FROM recusal WHERE ${condition}`).pluck()
  const ofCase = asked('case_no = ?')
  const ofInstance = asked('process_instance_key = ?')
  return {
    ofCase: caseNo => ofCase.all(caseNo),
    ofInstance: processInstanceKey => ofInstance.all(processInstanceKey),
  }
}

/** The record of an act that recuses somebody. */
export function recusalRecord({ recusalId, ...value }: Recusal): RegisterRecord {
  return { register: REGISTER, op: 'put', id: recusalId, value: value as unknown as Record<string, Json> }
}
