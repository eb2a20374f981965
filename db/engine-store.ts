import type { Database, Statement } from 'better-sqlite3'
import {
  type Due,
  type EngineStore,
  type Linkable,
  ROW_IDS,
  type RowId,
  type RowKind,
  type Rows,
} from '../server/engine/embedded/index.ts'
import type { Key } from '../server/engine/protocol/records.ts'
import { createTransactions } from './transactions.ts'

type Cell = string | number | null

/** The columns of each kind, in order; the compiler sees to it that none is missing. */
const COLUMNS: { [K in RowKind]: readonly (keyof Rows[K] & string)[] } = {
  instance: ['processInstanceKey', 'bpmnProcessId', 'isPaused', 'document'],
  owner: ['key', 'processInstanceKey'],
  job: ['jobKey', 'processInstanceKey', 'type', 'isActivatable', 'due'],
  timer: ['timerKey', 'processInstanceKey', 'waiterKey', 'due'],
  subscription: ['subscriptionKey', 'processInstanceKey', 'bpmnProcessId', 'messageName', 'correlationKey'],
  message: ['messageKey', 'name', 'correlationKey', 'messageId', 'deadline', 'cause', 'variables', 'correlatedWith'],
  signal: ['subscriptionKey', 'processInstanceKey', 'signalName', 'waiterKey'],
  start: [
    'startKey',
    'kind',
    'processDefinitionKey',
    'bpmnProcessId',
    'elementId',
    'name',
    'due',
    'repetitions',
    'processInstanceKey',
    'cause',
  ],
  startLock: ['bpmnProcessId', 'correlationKey', 'processInstanceKey'],
  version: ['kind', 'id', 'version'],
  branch: ['processInstanceKey', 'branch', 'document'],
  value: ['processInstanceKey', 'scopeKey', 'name', 'value'],
  process: [
    'processDefinitionKey',
    'bpmnProcessId',
    'version',
    'name',
    'versionTag',
    'resourceName',
    'checksum',
    'deploymentKey',
  ],
  form: ['formKey', 'formId', 'version', 'versionTag', 'resourceName', 'checksum', 'deploymentKey'],
  requirements: [
    'decisionRequirementsKey',
    'decisionRequirementsId',
    'decisionRequirementsName',
    'version',
    'resourceName',
    'checksum',
    'deploymentKey',
  ],
  decision: [
    'decisionKey',
    'decisionId',
    'decisionName',
    'version',
    'versionTag',
    'decisionRequirementsKey',
    'decisionRequirementsId',
  ],
  resource: ['checksum', 'content'],
}

/** The tables that the engine writes from records alone, children before parents: what `verify` rebuilds and compares. */
export const DERIVED_ENGINE_TABLES: readonly string[] = (Object.keys(COLUMNS) as RowKind[])
  .filter(kind => kind !== 'resource')
  .map(tableOf)

