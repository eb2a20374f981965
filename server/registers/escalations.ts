import type { Database } from 'better-sqlite3'
import { toColumn, toKey } from '../../db/key.ts'
import type { Projection } from '../../db/projection.ts'
import type { LimitConsequence } from '../deadlines/parameters/limit-parameter.ts'
import type { Instant, Json, Key } from '../engine/protocol/records.ts'
import type { RegisterRecord } from '../journal/act.ts'

const REGISTER = 'escalations'
const NOTES = 'escalation-notes'

/** What goes up: because a limit is over, or because a procedure sends it up. Instants are UTC ms. */
export interface Escalated {
  /** The task or instance whose limit is over; of what a procedure sends up, the job that did. */
  ownerKey: Key
  /** The limit; null where none is over. */
  parameterKey: string | null
  userTaskKey: Key | null
  processInstanceKey: Key
  elementId: string
  /** What the limit's end has brought about; see LimitConsequence. */
  consequence: Exclude<LimitConsequence, 'warn'>
  toRole: string
  /** Null: whoever holds the role. */
  toOrg: string | null
  dueAt: Instant | null
  /** Of what a procedure sends up: why, in a word, and the whistle, transfer … it is about. */
  kind?: string | null
  refId?: string | null
}

/** An escalation as it is kept: its number is that of the entry which recorded it. */
export interface Escalation extends Escalated {
  seq: number
  caseNo: string | null
  at: Instant
  notes: { personId: string; at: Instant; note: string | null }[]
}

