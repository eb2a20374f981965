import type { Database } from 'better-sqlite3'
import type { Entry, RegisterRecord } from '../../journal/act.ts'
import { cellOf, columnName } from './cells.ts'
import { openWordRows } from './word-rows.ts'

/** What a record of the register `parties` holds. */
const PARTY_COLUMNS = [
  'orgCode',
  'partyType',
  'partyName',
  'tradeName',
  'idType',
  'idNumber',
  'creditCode',
  'legalRep',
  'repIdNumber',
  'gender',
  'birthDate',
  'partyAddress',
  'partyPhone',
  'serviceAddress',
  'guardian',
  'isEnterprise',
] as const

/** Members of a party that are personal data: an entry commits to them and does not hold them. */
export const PERSONAL_PARTY_MEMBERS: string[] = [
  ...['partyName', 'tradeName', 'idNumber', 'creditCode', 'legalRep', 'repIdNumber', 'gender', 'birthDate'],
  ...['partyAddress', 'partyPhone', 'serviceAddress', 'guardian'],
]

/** Keeps the table of parties, and the words of their cases, which are found by their names. */
export function openPartyRows(db: Database): (record: RegisterRecord, entry: Entry) => void {
  const names = PARTY_COLUMNS.map(columnName)
  const put = db.prepare(
    `INSERT INTO party (party_id, ${names}, party_seq) VALUES (?, ${names.map(() => '?')}, ?)
     ON CONFLICT (party_id) DO UPDATE SET ${names.map(name => `${name} = excluded.${name}`)}`,
  )
  const casesOf = db.prepare<[string], string>('SELECT case_no FROM enforcement_case WHERE party_id = ?').pluck()
  const words = openWordRows(db)
  return ({ register, id, value = {} }, { seq }) => {
    if (register !== 'parties') return
    const cases = casesOf.all(id)
    for (const caseNo of cases) words.leaveCase(caseNo)
    words.leaveParty(id)
    put.run(
      id,
      ...PARTY_COLUMNS.map(column => cellOf(value[column] ?? (column === 'isEnterprise' ? false : null))),
      seq,
    )
    words.enterParty(id)
    for (const caseNo of cases) words.enterCase(caseNo)
  }
}
