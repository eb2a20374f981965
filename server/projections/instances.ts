import type { Database } from 'better-sqlite3'
import { toColumn } from '../../db/key.ts'
import type { Projection } from '../../db/projection.ts'
import type { ElementValue, EngineRecord, Json, Key, Segment } from '../engine/protocol/records.ts'
import type { Entry } from '../journal/act.ts'
import { deletedInstances } from './deleted-instances.ts'

/** Process instances as lists show them: state, incidents, who started them, and the context of their case. */
export const instances: Projection = {
  name: 'instances',
  tables: ['case_handler', 'instance_summary'],
  open(db) {
    const rows = openRows(db)
    const forgotten = ['instance_summary', 'case_handler'].map(table =>
      db.prepare(`delete from ${table} where process_instance_key = ?`),
    )
    return entry => {
      for (const change of changesOf(entry)) rows.write(change, entry)
      for (const key of deletedInstances(entry)) for (const each of forgotten) each.run(toColumn(key))
    }
  },
}

/** What an entry means for one instance. */
interface Change {
  key: Key
  segment: Segment
  begun: boolean
  parent?: Key
  businessId?: string
  ended?: 'COMPLETED' | 'TERMINATED'
  /** It was stopped, or goes on (null). */
  hold?: 'SUSPENDED' | 'BANNED' | null
  /** It went over to another definition: how it is named there. */
  migrated?: ElementValue
  context: Partial<Record<ContextColumn, string | number | null>>
  handlers: string[]
  incidents: number
}

type ContextColumn = 'case_no' | 'title' | 'party' | 'round' | 'org'

/** Variables of the instance's own scope that every procedure names the same. */
const CONTEXT: Record<string, ContextColumn> = {
  caseNo: 'case_no',
  caseTitle: 'title',
  partyName: 'party',
  round: 'round',
  orgCode: 'org',
}

/** Instances that call each other take turns in an entry: everything about one is folded first. Callers come before what they call. */
function changesOf({ segments = [] }: Entry): Iterable<Change> {
  const changes = new Map<Key, Change>()
  for (const segment of segments) {
    const { processInstanceKey: key, records } = segment
    if (!key) continue
    const change = changes.get(key) ?? { key, segment, begun: false, context: {}, handlers: [], incidents: 0 }
    changes.set(key, change)
    for (const record of records) note(change, record)
  }
  return changes.values()
}

function note(change: Change, record: EngineRecord): void {
  switch (record.valueType) {
    case 'PROCESS_INSTANCE':
      if (record.key !== change.key) return
      if (record.intent === 'ELEMENT_ACTIVATING') noteBegin(change, record.value)
      if (record.intent === 'ELEMENT_MIGRATED') change.migrated = record.value
      if (record.intent === 'ELEMENT_COMPLETED') change.ended = 'COMPLETED'
      if (record.intent === 'ELEMENT_TERMINATED') change.ended = 'TERMINATED'
      return
    case 'PROCESS_INSTANCE_CREATION':
      if (record.value.businessId !== undefined) change.businessId = record.value.businessId
      return
    case 'PROCESS_INSTANCE_SUSPENSION':
      change.hold = record.intent === 'SUSPENDED' ? 'SUSPENDED' : null
      return
    case 'PROCESS_INSTANCE_BAN':
      change.hold = 'BANNED'
      return
    case 'VARIABLE':
      if (record.value.scopeKey === change.key) noteVariable(change, record.value.name, record.value.value)
      return
    case 'INCIDENT':
      if (record.intent !== 'MIGRATED') change.incidents += record.intent === 'CREATED' ? 1 : -1
  }
}

function noteBegin(change: Change, { parentProcessInstanceKey: parent, businessId }: ElementValue): void {
  change.begun = true
  if (parent !== undefined) change.parent = parent
  if (businessId !== undefined) change.businessId = businessId
}

function noteVariable(change: Change, name: string, value: Json): void {
  const column = Object.hasOwn(CONTEXT, name) ? CONTEXT[name] : undefined
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
  write(change: Change, entry: Entry): void
}

function openRows(db: Database): Rows {
  const insert = openInsert(db)
  const nameCase = db.prepare('update instance_summary set business_id = ? where process_instance_key = ?')
  const context = Object.fromEntries(
    Object.values(CONTEXT).map(column => [
      column,
      db.prepare(`update instance_summary set ${column} = ? where process_instance_key = ?`),
    ]),
  )
  const count = db.prepare('update instance_summary set incidents = incidents + ? where process_instance_key = ?')
  const end = db.prepare('update instance_summary set state = ?, ended_at = ? where process_instance_key = ?')
  const hold = db.prepare('update instance_summary set hold = ? where process_instance_key = ?')
  const migrate = db.prepare(
    `update instance_summary set process_definition_key = ?, bpmn_process_id = ?, version = ?
     where process_instance_key = ?`,
  )
  const handler = db.prepare(
    'insert or ignore into case_handler (process_instance_key, person_id, seq, at) values (?, ?, ?, ?)',
  )
  return {
    write(change, entry) {
      const { at, seq } = entry
      const key = toColumn(change.key)
      if (change.begun) insert(change, entry)
      if (change.businessId !== undefined) nameCase.run(change.businessId, key)
      for (const [column, value] of Object.entries(change.context)) context[column]!.run(value, key)
      if (change.incidents !== 0) count.run(change.incidents, key)
      if (change.migrated?.migration) {
        const { elementId, migration } = change.migrated
        migrate.run(toColumn(migration.processDefinitionKey), elementId, migration.version, key)
      }
      if (change.hold !== undefined) hold.run(change.hold, key)
      if (change.ended) end.run(change.ended, at, key)
      for (const personId of change.handlers) handler.run(key, personId, seq, at)
    },
  }
}

/** A called instance belongs to the case of its caller, and to whoever started that. */
function openInsert(db: Database): (change: Change, entry: Entry) => void {
  const started = db.prepare(
    `insert into instance_summary (process_instance_key, process_definition_key, bpmn_process_id, version, state,
       incidents, started_by, started_at, case_no) values (?, ?, ?, ?, 'ACTIVE', 0, ?, ?, ?)`,
  )
  const called = db.prepare(
    `insert into instance_summary (process_instance_key, process_definition_key, bpmn_process_id, version, state,
       incidents, started_by, started_at, case_no, org, parent_process_instance_key)
     select ?, ?, ?, ?, 'ACTIVE', 0, started_by, ?, coalesce(?, case_no), org, process_instance_key
     from instance_summary where process_instance_key = ?`,
  )
  return ({ key, segment, parent }, { actor, at, caseNo }) => {
    const { processDefinitionKey, bpmnProcessId, version } = segment
    const what = [toColumn(key), toColumn(processDefinitionKey!), bpmnProcessId, version] as const
    if (parent === undefined) started.run(...what, actor.kind === 'person' ? actor.id : null, at, caseNo ?? null)
    else called.run(...what, at, caseNo ?? null, toColumn(parent))
  }
}
