import type { Database } from 'better-sqlite3'
import { toColumn, toKey } from '../../db/key.ts'
import type { LimitParameter } from '../deadlines/parameters/limit-parameter.ts'
import type { Instant, Key } from '../engine/protocol/records.ts'
import type { CountedColumns, LimitExclusion, LimitExtension, LimitStage } from './count-limit-entry.ts'

/** The limit of a user task, or of a whole procedure, as it stands. */
export interface LimitEntry extends CountedColumns {
  /** The task, or the instance whose procedure it is of. */
  ownerKey: Key
  /** Null for the limit of a whole procedure. */
  userTaskKey: Key | null
  processInstanceKey: Key
  processDefinitionKey: Key
  elementId: string
  elementInstanceKey: Key
  /** Its place among the limits of its owner, from 0. */
  position: number
  /** Key of the limit after whose end it runs. */
  afterKey: string | null
  parameter: LimitParameter
  startExpression: string | null
  escalateTo: string | null
  excluded: LimitExclusion[]
  extensions: LimitExtension[]
  stage: LimitStage
  nextAt: Instant | null
  /** Since when its case is suspended. */
  stoppedAt: Instant | null
  closedAt: Instant | null
}

/** What is asked of the limits register; on any connection. */
export interface Limits {
  /** The limit of a task that is over first: the one that is spoken of. */
  find(userTaskKey: Key): LimitEntry | undefined
  /** All limits of a task, or of a procedure's instance, in the order the diagram names them. */
  ofOwner(ownerKey: Key): LimitEntry[]
  /** Open ones of an element of an instance. */
  ofElement(processInstanceKey: Key, elementId: string): LimitEntry[]
  /** Open ones whose warning or end has come, earliest first. */
  dueUntil(now: Instant, limit: number): LimitEntry[]
  /** When the next one comes. */
  nextAt(): Instant | undefined
  /** Open ones whose start nobody has evaluated yet. */
  withoutStart(limit: number): LimitEntry[]
  /** Open ones that a calendar before this version was used for; what follows another limit is counted with that. */
  countedBefore(calendarVersion: number): LimitEntry[]
  /** Open ones of a parameter. */
  ofParameter(key: string): LimitEntry[]
  /** Open ones of all instances of a case. */
  ofCase(caseNo: string): LimitEntry[]
  /** Open ones that run into a year nobody announced yet, soonest first. */
  provisional(limit: number): LimitEntry[]
  /** How many these are. */
  provisionalCount(): number
}

interface Row extends Omit<LimitEntry, 'parameter' | 'excluded' | 'extensions' | 'isProvisional' | `${string}Key`> {
  ownerKey: number
  userTaskKey: number | null
  processInstanceKey: number
  processDefinitionKey: number
  elementInstanceKey: number
  afterKey: string | null
  parameter: string
  excluded: string
  extensions: string
  isProvisional: number
}

const SELECT = `SELECT owner_key AS ownerKey, user_task_key AS userTaskKey, process_instance_key AS processInstanceKey,
  process_definition_key AS processDefinitionKey, element_id AS elementId, element_instance_key AS elementInstanceKey,
  position, after_key AS afterKey, parameter, start_expression AS startExpression, escalate_to AS escalateTo,
  started_at AS startedAt, due_at AS dueAt, remind_at AS remindAt, urgent_at AS urgentAt, excluded, extensions,
  is_provisional AS isProvisional, calendar_version AS calendarVersion, stage, next_at AS nextAt,
  stopped_at AS stoppedAt, closed_at AS closedAt FROM limit_entry`

/** Prepares the questions once. */
export function openLimits(db: Database): Limits {
  const first = db.prepare<[number], Row>(`${SELECT} WHERE owner_key = ? ORDER BY due_at, position LIMIT 1`)
  const ofOwner = db.prepare<[number], Row>(`${SELECT} WHERE owner_key = ? ORDER BY position`)
  const due = db.prepare<[number, number], Row>(
    `${SELECT} WHERE next_at IS NOT NULL AND next_at <= ? ORDER BY next_at LIMIT ?`,
  )
  const next = db.prepare<[], { nextAt: number | null }>(
    'SELECT min(next_at) AS nextAt FROM limit_entry WHERE next_at IS NOT NULL',
  )
  const open = `${SELECT} WHERE closed_at IS NULL`
  const withoutStart = db.prepare<[number], Row>(`${open} AND start_expression IS NOT NULL LIMIT ?`)
  const before = db.prepare<[number], Row>(`${open} AND calendar_version < ? AND after_key IS NULL`)
  const ofParameter = db.prepare<[string], Row>(`${open} AND parameter_key = ?`)
  const ofCase = db.prepare<[string], Row>(
    `${open} AND process_instance_key IN (SELECT process_instance_key FROM instance_summary WHERE case_no = ?)
     ORDER BY owner_key, position`,
  )
  const ofElement = db.prepare<[number, string], Row>(
    `${open} AND process_instance_key = ? AND element_id = ? ORDER BY owner_key, position`,
  )
  const provisional = db.prepare<[number], Row>(`${open} AND is_provisional ORDER BY due_at LIMIT ?`)
  const count = db
    .prepare<[], number>('SELECT count(*) FROM limit_entry WHERE closed_at IS NULL AND is_provisional')
    .pluck()
  return {
    find(userTaskKey) {
      const row = first.get(toColumn(userTaskKey))
      return row && entryOf(row)
    },
    ofOwner: ownerKey => ofOwner.all(toColumn(ownerKey)).map(entryOf),
    ofElement: (key, elementId) => ofElement.all(toColumn(key), elementId).map(entryOf),
    dueUntil: (now, limit) => due.all(now, limit).map(entryOf),
    nextAt: () => next.get()?.nextAt ?? undefined,
    withoutStart: limit => withoutStart.all(limit).map(entryOf),
    countedBefore: version => before.all(version).map(entryOf),
    ofParameter: key => ofParameter.all(key).map(entryOf),
    ofCase: caseNo => ofCase.all(caseNo).map(entryOf),
    provisional: limit => provisional.all(limit).map(entryOf),
    provisionalCount: () => count.get() ?? 0,
  }
}

function entryOf(row: Row): LimitEntry {
  return {
    ...row,
    ownerKey: toKey(row.ownerKey),
    userTaskKey: row.userTaskKey === null ? null : toKey(row.userTaskKey),
    processInstanceKey: toKey(row.processInstanceKey),
    processDefinitionKey: toKey(row.processDefinitionKey),
    elementInstanceKey: toKey(row.elementInstanceKey),
    parameter: JSON.parse(row.parameter) as LimitParameter,
    excluded: JSON.parse(row.excluded) as LimitExclusion[],
    extensions: JSON.parse(row.extensions) as LimitExtension[],
    isProvisional: row.isProvisional === 1,
  }
}