/** The engine's store in SQLite, on the writing connection. Every hot statement is prepared once; nobody else writes these tables. */
export function createEngineStore(db: Database): EngineStore {
  const kinds = Object.fromEntries(
    (Object.keys(COLUMNS) as RowKind[]).map(kind => [kind, prepareKind(db, kind)]),
  ) as Record<RowKind, KindStatements>
  const queries = prepareQueries(db)
  const transactions = createTransactions(db)

  return {
    transaction: transactions.run,
    savepoint: transactions.savepoint,

    put(kind, row) {
      transactions.noteWrite()
      const { put, cellsOf } = kinds[kind]
      put.run(cellsOf(row as unknown as Record<string, Cell>))
    },
    remove(kind, id) {
      transactions.noteWrite()
      const { remove, idCellsOf } = kinds[kind]
      remove.run(idCellsOf(id as Record<string, Cell>))
    },
    find<K extends RowKind>(kind: K, id: RowId<K>) {
      const { find, idCellsOf } = kinds[kind]
      return toRow(kind, find.get(idCellsOf(id as Record<string, Cell>)))
    },

    instancesNaming: key => queries.naming.all({ key }).map(owner => String(owner)),
    branchesOf: key => queries.branches.all(key).map(row => toRow('branch', row)!),
    valuesOf: key => queries.values.all(key).map(row => toRow('value', row)!),
    activatableJobs: (type, limit) => queries.activatable.all(type, limit).map(key => String(key)),
    subscriptionsTo: (name, key) => queries.subscriptions.all(name, key).map(row => toRow('subscription', row)!),
    bufferedMessages: (name, key) => queries.messages.all(name, key).map(row => toRow('message', row)!),
    signalsAwaited: name => queries.signals.all(name).map(row => toRow('signal', row)!),
    startsAwaiting: (kind, name) => queries.startsAwaiting.all(kind, name).map(row => toRow('start', row)!),
    startsOf: id => queries.startsOf.all(id).map(row => toRow('start', row)!),
    isRunning: key => queries.running.get({ key }) !== undefined,
    due: (at, limit) => queries.due.all({ at, limit }).map(({ kind, key, due }) => ({ kind, key: String(key), due })),
    nextDue: () => queries.nextDue.get() ?? undefined,
    pausedInstances: () => queries.paused.all().map(key => String(key)),

    latestProcess: id => toRow('process', queries.process.get(id)),
    processOfVersion: (id, version) => toRow('process', queries.processVersion.get(id, version)),
    latestForm: id => toRow('form', queries.form.get(id)),
    latestDecision: id => toRow('decision', queries.decision.get(id)),
    latestRequirements: id => toRow('requirements', queries.requirements.get(id)),
    decisionsOf: key => queries.decisionsOf.all(Number(key)).map(row => toRow('decision', row)!),

    latestTagged: (kind, id, versionTag) => toRow(kind, queries.linked[kind].tagged.get(id, versionTag)),
    deployedWith: (kind, id, deploymentKey) => toRow(kind, queries.linked[kind].deployed.get(id, deploymentKey)),
    newestBefore: (kind, id, deploymentKey) => toRow(kind, queries.before[kind].get(id, Number(deploymentKey))),

    keyBound: () => queries.keyBound.get() ?? 0,
    saveKeyBound(bound) {
      transactions.noteWrite()
      queries.saveKeyBound.run(bound)
    },
  }
}

interface KindStatements {
  put: Statement<[Cell[]]>
  remove: Statement<[Cell[]]>
  find: Statement<[Cell[]], Record<string, Cell>>
  cellsOf(row: Record<string, Cell>): Cell[]
  idCellsOf(id: Record<string, Cell>): Cell[]
}

function prepareKind(db: Database, kind: RowKind): KindStatements {
  const columns: readonly string[] = COLUMNS[kind]
  const table = tableOf(kind)
  const ids: readonly string[] = ROW_IDS[kind]
  const others = columns.filter(column => !ids.includes(column))
  const where = ids.map(column => `${snake(column)} = ?`).join(' and ')
  const values = columns.map(() => '?').join(', ')
  return {
    cellsOf: cellsIn(columns),
    idCellsOf: cellsIn(ids),
    put: db.prepare<[Cell[]]>(
      `insert into ${table} (${columns.map(snake).join(', ')}) values (${values})
       on conflict (${ids.map(snake).join(', ')}) do update set ${(others.length > 0 ? others : columns).map(column => `${snake(column)} = excluded.${snake(column)}`).join(', ')}`,
    ),
    remove: db.prepare<[Cell[]]>(`delete from ${table} where ${where}`),
    find: db.prepare<[Cell[]], Record<string, Cell>>(`select ${selection(kind)} from ${table} where ${where}`),
  }
}

