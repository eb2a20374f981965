import type { Database } from 'better-sqlite3'
import type { Projection } from '../../db/projection.ts'
import type { Json, Key } from '../engine/protocol/records.ts'
import {
  defineProcedureRegister,
  openProcedureRows,
  type ProcedureRegister,
  type ProcedureRow,
  type ProcedureRows,
} from './procedure-register.ts'

/** How a transfer ends; a row that was sent back and sent again ends as `returned`. */
export const TRANSFER_OUTCOMES = ['accepted', 'returned', 'own-handled', 'disputed', 'canceled'] as const

/** A transfer of a case as it is registered, a row for each time it was sent; texts as they were entered. */
export interface Transfer extends ProcedureRow {
  transferId: string
  roundTrip: number
  caseTitle: string | null
  fromOrg: string
  toOrg: string
  isUrgent: number | null
  determinedAt: string | null
  itemCodes: string[] | null
  stopOrder: Record<string, Json> | null
  informed: Record<string, Json> | null
  materials: Json[] | null
  goods: Json[] | null
  acceptedItems: string[] | null
  feedback: Record<string, Json> | null
  transferReason: string | null
  transferBasis: string | null
  docNo: string | null
  sentAt: string | null
  receivedAt: string | null
  receiveAction: string | null
  returnReason: string | null
  handedOverAt: string | null
}

const REGISTER: ProcedureRegister = {
  ...{ name: 'transfers', table: 'transfer', process: 'case-transfer' },
  columns: [
    ...['transferId', 'roundTrip', 'caseTitle', 'fromOrg', 'toOrg', 'isUrgent', 'determinedAt', 'itemCodes'],
    ...['stopOrder', 'informed', 'materials', 'goods', 'acceptedItems', 'feedback', 'transferReason'],
    ...['transferBasis', 'docNo', 'sentAt', 'receivedAt', 'receiveAction', 'returnReason', 'handedOverAt'],
  ],
  json: ['itemCodes', 'stopOrder', 'informed', 'materials', 'goods', 'acceptedItems', 'feedback'],
}

/** Transfers of cases between offices (移送). */
export const transfers: Projection = defineProcedureRegister(REGISTER)

/** What is asked of the register of transfers. */
export interface Transfers extends ProcedureRows<Transfer> {
  /** How often a case was sent back between two offices before, either way, by transfers other than one. */
  returnsBetween(parties: { caseNo: string; fromOrg: string; toOrg: string; butFor: Key }): number
  /** The row of the latest time an instance sent its case. */
  latestOf(processInstanceKey: Key): Transfer | undefined
}

/** Prepares the questions once. */
export function openTransfers(db: Database): Transfers {
  const returns = db
    .prepare<object, number>(
      `SELECT count(*) FROM transfer WHERE case_no = @caseNo AND process_instance_key <> @butFor
         AND receive_action = 'return'
         AND ((from_org = @fromOrg AND to_org = @toOrg) OR (from_org = @toOrg AND to_org = @fromOrg))`,
    )
    .pluck()
  const latest = db
    .prepare<[Key], string>(
      'SELECT row_id FROM transfer WHERE process_instance_key = ? ORDER BY round_trip DESC LIMIT 1',
    )
    .pluck()
  const rows = openProcedureRows<Transfer>(db, REGISTER)
  return {
    ...rows,
    latestOf(processInstanceKey) {
      const rowId = latest.get(processInstanceKey)
      return rowId === undefined ? undefined : rows.find(rowId)
    },
    returnsBetween: parties => returns.get(parties) ?? 0,
  }
}
