import type { Database } from 'better-sqlite3'
import { registerWords } from './register-words.ts'

interface Worded {
  orgCode: string
  seq: number
  texts: string
}

/** Keeps the words by which cases and parties are found. */
export interface WordRows {
  /** Takes away the words of a case as it stands, if there is one. */
  leaveCase(caseNo: string): void
  enterCase(caseNo: string): void
  leaveParty(partyId: string): void
  enterParty(partyId: string): void
}

const CASE = `SELECT enforcement_case.org_code AS orgCode, case_seq AS seq,
    concat_ws(' ', case_no, title, place, party_name, trade_name) AS texts
  FROM enforcement_case LEFT JOIN party USING (party_id) WHERE case_no = ?`
const PARTY = `SELECT org_code AS orgCode, party_seq AS seq,
    concat_ws(' ', party_name, trade_name, legal_rep, party_address) AS texts FROM party WHERE party_id = ?`

/** Prepares the statements once. */
export function openWordRows(db: Database): WordRows {
  const enter = db.prepare('INSERT INTO register_word (register, org_code, word, seq) VALUES (?, ?, ?, ?)')
  const leave = db.prepare('DELETE FROM register_word WHERE register = ? AND org_code = ? AND word = ? AND seq = ?')
  const each = (statement: typeof enter, register: string, found: Worded | undefined) => {
    if (!found) return
    for (const word of registerWords(found.texts)) statement.run(register, found.orgCode, word, found.seq)
  }
  const caseOf = db.prepare<[string], Worded>(CASE)
  const partyOf = db.prepare<[string], Worded>(PARTY)
  return {
    leaveCase: caseNo => each(leave, 'cases', caseOf.get(caseNo)),
    enterCase: caseNo => each(enter, 'cases', caseOf.get(caseNo)),
    leaveParty: partyId => each(leave, 'parties', partyOf.get(partyId)),
    enterParty: partyId => each(enter, 'parties', partyOf.get(partyId)),
  }
}
