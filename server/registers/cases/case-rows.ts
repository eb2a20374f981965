import type { Database } from 'better-sqlite3'
import type { Entry, RegisterRecord } from '../../journal/act.ts'
import { isMaterialChange } from './case-changes.ts'
import { cellOf, columnName } from './cells.ts'
import { openWordRows } from './word-rows.ts'

/** What a record of the register `cases` holds. */
const CASE_COLUMNS = [
  'orgCode',
  'itemCode',
  'title',
  'source',
  'place',
  'discoveredOn',
  'conductFrom',
  'conductTo',
  'partyId',
  'facts',
  'basis',
  'proposedPenalty',
  'hearingEndedOn',
  'clause58',
] as const

/** Keeps the tables of cases up to date with the records of one entry. */
export function openCaseRows(db: Database): (record: RegisterRecord, entry: Entry) => void {
  const cases = openCases(db)
  const officers = openOfficers(db)
  const changes = openChanges(db)
  const materials = openMaterials(db)
  const close = db.prepare(
    "UPDATE enforcement_case SET state = 'closed', closed_at = ?, closed_by = ?, close_reason = ? WHERE case_no = ?",
  )
  return (record, entry) => {
    if (record.register === 'cases') cases(record, entry)
    else if (record.register === 'case-closings')
      close.run(entry.happenedAt ?? entry.at, entry.actor.id, cellOf(record.value?.closeReason), record.id)
    else if (record.register === 'case-officers') officers(record, entry)
    else if (record.register === 'case-changes') changes(record, entry)
    else if (record.register === 'case-materials') materials(record, entry)
  }
}

function openCases(db: Database) {
  const names = CASE_COLUMNS.map(columnName)
  const put = db.prepare(
    `INSERT INTO enforcement_case (case_no, ${names}, case_seq, filed_at, filed_by, last_material_change_at, running_reviews, state)
     SELECT ?, ${names.map(() => '?')}, ?, ?, ?, ?, running, iif(running > 0, 'reviewing', 'filed')
     FROM (SELECT count(*) AS running FROM review WHERE case_no = ? AND ended_at IS NULL) WHERE true
     ON CONFLICT (case_no) DO UPDATE SET ${names.map(name => `${name} = excluded.${name}`)}`,
  )
  const words = openWordRows(db)
  return ({ id, value = {} }: RegisterRecord, { seq, at, happenedAt = at, actor }: Entry) => {
    words.leaveCase(id)
    // Filed on paper before it is entered: who filed first goes by the filing, what a review knows of by the entry.
    put.run(id, ...CASE_COLUMNS.map(column => cellOf(value[column])), seq, happenedAt, actor.id, at, id)
    words.enterCase(id)
  }
}

function openOfficers(db: Database) {
  const put = db.prepare(
    `INSERT INTO case_officer (case_no, person_id, case_seq, certificate_number, certificate_valid_to, since, until)
     VALUES (?, ?, (SELECT case_seq FROM enforcement_case WHERE case_no = ?), ?, ?, ?, NULL)
     ON CONFLICT (case_no, person_id) DO UPDATE SET certificate_number = excluded.certificate_number,
       certificate_valid_to = excluded.certificate_valid_to, since = excluded.since, until = NULL`,
  )
  const leave = db.prepare('UPDATE case_officer SET until = ? WHERE case_no = ? AND person_id = ?')
  return ({ op, id, value = {} }: RegisterRecord, { at }: Entry) => {
    const [caseNo = '', personId = ''] = id.split('/')
    if (op === 'delete') leave.run(at, caseNo, personId)
    else put.run(caseNo, personId, caseNo, cellOf(value.certificateNumber), cellOf(value.certificateValidTo), at)
  }
}

function openChanges(db: Database) {
  const put = db.prepare(
    `INSERT INTO case_change (case_no, seq, kind, is_material, before, after, reason, changed_by, happened_at, recorded_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const touch = db.prepare('UPDATE enforcement_case SET last_material_change_at = ? WHERE case_no = ?')
  return ({ id, value = {} }: RegisterRecord, { seq, at, happenedAt, recordedAt, actor }: Entry) => {
    const kind = String(value.kind)
    const isMaterial = isMaterialChange(kind)
    const told = [value.before, value.after, value.reason].map(cellOf)
    put.run(id, seq, kind, isMaterial ? 1 : 0, ...told, actor.id, happenedAt ?? at, recordedAt)
    // A review cannot have known of what was entered after it, whenever it happened.
    if (isMaterial) touch.run(at, id)
  }
}

function openMaterials(db: Database) {
  const put = db.prepare(
    `INSERT OR REPLACE INTO case_material (case_no, file_id, kind, name, size, type, added_by, added_at, removed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)`,
  )
  const remove = db.prepare('UPDATE case_material SET removed_at = ? WHERE case_no = ? AND file_id = ?')
  return ({ op, id, value = {} }: RegisterRecord, { at, actor }: Entry) => {
    const [caseNo = '', fileId = ''] = id.split('/')
    const about = ['kind', 'name', 'size', 'type'].map(name => cellOf(value[name]))
    if (op === 'delete') remove.run(at, caseNo, fileId)
    else put.run(caseNo, fileId, ...about, actor.id, at)
  }
}