/** What went up and who has taken note of it: written by the limit clock's acts, by those of the worker `escalate`, and by those of the people addressed. */
export const escalations: Projection = {
  name: `register ${REGISTER}`,
  tables: ['escalation_note', 'escalation'],
  open(db) {
    const put = db.prepare(
      `INSERT INTO escalation (seq, owner_key, parameter_key, user_task_key, process_instance_key, element_id, case_no,
        consequence, to_role, to_org, due_at, at, kind, ref_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    const note = db.prepare('INSERT OR REPLACE INTO escalation_note (seq, person_id, at, note) VALUES (?, ?, ?, ?)')
    const forgotten = 'process_instance_key = ?'
    const forget = [
      db.prepare(`DELETE FROM escalation_note WHERE seq IN (SELECT seq FROM escalation WHERE ${forgotten})`),
      db.prepare(`DELETE FROM escalation WHERE ${forgotten}`),
    ]
    return ({ register = [], segments = [], seq, at, caseNo }) => {
      for (const { register: name, id, value = {} } of register) {
        if (name === NOTES) note.run(Number(id), value.personId, value.at, value.note ?? null)
        if (name !== REGISTER) continue
        const { ownerKey, userTaskKey, processInstanceKey, ...what } = value as unknown as Escalated
        put.run(
          ...[seq, toColumn(ownerKey), what.parameterKey, userTaskKey === null ? null : toColumn(userTaskKey)],
          ...[toColumn(processInstanceKey), what.elementId, caseNo ?? null, what.consequence],
          ...[what.toRole, what.toOrg, what.dueAt, at, what.kind ?? null, what.refId ?? null],
        )
      }
      for (const { records } of segments)
        for (const { valueType, key } of records)
          if (valueType === 'PROCESS_INSTANCE_DELETION') for (const each of forget) each.run(toColumn(key))
    }
  },
}

/** Who asks: escalations to their offices; without offices, all there are. */
export interface EscalationFilter {
  offices?: readonly { role: string; org: string }[]
  /** Only what this person has not taken note of. */
  unnotedBy?: string
  /** Of one instance. */
  processInstanceKey?: Key
  /** In the case number, what it is about, or the title of the procedure; or addressed to one of these bodies. */
  q?: { text: string; bodies: readonly string[] }
  consequence?: Escalated['consequence']
  /** Why a procedure sent it up; `limit` where a limit is over and no procedure did. */
  why?: string
  limit: number
  /** Only older ones. */
  before?: number
}

/** What is asked of the escalations; on any connection. */
export interface Escalations {
  find(seq: number): Escalation | undefined
  /** What a job has sent up already. */
  madeBy(ownerKey: Key): Escalation | undefined
  /** Newest first. */
  list(filter: EscalationFilter): Escalation[]
}

interface Row extends Omit<Escalation, 'notes' | 'ownerKey' | 'userTaskKey' | 'processInstanceKey'> {
  ownerKey: number
  userTaskKey: number | null
  processInstanceKey: number
}

const SELECT = `SELECT seq, owner_key AS ownerKey, parameter_key AS parameterKey, user_task_key AS userTaskKey,
  process_instance_key AS processInstanceKey, element_id AS elementId, case_no AS caseNo, consequence,
  to_role AS toRole, to_org AS toOrg, due_at AS dueAt, at, kind, ref_id AS refId FROM escalation`

const ASKED = `(@consequence IS NULL OR consequence = @consequence)
  AND (@why IS NULL OR coalesce(kind, 'limit') = @why)
  AND (@text IS NULL OR instr(lower(coalesce(case_no, '') || ' ' || coalesce(ref_id, '')), @text) > 0
    OR to_org IN (SELECT value FROM json_each(@bodies))
    OR instr((SELECT lower(coalesce(title, '') || ' ' || coalesce(case_no, '')) FROM instance_summary
      WHERE instance_summary.process_instance_key = escalation.process_instance_key), @text) > 0)`

/** Prepares the questions once. */
export function openEscalations(db: Database): Escalations {
  const one = db.prepare<[number], Row>(`${SELECT} WHERE seq = ?`)
  const byOwner = db.prepare<[number], Row>(`${SELECT} WHERE owner_key = ? ORDER BY seq LIMIT 1`)
  const notes = db.prepare<[number], { personId: string; at: number; note: string | null }>(
    'SELECT person_id AS personId, at, note FROM escalation_note WHERE seq = ? ORDER BY at',
  )
  const page = db.prepare<Record<string, string | number | null>, Row>(
    `${SELECT} WHERE seq < @before AND ${ASKED} AND (@instance IS NULL OR process_instance_key = @instance)
       AND (@offices IS NULL OR to_role || '@' || coalesce(to_org, '') IN (SELECT value FROM json_each(@offices))
         OR (to_org IS NULL AND to_role IN (SELECT value FROM json_each(@roles))))
       AND (@unnotedBy IS NULL OR NOT EXISTS (SELECT 1 FROM escalation_note AS note
         WHERE note.seq = escalation.seq AND note.person_id = @unnotedBy))
     ORDER BY seq DESC LIMIT @limit`,
  )
  const escalationOf = (row: Row): Escalation => ({
    ...row,
    ownerKey: toKey(row.ownerKey),
    userTaskKey: row.userTaskKey === null ? null : toKey(row.userTaskKey),
    processInstanceKey: toKey(row.processInstanceKey),
    notes: notes.all(row.seq),
  })
  return {
    find(seq) {
      const row = one.get(seq)
      return row && escalationOf(row)
    },
    madeBy(ownerKey) {
      const row = byOwner.get(toColumn(ownerKey))
      return row && escalationOf(row)
    },
    list: ({ offices, unnotedBy = null, processInstanceKey, limit, before = Number.MAX_SAFE_INTEGER, ...asked }) =>
      page
        .all({
          ...{ consequence: asked.consequence ?? null, why: asked.why ?? null },
          ...{ text: asked.q?.text.toLowerCase() ?? null, bodies: JSON.stringify(asked.q?.bodies ?? []) },
          ...{ unnotedBy, limit, before, instance: processInstanceKey ? toColumn(processInstanceKey) : null },
          offices: offices ? JSON.stringify(offices.map(({ role, org }) => `${role}@${org}`)) : null,
          roles: JSON.stringify(offices?.map(({ role }) => role) ?? []),
        })
        .map(escalationOf),
  }
}

/** The record of an act by which something goes up; the act's entry gives it its number. */
export function escalationRecord(escalated: Escalated): RegisterRecord {
  const id = `${escalated.ownerKey}/${escalated.parameterKey ?? escalated.kind}`
  return { register: REGISTER, op: 'put', id, value: escalated as unknown as Record<string, Json> }
}

/** The record of an act by which somebody takes note of an escalation. */
export function escalationNoteRecord(seq: number, personId: string, at: Instant, note: string | null): RegisterRecord {
  return { register: NOTES, op: 'put', id: String(seq), value: { personId, at, note } }
}
