import type { Database } from 'better-sqlite3'
import { toColumn, toKey } from '../../db/key.ts'
import type { ExcludedPeriod } from '../deadlines/limit-rule.ts'
import type { LimitParameter } from '../deadlines/parameters/limit-parameter.ts'
import type { Instant, Key } from '../engine/protocol/records.ts'
import type { CountedColumns, LimitStage } from './count-limit-entry.ts'

/** The limit of a user task as it stands. */
export interface LimitEntry extends CountedColumns {
  userTaskKey: Key
  processInstanceKey: Key
  processDefinitionKey: Key
  elementId: string
  elementInstanceKey: Key
  parameter: LimitParameter
  startExpression: string | null
  escalateTo: string | null
  excluded: ExcludedPeriod[]
  stage: LimitStage
  nextAt: Instant | null
  closedAt: Instant | null
}

/** What is asked of the limits register; on any connection. */
export interface Limits {
  find(userTaskKey: Key): LimitEntry | undefined
  /** Open ones whose warning or end has come, earliest first. */
  dueUntil(now: Instant, limit: number): LimitEntry[]
  /** When the next one comes. */
  nextAt(): Instant | undefined
  /** Open ones whose start nobody has evaluated yet. */
  withoutStart(limit: number): LimitEntry[]
  /** Open ones that a calendar before this version was used for. */
  countedBefore(calendarVersion: number): LimitEntry[]
  /** Open ones of a parameter. */
  ofParameter(key: string): LimitEntry[]
}

interface Row extends Omit<LimitEntry, 'parameter' | 'excluded' | 'isProvisional' | `${string}Key`> {
  userTaskKey: number
  processInstanceKey: number
  processDefinitionKey: number
  elementInstanceKey: number
  parameter: string
  excluded: string
  isProvisional: number
}

const SELECT = `SELECT user_task_key AS userTaskKey, process_instance_key AS processInstanceKey,
  process_definition_key AS processDefinitionKey, element_id AS elementId, element_instance_key AS elementInstanceKey,
  parameter, start_expression AS startExpression, escalate_to AS escalateTo, started_at AS startedAt, due_at AS dueAt,
  remind_at AS remindAt, urgent_at AS urgentAt, excluded, is_provisional AS isProvisional,
  calendar_version AS calendarVersion, stage, next_at AS nextAt, closed_at AS closedAt FROM limit_entry`

/** Prepares the questions once. */
export function openLimits(db: Database): Limits {
  const find = db.prepare<[number], Row>(`${SELECT} WHERE user_task_key = ?`)
  const due = db.prepare<[number, number], Row>(
    `${SELECT} WHERE next_at IS NOT NULL AND next_at <= ? ORDER BY next_at LIMIT ?`,
  )
  const next = db.prepare<[], { nextAt: number | null }>(
    'SELECT min(next_at) AS nextAt FROM limit_entry WHERE next_at IS NOT NULL',
  )
  const withoutStart = db.prepare<[number], Row>(
    `${SELECT} WHERE closed_at IS NULL AND start_expression IS NOT NULL LIMIT ?`,
  )
  const before = db.prepare<[number], Row>(`${SELECT} WHERE closed_at IS NULL AND calendar_version < ?`)
  const ofParameter = db.prepare<[string], Row>(`${SELECT} WHERE closed_at IS NULL AND parameter_key = ?`)
  return {
    find(userTaskKey) {
      const row = find.get(toColumn(userTaskKey))
      return row && entryOf(row)
    },
    dueUntil: (now, limit) => due.all(now, limit).map(entryOf),
    nextAt: () => next.get()?.nextAt ?? undefined,
    withoutStart: limit => withoutStart.all(limit).map(entryOf),
    countedBefore: version => before.all(version).map(entryOf),
    ofParameter: key => ofParameter.all(key).map(entryOf),
  }
}

function entryOf(row: Row): LimitEntry {
  return {
    ...row,
    userTaskKey: toKey(row.userTaskKey),
    processInstanceKey: toKey(row.processInstanceKey),
    processDefinitionKey: toKey(row.processDefinitionKey),
    elementInstanceKey: toKey(row.elementInstanceKey),
    parameter: JSON.parse(row.parameter) as LimitParameter,
    excluded: JSON.parse(row.excluded) as ExcludedPeriod[],
    isProvisional: row.isProvisional === 1,
  }
}
