import type { Database } from 'better-sqlite3'
import type { Projection } from '../../db/projection.ts'
import type { Json } from '../engine/protocol/records.ts'
import {
  defineProcedureRegister,
  openProcedureRows,
  type ProcedureRegister,
  type ProcedureRow,
  type ProcedureRows,
} from './procedure-register.ts'

/** What offices disagree about. */
export const DISPUTE_KINDS = ['jurisdiction', 'duty', 'lawApplication', 'assistance'] as const
/** How a dispute ends. */
export const DISPUTE_OUTCOMES = ['negotiated', 'coordinated', 'designated', 'withdrawn', 'canceled'] as const

/** A dispute between offices as it is registered; texts as they were entered. */
export interface Dispute extends ProcedureRow {
  disputeId: string
  disputeKind: string | null
  /** What it arose from: a transfer, a whistle. */
  refType: string | null
  refId: string | null
  caseTitle: string | null
  applicantOrg: string
  respondentOrgs: string[]
  /** The government that would designate the competent office: the nearest above all parties. */
  designatingOrg: string | null
  interimLeadOrg: string | null
  arisenAt: string | null
  issue: string | null
  positions: string | null
  answers: Json
  conclusion: string | null
  decisionReason: string | null
  /** The office that is found competent. */
  ownerOrg: string | null
  docNos: string[] | null
  outsideDocNo: string | null
  outsideDocDate: string | null
}

const REGISTER: ProcedureRegister = {
  ...{ name: 'disputes', table: 'dispute', process: 'jurisdiction-dispute' },
  columns: [
    ...['disputeId', 'disputeKind', 'refType', 'refId', 'caseTitle', 'applicantOrg', 'respondentOrgs'],
    ...['designatingOrg', 'interimLeadOrg', 'arisenAt', 'issue', 'positions', 'answers', 'conclusion'],
    ...['decisionReason', 'ownerOrg', 'docNos', 'outsideDocNo', 'outsideDocDate'],
  ],
  json: ['respondentOrgs', 'answers', 'docNos'],
}

/** Disputes between offices (争议). */
export const disputes: Projection = defineProcedureRegister(REGISTER)

/** What is asked of the register of disputes. */
export type Disputes = ProcedureRows<Dispute>

/** Prepares the questions once. */
export function openDisputes(db: Database): Disputes {
  return openProcedureRows<Dispute>(db, REGISTER)
}
