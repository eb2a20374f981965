import type { Database } from 'better-sqlite3'
import { toColumn, toKey } from '../../db/key.ts'
import type { Projection } from '../../db/projection.ts'
import type { Instant, Json, Key } from '../engine/protocol/records.ts'
import type { RegisterRecord } from '../journal/act.ts'

const REGISTER = 'evidence-defects'

/** What became of a defect: not looked at; the certificate was valid after all; or what a reviewer made of it. */
export const DEFECT_STATES = ['open', 'cleared', 'harmless', 'remedied', 'excluded'] as const
export type DefectState = (typeof DEFECT_STATES)[number]

/** An act that needed a certificate and was done without a valid one, as it is known now. Instants are UTC ms. */
export interface FoundDefect {
  personId: string
  certificateId: string
  certificateState: string
  userTaskKey: Key
  processInstanceKey: Key
  processDefinitionKey: Key
  elementId: string
  caseNo: string | null
  /** The body in whose name it was done. */
  entity: string | null
  part: 'completed' | 'cosigned'
  actedAt: Instant
  actedSeq: number
}

export interface EvidenceDefect extends FoundDefect {
  defectId: string
  foundAt: Instant
  state: DefectState
  assessedBy: string | null
  assessedAt: Instant | null
  note: string | null
}

/** Acts done while there was no valid certificate: found by the house when a certificate changes, judged by reviewers. */
export const evidenceDefects: Projection = {
  name: `register ${REGISTER}`,
  tables: ['evidence_defect'],
  open(db) {
    const put = db.prepare(
      `INSERT INTO evidence_defect (defect_id, person_id, certificate_id, certificate_state, user_task_key,
         process_instance_key, process_definition_key, element_id, case_no, entity, part, acted_at, acted_seq, found_at, state)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')
       ON CONFLICT (defect_id) DO UPDATE SET certificate_state = excluded.certificate_state,
         certificate_id = excluded.certificate_id, found_at = excluded.found_at, state = 'open'`,
    )
    const turn = db.prepare('UPDATE evidence_defect SET state = ? WHERE defect_id = ?')
    const assess = db.prepare(
      'UPDATE evidence_defect SET state = ?, assessed_by = ?, assessed_at = ?, note = ? WHERE defect_id = ?',
    )
    return ({ register = [], actor, at }) => {
      for (const { register: name, id, value = {} } of register) {
        if (name !== REGISTER) continue
        if (value.note !== undefined) assess.run(value.state, actor.id, at, value.note, id)
        else if (value.state !== undefined) turn.run(value.state, id)
        else put.run(id, ...columnsOf(value as unknown as FoundDefect), at)
      }
    }
  },
}

function columnsOf(found: FoundDefect): (string | number | null)[] {
  return [
    ...[found.personId, found.certificateId, found.certificateState, toColumn(found.userTaskKey)],
    ...[toColumn(found.processInstanceKey), toColumn(found.processDefinitionKey), found.elementId, found.caseNo],
    ...[found.entity, found.part, found.actedAt, found.actedSeq],
  ]
}

/** One act of one person is one defect, however often it is found. */
export function defectIdOf({ personId, actedSeq }: Pick<FoundDefect, 'personId' | 'actedSeq'>): string {
  return `${actedSeq}-${personId}`
}

/** The record that an act was found wanting. */
export function defectRecord(found: FoundDefect): RegisterRecord {
  const value = found as unknown as Record<string, Json>
  return { register: REGISTER, op: 'put', id: defectIdOf(found), value }
}

/** The record that the certificate was valid after all. */
export function clearedRecord(defectId: string): RegisterRecord {
  return { register: REGISTER, op: 'put', id: defectId, value: { state: 'cleared' } }
}

/** The record of what a reviewer made of it. */
export function assessedRecord(defectId: string, state: DefectState, note: string): RegisterRecord {
  return { register: REGISTER, op: 'put', id: defectId, value: { state, note } }
}

export interface DefectQuery {
  state?: DefectState | undefined
  /** Only of these bodies; all without. */
  entities?: readonly string[] | undefined
  /** Part of a case number or of a name. */
  q?: string | undefined
  limit: number
  /** Id of the last of the page before. */
  after?: string | undefined
}

export interface EvidenceDefects {
  find(defectId: string): EvidenceDefect | undefined
  /** The latest act first. */
  list(query: DefectQuery): EvidenceDefect[]
  ofPerson(personId: string): EvidenceDefect[]
  /** How many of a case nobody has judged. */
  openIn(caseNo: string): number
}

type Row = Omit<EvidenceDefect, 'userTaskKey' | 'processInstanceKey' | 'processDefinitionKey'> & {
  userTaskKey: number
  processInstanceKey: number
  processDefinitionKey: number
}

const SELECT = `SELECT defect_id AS defectId, person_id AS personId, certificate_id AS certificateId,
  certificate_state AS certificateState, user_task_key AS userTaskKey, process_instance_key AS processInstanceKey,
  process_definition_key AS processDefinitionKey, element_id AS elementId, case_no AS caseNo, entity, part,
  acted_at AS actedAt, acted_seq AS actedSeq, found_at AS foundAt, state, assessed_by AS assessedBy,
  assessed_at AS assessedAt, note FROM evidence_defect`

/** Prepares the questions once. */
export function openEvidenceDefects(db: Database): EvidenceDefects {
  const one = db.prepare<[string], Row>(`${SELECT} WHERE defect_id = ?`)
  const ofPerson = db.prepare<[string], Row>(`${SELECT} WHERE person_id = ? ORDER BY acted_at`)
  const openIn = db
    .prepare<[string], number>("SELECT count(*) FROM evidence_defect WHERE case_no = ? AND state = 'open'")
    .pluck()
  const list = db.prepare<object, Row>(
    `${SELECT} WHERE (@state IS NULL OR state = @state)
       AND (@entities IS NULL OR entity IN (SELECT value FROM json_each(@entities)))
       AND (@q IS NULL OR instr(coalesce(case_no, ''), @q) > 0 OR person_id IN (
         SELECT person_id FROM person WHERE instr(name, @q) > 0))
       AND (@after IS NULL OR (acted_at, defect_id) < (SELECT acted_at, defect_id FROM evidence_defect WHERE defect_id = @after))
     ORDER BY acted_at DESC, defect_id DESC LIMIT @limit`,
  )
  return {
    find(defectId) {
      const row = one.get(defectId)
      return row && defectOf(row)
    },
    openIn: caseNo => openIn.get(caseNo) ?? 0,
    ofPerson: personId => ofPerson.all(personId).map(defectOf),
    list: ({ state, entities, q, limit, after }) =>
      list
        .all({
          ...{ state: state ?? null, q: q ?? null, limit, entities: entities ? JSON.stringify(entities) : null },
          after: after ?? null,
        })
        .map(defectOf),
  }
}

function defectOf(row: Row): EvidenceDefect {
  return {
    ...row,
    userTaskKey: toKey(row.userTaskKey),
    processInstanceKey: toKey(row.processInstanceKey),
    processDefinitionKey: toKey(row.processDefinitionKey),
  }
}
