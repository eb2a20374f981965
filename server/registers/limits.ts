import type { Database, Statement } from 'better-sqlite3'
import { toColumn } from '../../db/key.ts'
import type { Projection } from '../../db/projection.ts'
import type { EngineRecord, Json, Key, Segment } from '../engine/protocol/records.ts'
import type { Entry, RegisterRecord } from '../journal/act.ts'
import { openNewLimits } from './new-limits.ts'

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
  'extensions',
  'startExpression',
  'stage',
  'nextAt',
  'stoppedAt',
] as const

/** New values of a limit's columns. */
export type LimitChange = { [column in (typeof CHANGEABLE)[number]]?: Json }

/**
 * The statutory limits of user tasks and of procedures. Those of a task are opened with it by its headers, counted with
 * the parameters and the calendar that hold at that entry, and closed with it; acts of the clock and of people change
 * them by records, and open those of a whole procedure.
 */
export const limits: Projection = {
  name: `register ${REGISTER}`,
  tables: ['limit_entry'],
  open(db) {
    const fresh = openNewLimits(db)
    const change = openChange(db)
    const close = openClosing(db)
    const waive = openWaiving(db)
    const move = db.prepare('UPDATE limit_entry SET element_id = ?, process_definition_key = ? WHERE owner_key = ?')
    const forget = db.prepare('DELETE FROM limit_entry WHERE process_instance_key = ?')
    const follow = (record: EngineRecord<'USER_TASK'>, segment: Segment, entry: Entry) => {
      if (record.intent === 'CREATING') fresh.openTask(record, segment, entry)
      else if (record.intent === 'COMPLETED' || record.intent === 'CANCELED') close(record.key, entry)
      else if (record.intent === 'MIGRATED')
        move.run(record.value.elementId, toColumn(segment.processDefinitionKey!), toColumn(record.key))
    }
    return entry => {
      for (const { register, op, id, value = {} } of entry.register ?? []) {
        if (register !== REGISTER) continue
        if (op === 'delete') waive(id, value)
        else if (Object.hasOwn(value, 'opened')) fresh.openProcess(id, value, entry)
        else change(id, value)
      }
      for (const segment of entry.segments ?? [])
        for (const record of segment.records) {
          if (record.valueType === 'USER_TASK') follow(record, segment, entry)
          else if (isEndOfInstance(record, segment)) close(record.key, entry)
          else if (record.valueType === 'PROCESS_INSTANCE_DELETION') forget.run(toColumn(record.key))
        }
    }
  },
}

function isEndOfInstance({ valueType, intent, key }: EngineRecord, { processInstanceKey }: Segment): boolean {
  if (valueType !== 'PROCESS_INSTANCE' || key !== processInstanceKey) return false
  return intent === 'ELEMENT_COMPLETED' || intent === 'ELEMENT_TERMINATED'
}

function openClosing(db: Database): (owner: Key, entry: Entry) => void {
  const close = db.prepare(
    'UPDATE limit_entry SET closed_at = ?, closed_seq = ?, next_at = NULL WHERE owner_key = ? AND closed_at IS NULL',
  )
  return (owner, { at, seq }) => void close.run(at, seq, toColumn(owner))
}

/** Takes away a limit that does not apply; what would have run after it runs after its heir. */
function openWaiving(db: Database): (id: string, value: Record<string, Json>) => void {
  const inherit = db.prepare('UPDATE limit_entry SET after_key = ? WHERE owner_key = ? AND after_key = ?')
  const drop = db.prepare('DELETE FROM limit_entry WHERE owner_key = ? AND parameter_key = ?')
  return (id, { heir }) => {
    const [owner = '', key = ''] = id.split('/')
    inherit.run(heir ?? null, toColumn(owner), key)
    drop.run(toColumn(owner), key)
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
    const where = 'owner_key = ? AND (? IS NULL OR parameter_key = ?)'
    const update = prepared.get(name) ?? db.prepare(`UPDATE limit_entry SET ${sets} WHERE ${where}`)
    prepared.set(name, update)
    // Before a task could have several, its limit was named by the task alone.
    const [owner = '', parameterKey = null] = id.split('/')
    update.run(...columns.map(column => columnOf(change[column])), toColumn(owner), parameterKey, parameterKey)
  }
}

function columnOf(value: Json | undefined): string | number | null {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'string')
    return value ?? null
  return JSON.stringify(value)
}

/** Which limit it is: that of a task or an instance, and its key. */
export interface LimitName {
  ownerKey: Key
  parameter: { key: string }
}

/** The id of a limit's row in records and requests. */
const limitIdOf = ({ ownerKey, parameter }: LimitName): string => `${ownerKey}/${parameter.key}`

/** The record of an act on a limit. */
export function limitRecord(limit: LimitName, change: LimitChange): RegisterRecord {
  return { register: REGISTER, op: 'put', id: limitIdOf(limit), value: change as Record<string, Json> }
}

/** The record of an act that takes away a limit which does not apply; what would run after it runs after the heir. */
export function waivedLimitRecord(limit: LimitName, heir: string | null): RegisterRecord {
  return { register: REGISTER, op: 'delete', id: limitIdOf(limit), value: { heir } }
}

/** The record of an act that opens the limit of a whole procedure. */
export function openedLimitRecord(
  limit: LimitName,
  opened: { elementId: string; processDefinitionKey: Key; position: number; escalateTo: string | null } & LimitChange,
): RegisterRecord {
  return {
    register: REGISTER,
    op: 'put',
    id: limitIdOf(limit),
    value: { ...opened, opened: true } as Record<string, Json>,
  }
}
