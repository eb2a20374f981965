import type { Database } from 'better-sqlite3'
import type { Instant } from '../../engine/protocol/records.ts'

/** A handler of a case, now or formerly. */
export interface CaseOfficer {
  personId: string
  certificateNumber: string | null
  certificateValidTo: string | null
  since: Instant
  until: Instant | null
}

/** A case as it is registered. */
export interface RegisteredCase {
  caseSeq: number
  caseNo: string
  orgCode: string
  itemCode: string
  title: string
  source: string
  place: string | null
  /** Office dates. */
  discoveredOn: string
  conductFrom: string
  conductTo: string | null
  partyId: string
  facts: string | null
  basis: string | null
  proposedPenalty: string | null
  hearingEndedOn: string | null
  /** Situations of article 58 the handlers know of, and with them those that reviews found; none is ever taken back. */
  ownClause58: string[]
  clause58: string[]
  isUnder58: boolean
  filedAt: Instant
  filedBy: string
  lastMaterialChangeAt: Instant
  state: 'filed' | 'reviewing' | 'closed'
  /** 结案: when, by whom, on which ground; null while it is open. */
  closedAt: Instant | null
  closedBy: string | null
  closeReason: string | null
  /** Those who handle it now. */
  handlers: CaseOfficer[]
}

/** A file of a case. */
export interface MaterialOfCase {
  fileId: string
  kind: string
  name: string
  size: number
  type: string
  addedBy: string
  addedAt: Instant
  removedAt: Instant | null
}

/** One change of a case. */
export interface CaseChange {
  seq: number
  kind: string
  isMaterial: boolean
  before: string | null
  after: string | null
  reason: string
  changedBy: string
  happenedAt: Instant
  recordedAt: Instant
}

/** What is asked of the register of cases; on the writer also inside a transaction. */
export interface Cases {
  find(caseNo: string): RegisteredCase | undefined
  /** Those who handle a case now. */
  handlersOf(caseNo: string): CaseOfficer[]
  /** Those too who handled it before. */
  officersOf(caseNo: string): CaseOfficer[]
  /** Its files in the order they came, those that were taken out too. */
  materialsOf(caseNo: string): MaterialOfCase[]
  /** What was changed in it, the latest first. */
  changesOf(caseNo: string): CaseChange[]
  /** Cases that hold a file. */
  withFile(fileId: string): string[]
  /** Everybody who is or ever was a registered handler of the case. */
  everHandlersOf(caseNo: string): string[]
  /** Cases that are not closed and whose present handlers include the person. */
  handledBy(personId: string): string[]
  /** The number the next case of a street gets: it follows the last, and no procedure bears it already. */
  nextNumber(orgCode: string, kind: string, year: string): string
}

interface CaseRow extends Omit<RegisteredCase, 'clause58' | 'ownClause58' | 'isUnder58' | 'handlers'> {
  clause58: string
}

/** The columns of a case under the names of RegisteredCase, for a SELECT. */
const CASE_SELECT = `case_seq AS caseSeq, case_no AS caseNo, org_code AS orgCode, item_code AS itemCode, title, source, place,
  discovered_on AS discoveredOn, conduct_from AS conductFrom, conduct_to AS conductTo, party_id AS partyId, facts,
  basis, proposed_penalty AS proposedPenalty, hearing_ended_on AS hearingEndedOn, clause58, filed_at AS filedAt,
  filed_by AS filedBy, last_material_change_at AS lastMaterialChangeAt, state, closed_at AS closedAt, closed_by AS closedBy,
  close_reason AS closeReason`

/** Prepares the questions once. */
export function openCases(db: Database): Cases {
  const find = db.prepare<[string], CaseRow>(`SELECT ${CASE_SELECT} FROM enforcement_case WHERE case_no = ?`)
  const officers = db.prepare<[string], CaseOfficer>(
    `SELECT person_id AS personId, certificate_number AS certificateNumber, certificate_valid_to AS certificateValidTo,
       since, until FROM case_officer WHERE case_no = ? ORDER BY since, person_id`,
  )
  const reviewed = db
    .prepare<[string], string>("SELECT clause58 FROM review WHERE case_no = ? AND review_type = 'penalty'")
    .pluck()
  const materials = db.prepare<[string], MaterialOfCase>(
    `SELECT file_id AS fileId, kind, name, size, type, added_by AS addedBy, added_at AS addedAt, removed_at AS removedAt
     FROM case_material WHERE case_no = ? ORDER BY added_at, name`,
  )
  const changes = db.prepare<[string], CaseChange>(
    `SELECT seq, kind, is_material AS isMaterial, before, after, reason, changed_by AS changedBy,
       happened_at AS happenedAt, recorded_at AS recordedAt FROM case_change WHERE case_no = ? ORDER BY seq DESC`,
  )
  const withFile = db.prepare<[string], string>('SELECT case_no FROM case_material WHERE file_id = ?').pluck()
  const handled = db
    .prepare<[string], string>(
      `SELECT case_no FROM case_officer JOIN enforcement_case USING (case_no)
       WHERE person_id = ? AND until IS NULL AND closed_at IS NULL ORDER BY case_officer.case_seq`,
    )
    .pluck()
  return {
    find(caseNo) {
      const row = find.get(caseNo)
      if (!row) return undefined
      const ownClause58 = listIn(row.clause58)
      const clause58 = [...new Set([...ownClause58, ...reviewed.all(caseNo).flatMap(listIn)])].sort()
      const handlers = officers.all(caseNo).filter(({ until }) => until === null)
      return { ...row, ownClause58, clause58, isUnder58: clause58.length > 0, handlers }
    },
    handlersOf: caseNo => officers.all(caseNo).filter(({ until }) => until === null),
    officersOf: caseNo => officers.all(caseNo),
    materialsOf: caseNo => materials.all(caseNo),
    changesOf: caseNo => changes.all(caseNo).map(change => ({ ...change, isMaterial: Boolean(change.isMaterial) })),
    withFile: fileId => withFile.all(fileId),
    everHandlersOf: caseNo => officers.all(caseNo).map(({ personId }) => personId),
    handledBy: personId => handled.all(personId),
    nextNumber: openNumbers(db),
  }
}

const listIn = (json: string): string[] => (JSON.parse(json) as (string | number)[]).map(String)

function openNumbers(db: Database): Cases['nextNumber'] {
  const last = db
    .prepare<[string, string], string | null>('SELECT max(case_no) FROM enforcement_case WHERE case_no BETWEEN ? AND ?')
    .pluck()
  const borne = db.prepare<[string]>('SELECT 1 FROM instance_summary WHERE case_no = ? LIMIT 1')
  return (orgCode, kind, year) => {
    const prefix = `${orgCode}-${kind}-${year}-`
    let number = Number(last.get(`${prefix}00000`, `${prefix}99999`)?.slice(prefix.length) ?? 0)
    const caseNo = () => `${prefix}${String(number).padStart(5, '0')}`
    do number += 1
    while (borne.get(caseNo()))
    return caseNo()
  }
}