function prepareQueries(db: Database) {
  const all = <K extends RowKind>(kind: K, rest: string) =>
    db.prepare<unknown[], Record<string, Cell>>(`select ${selection(kind)} from ${tableOf(kind)} ${rest}`)
  return {
    naming: db
      .prepare<{ key: Key }, number>(
        `select process_instance_key from engine_instance
         where process_instance_key < cast(:key as integer) and (instr(document, '"' || :key || '"') > 0
           or exists (select 1 from engine_branch b where b.process_instance_key = engine_instance.process_instance_key
             and instr(b.document, '"' || :key || '"') > 0))
         order by process_instance_key desc`,
      )
      .pluck(),
    values: all('value', 'where process_instance_key = ?'),
    branches: all('branch', 'where process_instance_key = ?'),
    activatable: db
      .prepare<[string, number], number>(
        'select job_key from engine_job where type = ? and is_activatable = 1 order by job_key limit ?',
      )
      .pluck(),
    subscriptions: all('subscription', 'where message_name = ? and correlation_key = ? order by subscription_key'),
    messages: all('message', 'where name = ? and correlation_key = ? order by message_key'),
    signals: all('signal', 'where signal_name = ? order by waiter_key, subscription_key'),
    startsAwaiting: all('start', 'where kind = ? and name = ? order by process_definition_key, start_key'),
    startsOf: all('start', 'where bpmn_process_id = ? order by kind, length(name), name, start_key'),
    running: db.prepare<{ key: Key }, number>(
      `select 1 from engine_instance
       where bpmn_process_id = (select bpmn_process_id from engine_process where process_definition_key = cast(:key as integer))
         and instr(document, '"processDefinitionKey":"' || :key || '"') > 0 limit 1`,
    ),
    due: db.prepare<{ at: number; limit: number }, { kind: Due['kind']; key: number; due: number }>(
      `select 'timer' as kind, timer_key as key, due, coalesce(waiter_key, timer_key) as waiter from engine_timer where due <= :at
       union all select 'start', start_key, due, 9223372036854775807 from engine_start where due is not null and due <= :at
       union all select 'job', job_key, due, job_key from engine_job where due is not null and due <= :at
       union all select 'message', message_key, deadline, message_key from engine_message where deadline <= :at
       order by due, waiter, key limit :limit`,
    ),
    nextDue: db
      .prepare<[], number | null>(
        `select min(due) from (select min(due) as due from engine_timer
         union all select min(due) from engine_start where due is not null union all select min(due) from engine_job where due is not null union all select min(deadline) from engine_message)`,
      )
      .pluck(),
    paused: db
      .prepare<[], number>('select process_instance_key from engine_instance where is_paused = 1 order by 1')
      .pluck(),
    process: all('process', 'where bpmn_process_id = ? order by version desc limit 1'),
    processVersion: all('process', 'where bpmn_process_id = ? and version = ?'),
    form: all('form', 'where form_id = ? order by version desc limit 1'),
    decision: all('decision', 'where decision_id = ? order by version desc limit 1'),
    requirements: all('requirements', 'where decision_requirements_id = ? order by version desc limit 1'),
    linked: {
      process: linkedQueries(db, 'process', 'bpmn_process_id'),
      decision: linkedQueries(
        db,
        'decision',
        'decision_id',
        'decision_requirements_key in (select decision_requirements_key from engine_requirements where deployment_key = ?)',
      ),
      form: linkedQueries(db, 'form', 'form_id'),
    },
    before: {
      form: all('form', 'where form_id = ? and deployment_key < ? order by version desc limit 1'),
      requirements: all(
        'requirements',
        'where decision_requirements_id = ? and deployment_key < ? order by version desc limit 1',
      ),
    },
    decisionsOf: all('decision', 'where decision_requirements_key = ? order by decision_key'),
    keyBound: db.prepare<[], number>('select bound from engine_key_bound where partition = 1').pluck(),
    saveKeyBound: db.prepare('insert or replace into engine_key_bound (partition, bound) values (1, ?)'),
  }
}

/** Finds what a diagram names by more than its id; few versions of one id are searched through. */
function linkedQueries(db: Database, kind: Linkable, id: string, inDeployment = 'deployment_key = ?') {
  const where = (condition: string) =>
    db.prepare<unknown[], Record<string, Cell>>(
      `select ${selection(kind)} from ${tableOf(kind)} where ${id} = ? and ${condition} order by version desc limit 1`,
    )
  return { tagged: where('version_tag = ?'), deployed: where(inDeployment) }
}

function tableOf(kind: RowKind): string {
  return `engine_${snake(kind)}`
}

function selection(kind: RowKind): string {
  return COLUMNS[kind].map(column => `${snake(column)} as "${column}"`).join(', ')
}

/** The cells of a row in the order of the columns. Keys go as numbers; one that no column can hold finds nothing as it is. */
function cellsIn(columns: readonly string[]): (row: Record<string, Cell>) => Cell[] {
  const areKeys = columns.map(isKey)
  return row => {
    const cells: Cell[] = []
    for (let i = 0; i < columns.length; i++) {
      const cell = row[columns[i]!]!
      const number = areKeys[i] && typeof cell === 'string' ? Number(cell) : undefined
      cells.push(number !== undefined && Number.isSafeInteger(number) ? number : cell)
    }
    return cells
  }
}

const KEY_COLUMNS = new Map(
  Object.entries(COLUMNS).map(([kind, columns]) => [kind, (columns as readonly string[]).filter(isKey)]),
)

/** Keys are integers in the table and strings everywhere else. */
function toRow<K extends RowKind>(kind: K, row: Record<string, Cell> | undefined): Rows[K] | undefined {
  if (!row) return undefined
  for (const column of KEY_COLUMNS.get(kind)!) if (typeof row[column] === 'number') row[column] = String(row[column])
  return row as unknown as Rows[K]
}

function isKey(column: string): boolean {
  return column === 'key' || (column.endsWith('Key') && column !== 'correlationKey')
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}
