import type { Database } from 'better-sqlite3'
import { toColumn, toKey } from '../../db/key.ts'
import type { Projection } from '../../db/projection.ts'
import type { Instant, Json, Key } from '../engine/protocol/records.ts'
import type { RegisterRecord } from '../journal/act.ts'

const REGISTER = 'guarded-acts'

/** A use of a verb that the table of lawful verbs knows (server/policies/lawfulness). */
export interface GuardedUse {
  verb: string
  kind: string | null
  verdict: 'allowed' | 'reason' | 'second'
  fromId: string | null
  toId: string | null
  reason: string | null
  processInstanceKey: Key
  processDefinitionKey: Key
  userTaskKey: Key
  elementId: string
}

export interface GuardedAct extends GuardedUse {
  /** Of the entry. */
  seq: number
  at: Instant
  actorId: string
  caseNo: string | null
}

/** Every use of a guarded verb, written by the act that uses it. It outlives its instance: what was done stays to be looked at. */
export const guardedActs: Projection = {
  name: `register ${REGISTER}`,
  tables: ['guarded_act'],
  open(db) {
    const put = db.prepare(
      `INSERT INTO guarded_act (seq, verb, kind, verdict, at, actor_id, from_id, to_id, reason, case_no,
         process_instance_key, process_definition_key, user_task_key, element_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    return ({ register = [], seq, at, actor, caseNo }) => {
      for (const { register: name, value } of register) {
        if (name !== REGISTER) continue
        const { verb, kind, verdict, fromId, toId, reason, ...place } = value as unknown as GuardedUse
        put.run(
          ...[seq, verb, kind, verdict, at, actor.id, fromId, toId, reason, caseNo ?? null],
          ...[toColumn(place.processInstanceKey), toColumn(place.processDefinitionKey)],
          ...[toColumn(place.userTaskKey), place.elementId],
        )
      }
    }
  },
}

/** The record of an act that uses a guarded verb. */
export function guardedRecord(use: GuardedUse): RegisterRecord {
  return {
    register: REGISTER,
    op: 'put',
    id: `${use.userTaskKey}/${use.verb}`,
    value: use as unknown as Record<string, Json>,
  }
}

export interface GuardedQuery {
  verb?: string | undefined
  verdict?: GuardedUse['verdict'] | undefined
  /** In the case number, or the name of one of those who took part. */
  q?: string | undefined
  limit: number
  /** Only before this one: `seq/verb`. */
  after?: string | undefined
}

export interface GuardedActs {
  /** The latest first. */
  list(query: GuardedQuery): GuardedAct[]
}

type Row = Omit<GuardedAct, 'processInstanceKey' | 'processDefinitionKey' | 'userTaskKey'> &
  Record<'processInstanceKey' | 'processDefinitionKey' | 'userTaskKey', number>

/** Prepares the question once. */
export function openGuardedActs(db: Database): GuardedActs {
  const list = db.prepare<object, Row>(
    `SELECT seq, verb, kind, verdict, at, actor_id AS actorId, from_id AS fromId, to_id AS toId, reason,
       case_no AS caseNo, process_instance_key AS processInstanceKey, process_definition_key AS processDefinitionKey,
       user_task_key AS userTaskKey, element_id AS elementId
     FROM guarded_act
     WHERE (@verb IS NULL OR verb = @verb) AND (@verdict IS NULL OR verdict = @verdict)
       AND (@seq IS NULL OR (seq, verb) < (@seq, @before))
       AND (@q IS NULL OR instr(coalesce(case_no, ''), @q) > 0 OR EXISTS (
         SELECT 1 FROM person WHERE instr(name, @q) > 0 AND person_id IN (actor_id, from_id, to_id)))
     ORDER BY seq DESC, verb DESC LIMIT @limit`,
  )
  return {
    list: ({ verb, verdict, q, limit, after }) => {
      const [seq, before] = after?.split('/') ?? []
      const asked = { verb: verb ?? null, verdict: verdict ?? null, q: q ?? null, limit }
      return list
        .all({ ...asked, seq: seq === undefined ? null : Number(seq), before: before ?? '' })
        .map(({ processInstanceKey, processDefinitionKey, userTaskKey, ...row }) => ({
          ...row,
          processInstanceKey: toKey(processInstanceKey),
          processDefinitionKey: toKey(processDefinitionKey),
          userTaskKey: toKey(userTaskKey),
        }))
    },
  }
}
