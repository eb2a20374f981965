import type { Database } from 'better-sqlite3'

/** A party of cases, as it is registered; personal values that were deleted by legal order are null. */
export interface Party {
  partySeq: number
  partyId: string
  orgCode: string
  partyType: string
  partyName: string | null
  tradeName: string | null
  idType: string | null
  idNumber: string | null
  creditCode: string | null
  legalRep: string | null
  repIdNumber: string | null
  gender: string | null
  birthDate: string | null
  partyAddress: string | null
  partyPhone: string | null
  serviceAddress: string | null
  guardian: string | null
  isEnterprise: boolean
}

/** The numbers by which the same party is known again. */
export interface PartyNumbers {
  idNumber?: string | null
  creditCode?: string | null
}

/** A case as it matters who filed first. */
export interface FiledCase {
  caseNo: string
  orgCode: string
  filedAt: number
  itemCode: string
  conductFrom: string
  conductTo: string | null
}

/** What is asked of the register of parties; on the writer also inside a transaction. */
export interface Parties {
  find(partyId: string): Party | undefined
  /** The party of a street with one of these numbers. */
  known(orgCode: string, numbers: PartyNumbers): Party | undefined
  /** Cases of other streets against the same party on the same item, the earliest first. */
  filedElsewhere(orgCode: string, itemCode: string, numbers: PartyNumbers): FiledCase[]
}

type Row = Omit<Party, 'isEnterprise'> & { isEnterprise: number }

/** The columns of a party under the names of Party, for a SELECT. */
export const PARTY_SELECT = `party_seq AS partySeq, party_id AS partyId, party.org_code AS orgCode, party_type AS partyType, party_name AS partyName,
  trade_name AS tradeName, id_type AS idType, id_number AS idNumber, credit_code AS creditCode, legal_rep AS legalRep,
  rep_id_number AS repIdNumber, gender, birth_date AS birthDate, party_address AS partyAddress,
  party_phone AS partyPhone, service_address AS serviceAddress, guardian, is_enterprise AS isEnterprise`

/** Closed like this, a case bars nobody else from filing it. */
const WITHOUT_EFFECT = "'transferred', 'notEstablished', 'terminated'"

/** Prepares the questions once. */
export function openParties(db: Database): Parties {
  const find = db.prepare<[string], Row>(`SELECT ${PARTY_SELECT} FROM party WHERE party_id = ?`)
  const byId = db.prepare<[string, string], Row>(
    `SELECT ${PARTY_SELECT} FROM party WHERE org_code = ? AND id_number = ? LIMIT 1`,
  )
  const byCode = db.prepare<[string, string], Row>(
    `SELECT ${PARTY_SELECT} FROM party WHERE org_code = ? AND credit_code = ? LIMIT 1`,
  )
  // Each street is looked into by its own index.
  const elsewhere = (column: string) =>
    db.prepare<[string, string, string], FiledCase>(
      `SELECT case_no AS caseNo, enforcement_case.org_code AS orgCode, filed_at AS filedAt, item_code AS itemCode,
         conduct_from AS conductFrom, conduct_to AS conductTo
       FROM organisation CROSS JOIN party ON party.org_code = org_id AND party.${column} = ?
         CROSS JOIN enforcement_case USING (party_id)
       WHERE org_id <> ? AND item_code = ? AND coalesce(close_reason, '') NOT IN (${WITHOUT_EFFECT}) ORDER BY filed_at`,
    )
  const withId = elsewhere('id_number')
  const withCode = elsewhere('credit_code')
  return {
    find: partyId => partyOf(find.get(partyId)),
    known(orgCode, { idNumber, creditCode }) {
      return partyOf(
        (idNumber && byId.get(orgCode, idNumber)) || (creditCode && byCode.get(orgCode, creditCode)) || undefined,
      )
    },
    filedElsewhere: (orgCode, itemCode, { idNumber, creditCode }) => [
      ...(creditCode ? withCode.all(creditCode, orgCode, itemCode) : []),
      ...(idNumber ? withId.all(idNumber, orgCode, itemCode) : []),
    ],
  }
}

function partyOf(row: Row | undefined): Party | undefined {
  return row && { ...row, isEnterprise: row.isEnterprise === 1 }
}
