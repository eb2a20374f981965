import type { Database } from 'better-sqlite3'
import { toColumn, toKey } from '../../../db/key.ts'
import type { Instant, Json, Key } from '../../engine/protocol/records.ts'

/** One opinion of one round. */
export interface ReviewOpinion {
  seq: number
  round: number
  step: string
  elementId: string
  personId: string | null
  role: string | null
  org: string | null
  opinion: string
  isConcurring: boolean | null
  reason: string | null
  qualification: Json
  signers: Json
  checklist: Json
  at: Instant
}

/** A review of a case as it is registered. */
export interface RegisteredReview {
  processInstanceKey: Key
  reviewId: string | null
  caseNo: string
  orgCode: string
  /** As it was when the review began. */
  reviewType: string | null
  stage: string | null
  round: number
  clause58: string[]
  isHardGate: boolean
  startedAt: Instant
  startedSeq: number
  endedAt: Instant | null
  outcome: string | null
  outcomeReason: string | null
  /** When the reviewers made it pass; nothing while it runs, and nothing when somebody else did. */
  passedAt: Instant | null
}

/** What is asked of the register of reviews; on the writer also inside a transaction. */
export interface Reviews {
  /**
   * When the latest review of the case passed by its reviewers' completions, if one did (R-REVIEW-GATE).
   * @param reviewType what was reviewed: a pass for one thing is none for another.
   */
  passedAt(caseNo: string, reviewType?: string): Instant | undefined
  /** Every review of a case, the latest first. */
  ofCase(caseNo: string): RegisteredReview[]
  find(processInstanceKey: Key): RegisteredReview | undefined
  /** In order of time. */
  opinionsOf(processInstanceKey: Key): ReviewOpinion[]
}

interface ReviewRow extends Omit<RegisteredReview, 'processInstanceKey' | 'clause58' | 'isHardGate'> {
  processInstanceKey: number
  clause58: string
  isHardGate: number
}
type OpinionRow = Omit<ReviewOpinion, 'isConcurring' | 'qualification' | 'signers' | 'checklist'> & {
  isConcurring: number | null
} & Record<'qualification' | 'signers' | 'checklist', string | null>

/** The columns of a review under the names of RegisteredReview, for a SELECT. */
export const REVIEW_SELECT = `process_instance_key AS processInstanceKey, review_id AS reviewId, case_no AS caseNo, org_code AS orgCode,
  review_type AS reviewType, stage, round, clause58, is_hard_gate AS isHardGate, started_at AS startedAt,
  started_seq AS startedSeq, ended_at AS endedAt, outcome, outcome_reason AS outcomeReason, passed_at AS passedAt`

/** Prepares the questions once. */
export function openReviews(db: Database): Reviews {
  const passed = db
    .prepare<[string, string], number | null>('SELECT max(passed_at) FROM review WHERE case_no = ? AND review_type = ?')
    .pluck()
  const ofCase = db.prepare<[string], ReviewRow>(
    `SELECT ${REVIEW_SELECT} FROM review WHERE case_no = ? ORDER BY process_instance_key DESC`,
  )
  const find = db.prepare<[number], ReviewRow>(`SELECT ${REVIEW_SELECT} FROM review WHERE process_instance_key = ?`)
  const opinions = db.prepare<[number], OpinionRow>(
    `SELECT seq, round, step, element_id AS elementId, person_id AS personId, role, org, opinion,
       is_concurring AS isConcurring, reason, qualification, signers, checklist, at
     FROM review_opinion WHERE process_instance_key = ? ORDER BY seq`,
  )
  return {
    passedAt: (caseNo, reviewType = 'penalty') => passed.get(caseNo, reviewType) ?? undefined,
    ofCase: caseNo => ofCase.all(caseNo).map(reviewOf),
    find(processInstanceKey) {
      const row = find.get(toColumn(processInstanceKey))
      return row && reviewOf(row)
    },
    opinionsOf: processInstanceKey => opinions.all(toColumn(processInstanceKey)).map(opinionOf),
  }
}

/** A row as everybody else knows it. */
export function reviewOf(row: ReviewRow): RegisteredReview {
  const clause58 = (JSON.parse(row.clause58) as Json[]).map(String)
  return { ...row, processInstanceKey: toKey(row.processInstanceKey), clause58, isHardGate: row.isHardGate === 1 }
}

function opinionOf({ isConcurring, qualification, signers, checklist, ...row }: OpinionRow): ReviewOpinion {
  return {
    ...row,
    isConcurring: isConcurring === null ? null : isConcurring === 1,
    qualification: fromJson(qualification),
    signers: fromJson(signers),
    checklist: fromJson(checklist),
  }
}

const fromJson = (text: string | null): Json => (text === null ? null : (JSON.parse(text) as Json))
