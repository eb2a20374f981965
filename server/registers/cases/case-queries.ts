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
  /** Situations of article 58, of the handlers and of every review; none is ever taken back. */
  clause58: string[]
  isUnder58: boolean
  filedAt: Instant
  filedBy: string
  lastMaterialChangeAt: Instant
  state: 'filed' | 'reviewing'
  /** Those who handle it now. */
  handlers: CaseOfficer[]
}

/** What is asked of the register of cases; on the writer also inside a transaction. */
export interface Cases {
  find(caseNo: string): RegisteredCase | undefined
  /** Everybody who is or ever was a registered handler of the case. */
  everHandlersOf(caseNo: string): string[]
  /** Cases whose present handlers include the person. */
  handledBy(personId: string): string[]
  /** The number the next case of a street gets: it follows the last, and no procedure bears it already. */
  nextNumber(orgCode: string, kind: string, year: string): string
}

interface CaseRow extends Omit<RegisteredCase, 'clause58' | 'isUnder58' | 'handlers'> {
  clause58: string
}

/** The columns of a case under the names of RegisteredCase, for a SELECT. */
export const CASE_SELECT = `case_seq AS caseSeq, case_no AS caseNo, org_code AS orgCode, item_code AS itemCode, title, source, place,
  discovered_on AS discoveredOn, conduct_from AS conductFrom, conduct_to AS conductTo, party_id AS partyId, facts,
  basis, proposed_penalty AS proposedPenalty, hearing_ended_on AS hearingEndedOn, clause58, filed_at AS filedAt,
  filed_by AS filedBy, last_material_change_at AS lastMaterialChangeAt, state`

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
  const handled = db
    .prepare<[string], string>(
      'SELECT case_no FROM case_officer WHERE person_id = ? AND until IS NULL ORDER BY case_seq',
    )
    .pluck()
  return {
    find(caseNo) {
      const row = find.get(caseNo)
      if (!row) return undefined
      const found = [row.clause58, ...reviewed.all(caseNo)].flatMap(list => JSON.parse(list) as (string | number)[])
      const clause58 = [...new Set(found.map(String))].sort()
      const handlers = officers.all(caseNo).filter(({ until }) => until === null)
      return { ...row, clause58, isUnder58: clause58.length > 0, handlers }
    },
    everHandlersOf: caseNo => officers.all(caseNo).map(({ personId }) => personId),
    handledBy: personId => handled.all(personId),
    nextNumber: openNumbers(db),
  }
}

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
