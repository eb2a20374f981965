import type { Database } from 'better-sqlite3'
import { toColumn } from '../../db/key.ts'
import { namedLimits } from '../bpmn/index.ts'
import { dayOf } from '../deadlines/office-day.ts'
import { exclusionPolicyOf } from '../deadlines/parameters/exclusion-policy.ts'
import type { LimitParameter } from '../deadlines/parameters/limit-parameter.ts'
import type { EngineRecord, Instant, Json, Key, Segment } from '../engine/protocol/records.ts'
import type { Entry } from '../journal/act.ts'
import { openCalendars } from './calendars.ts'
import { openSuspensions } from './case-suspensions.ts'
import { type CountedColumns, countEntry, nextLook, startOfNext } from './count-limit-entry.ts'
import { factStart } from './fact-start.ts'
import { limitParameterRegister } from './limit-parameters.ts'

/** How rows come into the limits register. */
interface NewLimits {
  /** One row for each limit the headers of a new task name. */
  openTask(record: EngineRecord<'USER_TASK'>, segment: Segment, entry: Entry): void
  /** The row that an act has counted for a whole procedure. */
  openProcess(id: string, value: Record<string, Json>, entry: Entry): void
}

interface Row extends CountedColumns {
  owner: Key
  key: string
  userTaskKey: Key | null
  processInstanceKey: Key
  processDefinitionKey: Key
  elementId: string
  elementInstanceKey: Key
  position: number
  afterKey: string | null
  parameter: LimitParameter
  startExpression: string | null
  escalateTo: string | null
}

/** Prepares the statements once. */
export function openNewLimits(db: Database): NewLimits {
  const parameters = limitParameterRegister.open(db)
  const calendars = openCalendars(db)
  const stoppedSince = openStops(db)
  const insert = openInsert(db)
  return {
    openTask({ key, value }, segment, entry) {
      const named = namedLimits(value.customHeaders ?? {})
      let before: Row | undefined
      for (const [position, { key: parameterKey, start, isNext, escalateTo }] of named.entries()) {
        const version = parameters.inForce(parameterKey, dayOf(entry.at))
        if (!version) continue
        const { parameter } = version
        const startedAt = isNext && before ? startOfNext(before, parameter) : factStart(entry, parameter)
        const counted = countEntry({ parameter, startedAt, excluded: [], extensions: [] }, calendars.latest())
        if (!counted) continue
        const row: Row = {
          ...counted,
          ...{ owner: key, key: parameterKey, userTaskKey: key, parameter, position },
          ...{ processInstanceKey: segment.processInstanceKey!, processDefinitionKey: segment.processDefinitionKey! },
          ...{ elementId: value.elementId, elementInstanceKey: value.elementInstanceKey },
          afterKey: isNext ? (before?.key ?? null) : null,
          startExpression: start ?? null,
          escalateTo: escalateTo ?? null,
        }
        insert(row, entry, stoppedSince(row, entry))
        before = row
      }
    },
    openProcess(id, value, entry) {
      const [owner = '', key = ''] = id.split('/')
      const counted = value as unknown as Row
      const row: Row = {
        ...counted,
        ...{ owner, key, userTaskKey: null, processInstanceKey: owner, elementInstanceKey: owner, afterKey: null },
        startExpression: counted.startExpression ?? null,
      }
      insert(row, entry, stoppedSince(row, entry))
    },
  }
}

/** Whether a limit that begins in a suspended case stands still from its beginning. */
function openStops(db: Database): (row: Row, entry: Entry) => Instant | null {
  const suspensions = openSuspensions(db)
  const caseOf = db
    .prepare<[number], string | null>('SELECT case_no FROM instance_summary WHERE process_instance_key = ?')
    .pluck()
  return ({ processInstanceKey, parameter }, { at, caseNo }) => {
    // Of an instance that begins with this very entry nobody has noted the case yet.
    const number = caseOf.get(toColumn(processInstanceKey)) ?? caseNo
    if (!number || !suspensions.isSuspended(number)) return null
    return exclusionPolicyOf(parameter, undefined).suspension ? at : null
  }
}

function openInsert(db: Database): (row: Row, entry: Entry, stoppedAt: Instant | null) => void {
  const insert = db.prepare(
    `INSERT OR REPLACE INTO limit_entry (owner_key, parameter_key, user_task_key, process_instance_key,
      process_definition_key, element_id, element_instance_key, position, after_key, parameter, start_expression,
      escalate_to, started_at, due_at, remind_at, urgent_at, excluded, extensions, is_provisional, calendar_version,
      stage, next_at, stopped_at, opened_seq)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', '[]', ?, ?, 'running', ?, ?, ?)`,
  )
  return (row, { seq }, stoppedAt) => {
    insert.run(
      toColumn(row.owner),
      row.key,
      row.userTaskKey === null ? null : toColumn(row.userTaskKey),
      toColumn(row.processInstanceKey),
      toColumn(row.processDefinitionKey),
      row.elementId,
      toColumn(row.elementInstanceKey),
      row.position,
      row.afterKey,
      JSON.stringify(row.parameter),
      row.startExpression,
      row.escalateTo,
      ...[row.startedAt, row.dueAt, row.remindAt, row.urgentAt, row.isProvisional ? 1 : 0, row.calendarVersion],
      nextLook(row, 'running', stoppedAt),
      stoppedAt,
      seq,
    )
  }
}
