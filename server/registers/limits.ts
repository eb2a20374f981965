import type { Database, Statement } from 'better-sqlite3'
import { toColumn } from '../../db/key.ts'
import type { Projection } from '../../db/projection.ts'
import { dayOf } from '../deadlines/office-day.ts'
import type { EngineRecord, Json, Segment } from '../engine/protocol/records.ts'
import type { Entry, RegisterRecord } from '../journal/act.ts'
import { openCalendars } from './calendars.ts'
import { countEntry, nextLook } from './count-limit-entry.ts'
import { openLimitParameters } from './limit-parameters.ts'

const REGISTER = 'limits'

/** Columns that an act on a limit may set; its record holds their new values. */
const CHANGEABLE = [
  'startedAt',
  'dueAt',
  'remindAt',
  'urgentAt',
  'isProvisional',
  'calendarVersion',
  'parameter',
  'excluded',
  'startExpression',
  'stage',
  'nextAt',
] as const

/** New values of a limit's columns. */
export type LimitChange = { [column in (typeof CHANGEABLE)[number]]?: Json }

/**
 * The statutory limits of user tasks. One is opened with the task whose header names it, counted with the parameter and
 * the calendar that hold at that entry, and closed with it; acts of the clock and of people change it by records.
 */
export const limits: Projection = {
  name: `register ${REGISTER}`,
  tables: ['limit_entry'],
  open(db) {
    const row = openRow(db)
    const change = openChange(db)
    const close = db.prepare(
      'UPDATE limit_entry SET closed_at = ?, closed_seq = ?, next_at = NULL WHERE user_task_key = ? AND closed_at IS NULL',
    )
    const move = db.prepare('UPDATE limit_entry SET element_id = ?, process_definition_key = ? WHERE user_task_key = ?')
    const forget = db.prepare('DELETE FROM limit_entry WHERE process_instance_key = ?')
    const follow = (record: EngineRecord<'USER_TASK'>, segment: Segment, entry: Entry) => {
      const key = toColumn(record.key)
      if (record.intent === 'CREATING') row.insert(record, segment, entry)
      else if (record.intent === 'COMPLETED' || record.intent === 'CANCELED') close.run(entry.at, entry.seq, key)
      else if (record.intent === 'MIGRATED')
        move.run(record.value.elementId, toColumn(segment.processDefinitionKey!), key)
    }
    return entry => {
      for (const { register, id, value = {} } of entry.register ?? []) if (register === REGISTER) change(id, value)
      for (const segment of entry.segments ?? [])
        for (const record of segment.records) {
          if (record.valueType === 'USER_TASK') follow(record, segment, entry)
          else if (record.valueType === 'PROCESS_INSTANCE_DELETION') forget.run(toColumn(record.key))
        }
    }
  },
}

function openRow(db: Database) {
  const parameters = openLimitParameters(db)
  const calendars = openCalendars(db)
  const insert = db.prepare(
    `INSERT INTO limit_entry (user_task_key, process_instance_key, process_definition_key, element_id,
      element_instance_key, parameter_key, parameter, start_expression, escalate_to, started_at, due_at, remind_at,
      urgent_at, excluded, is_provisional, calendar_version, stage, next_at, opened_seq)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', ?, ?, 'running', ?, ?)`,
  )
  return {
    insert({ key, value }: EngineRecord<'USER_TASK'>, segment: Segment, { at, seq }: Entry) {
      const { limit, limitStart, escalateTo } = value.customHeaders ?? {}
      const version = limit === undefined ? undefined : parameters.inForce(limit, dayOf(at))
      if (!version) return
      const counted = countEntry({ ...version, startedAt: at, excluded: [] }, calendars.latest())
      if (!counted) return
      const { startedAt, dueAt, remindAt, urgentAt, isProvisional, calendarVersion } = counted
      const place = [segment.processInstanceKey!, segment.processDefinitionKey!].map(toColumn)
      insert.run(
        toColumn(key),
        ...place,
        value.elementId,
        toColumn(value.elementInstanceKey),
        limit,
        JSON.stringify(version.parameter),
        limitStart ?? null,
        escalateTo ?? null,
        ...[startedAt, dueAt, remindAt, urgentAt, isProvisional ? 1 : 0, calendarVersion],
        nextLook(counted, 'running'),
        seq,
      )
    },
  }
}

/** Sets just the columns a record names; each set of columns is prepared once. */
function openChange(db: Database): (id: string, change: Record<string, Json>) => void {
  const prepared = new Map<string, Statement>()
  return (id, change) => {
    const columns = CHANGEABLE.filter(column => Object.hasOwn(change, column))
    if (columns.length === 0) return
    const name = columns.join()
    const sets = columns.map(column => `${column.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)} = ?`)
    const update = prepared.get(name) ?? db.prepare(`UPDATE limit_entry SET ${sets} WHERE user_task_key = ?`)
    prepared.set(name, update)
    update.run(...columns.map(column => columnOf(change[column])), toColumn(id))
  }
}

function columnOf(value: Json | undefined): string | number | null {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'string')
    return value ?? null
  return JSON.stringify(value)
}

/** The record of an act on the limit of a task. */
export function limitRecord(userTaskKey: string, change: LimitChange): RegisterRecord {
  return { register: REGISTER, op: 'put', id: userTaskKey, value: change as Record<string, Json> }
}
