import type { Database } from 'better-sqlite3'
import type { Projection } from '../../db/projection.ts'
import type { Instant } from '../engine/index.ts'
import type { RegisterRecord } from '../journal/act.ts'

const REGISTER = 'procedure-retirements'

/** That a procedure was taken out of use (停用): nothing new begins with it, what runs goes on. */
export interface ProcedureRetirement {
  processId: string
  retiredBy: string
  retiredAt: Instant
  retiredSeq: number
  reason: string
}

/** Which procedures were taken out of use, each the last time. */
export const procedureRetirements: Projection = {
  name: `register ${REGISTER}`,
  tables: ['procedure_retirement'],
  open(db) {
    const put = db.prepare(
      'INSERT OR REPLACE INTO procedure_retirement (process_id, retired_by, retired_at, retired_seq, reason) VALUES (?, ?, ?, ?, ?)',
    )
    const drop = db.prepare('DELETE FROM procedure_retirement WHERE process_id = ?')
    return ({ register = [], seq, at, actor }) => {
      for (const { register: name, op, id, value } of register) {
        if (name !== REGISTER) continue
        if (op === 'delete') drop.run(id)
        else put.run(id, actor.id, at, seq, String(value?.reason))
      }
    }
  },
}

/** What is asked of them; on the writer a guard sees what its batch wrote. */
export interface ProcedureRetirements {
  /** @param deployedSeq entry that published the version in force: one published later puts the procedure back */
  find(processId: string, deployedSeq: number): ProcedureRetirement | undefined
}

/** Prepares the question once. */
export function openProcedureRetirements(db: Database): ProcedureRetirements {
  const find = db.prepare<[string, number], ProcedureRetirement>(
    `SELECT process_id AS processId, retired_by AS retiredBy, retired_at AS retiredAt, retired_seq AS retiredSeq, reason
     FROM procedure_retirement WHERE process_id = ? AND retired_seq > ?`,
  )
  return { find: (processId, deployedSeq) => find.get(processId, deployedSeq) }
}

/** The record of an act that puts a procedure back into use. */
export function procedureInUseRecord(processId: string): RegisterRecord {
  return { register: REGISTER, op: 'delete', id: processId }
}

/** The record of an act that takes a procedure out of use. */
export function procedureRetirementRecord(processId: string, reason: string): RegisterRecord {
  return { register: REGISTER, op: 'put', id: processId, value: { reason } }
}
