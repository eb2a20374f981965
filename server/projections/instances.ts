import type { Database } from 'better-sqlite3'
import { toColumn } from '../../db/key.ts'
import type { Projection } from '../../db/projection.ts'
import type { EngineRecord, Json, Key, Segment } from '../engine/protocol/records.ts'
import type { Entry } from '../journal/act.ts'

/** Process instances as lists show them: state, incidents, who started them, and the context of their case. */
export const instances: Projection = {
  name: 'instances',
  tables: ['case_handler', 'instance_summary'],
  open(db) {
    const rows = openRows(db)
    return entry => {
      for (const segment of entry.segments ?? []) {
        if (!segment.processInstanceKey) continue
        const change: Change = {
          key: segment.processInstanceKey,
          begun: false,
          context: {},
          handlers: [],
          incidents: 0,
        }
        for (const record of segment.records) note(change, record)
        rows.write(change, segment, entry)
      }
    }
  },
}

/** What one segment means for its instance. */
interface Change {
  key: Key
  begun: boolean
  ended?: 'COMPLETED' | 'TERMINATED'
  context: Partial<Record<ContextColumn, string | number | null>>
  handlers: string[]
  incidents: number
}

type ContextColumn = 'case_no' | 'title' | 'party' | 'round'

/** Variables of the instance's own scope that every procedure names the same. */
const CONTEXT: Record<string, ContextColumn> = {
  caseNo: 'case_no',
  caseTitle: 'title',
  partyName: 'party',
  round: 'round',
}

function note(change: Change, record: EngineRecord): void {
  switch (record.valueType) {
    case 'PROCESS_INSTANCE':
      if (record.key !== change.key) return
      if (record.intent === 'ELEMENT_ACTIVATING') change.begun = true
      if (record.intent === 'ELEMENT_COMPLETED') change.ended = 'COMPLETED'
      if (record.intent === 'ELEMENT_TERMINATED') change.ended = 'TERMINATED'
      return
    case 'VARIABLE':
      if (record.value.scopeKey === change.key) noteVariable(change, record.value.name, record.value.value)
      return
    case 'INCIDENT':
      change.incidents += record.intent === 'CREATED' ? 1 : -1
  }
}

function noteVariable(change: Change, name: string, value: Json): void {
  const column = CONTEXT[name]
  if (column) change.context[column] = plain(value, column)
  if (name === 'handlerIds' && Array.isArray(value)) {
    change.handlers.push(...value.filter(id => typeof id === 'string'))
  }
}

/** A redacted value, or one of another type than the list can show, shows as nothing. */
function plain(value: Json, column: ContextColumn): string | number | null {
  if (column === 'round') return typeof value === 'number' ? value : null
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

interface Rows {
  write(change: Change, segment: Segment, entry: Entry): void
}

function openRows(db: Database): Rows {
  const insert = db.prepare(
    `insert into instance_summary (process_instance_key, process_definition_key, bpmn_process_id, version, state,
       incidents, started_by, started_at, case_no) values (?, ?, ?, ?, 'ACTIVE', 0, ?, ?, ?)`,
  )
  const context = Object.fromEntries(
    Object.values(CONTEXT).map(column => [
      column,
      db.prepare(`update instance_summary set ${column} = ? where process_instance_key = ?`),
    ]),
  )
  const count = db.prepare('update instance_summary set incidents = incidents + ? where process_instance_key = ?')
  const end = db.prepare('update instance_summary set state = ?, ended_at = ? where process_instance_key = ?')
  const handler = db.prepare(
    'insert or ignore into case_handler (process_instance_key, person_id, seq, at) values (?, ?, ?, ?)',
  )
  return {
    write(change, { processDefinitionKey, bpmnProcessId, version }, { actor, at, seq, caseNo }) {
      const key = toColumn(change.key)
      if (change.begun) {
        const starter = actor.kind === 'person' ? actor.id : null
        insert.run(key, toColumn(processDefinitionKey!), bpmnProcessId, version, starter, at, caseNo ?? null)
      }
      for (const [column, value] of Object.entries(change.context)) context[column]!.run(value, key)
      if (change.incidents !== 0) count.run(change.incidents, key)
      if (change.ended) end.run(change.ended, at, key)
      for (const personId of change.handlers) handler.run(key, personId, seq, at)
    },
  }
}
