import type { Database } from 'better-sqlite3'
import { toColumn, toKey } from '../../db/key.ts'
import type { Projection } from '../../db/projection.ts'
import type { Instant, Json, Key } from '../engine/index.ts'
import type { RegisterRecord } from '../journal/act.ts'
import { defineRegister, openRow, type RegisterDefinition } from './register.ts'

/** Which element of the version before becomes which of the next. */
export interface MappedElement {
  sourceElementId: string
  targetElementId: string
}

/** A plan by which running instances go over to another version; it needs a second administrator. */
export interface InstanceMigration {
  migrationId: string
  processId: string
  sourceKey: Key
  targetKey: Key
  mappings: MappedElement[]
  reason: string
  state: 'proposed' | 'approved' | 'refused'
  proposedBy: string
  proposedAt: Instant
  decidedBy: string | null
  decidedAt: Instant | null
  decisionReason: string | null
}

/** What becomes of one instance by a plan. */
export interface MigratedInstance {
  migrationId: string
  processInstanceKey: Key
  caseNo: string | null
  state: 'waiting' | 'migrated' | 'failed' | 'skipped' | 'reverted'
  /** Id of a sentence: why it failed or was passed over. */
  why: string | null
  /** What the engine said. */
  detail: string | null
  at: Instant | null
}

/** How many instances of a plan stand where. */
export type MigrationCounts = Record<MigratedInstance['state'], number>

const PLANS: RegisterDefinition = {
  name: 'instance-migrations',
  table: 'instance_migration',
  key: 'migration_id',
  columns: [
    ...['processId', 'sourceKey', 'targetKey', 'mappings', 'reason', 'state', 'proposedBy', 'proposedAt'],
    ...['decidedBy', 'decidedAt', 'decisionReason'],
  ],
  json: ['mappings'],
}
const INSTANCES: RegisterDefinition = {
  name: 'migrated-instances',
  table: 'migrated_instance',
  key: 'row_id',
  columns: ['migrationId', 'processInstanceKey', 'caseNo', 'state', 'why', 'detail', 'at'],
}

/** Plans, and what became of each instance; the latest record holds. */
export const instanceMigrations: readonly Projection[] = [defineRegister(PLANS), defineRegister(INSTANCES)]

/** What is asked of them; on the writer a guard sees what its batch wrote. */
export interface InstanceMigrations {
  find(migrationId: string): InstanceMigration | undefined
  /** Newest first. */
  list(processId: string): InstanceMigration[]
  counts(migrationId: string): MigrationCounts
  /** By key; all that stand so, or all. */
  instances(migrationId: string, state?: MigratedInstance['state'], limit?: number): MigratedInstance[]
  instance(migrationId: string, processInstanceKey: Key): MigratedInstance | undefined
  /** Instances that run on a version, oldest first. */
  running(processDefinitionKey: Key, limit: number): Key[]
}

const NO_COUNTS: MigrationCounts = { waiting: 0, migrated: 0, failed: 0, skipped: 0, reverted: 0 }
const ALL = -1

/** Prepares the questions once. */
export function openInstanceMigrations(db: Database): InstanceMigrations {
  const plan = openRow(PLANS, db)
  const row = openRow(INSTANCES, db)
  const ids = db
    .prepare<[string], string>(
      'SELECT migration_id FROM instance_migration WHERE process_id = ? ORDER BY proposed_at DESC, migration_id',
    )
    .pluck()
  const counts = db.prepare<[string], { state: MigratedInstance['state']; n: number }>(
    'SELECT state, count(*) AS n FROM migrated_instance WHERE migration_id = ? GROUP BY state',
  )
  const rows = db.prepare<{ migrationId: string; state: string | null; limit: number }, MigratedInstance>(
    `SELECT migration_id AS migrationId, process_instance_key AS processInstanceKey, case_no AS caseNo, state, why, detail, at
       FROM migrated_instance WHERE migration_id = @migrationId AND (@state IS NULL OR state = @state)
       ORDER BY row_id LIMIT @limit`,
  )
  const running = db
    .prepare<[number, number], number>(
      `SELECT process_instance_key FROM instance_summary WHERE process_definition_key = ? AND state = 'ACTIVE'
         ORDER BY process_instance_key LIMIT ?`,
    )
    .pluck()
  const find = (migrationId: string): InstanceMigration | undefined => {
    const found = plan(migrationId)
    return found && ({ ...found, migrationId } as unknown as InstanceMigration)
  }
  return {
    find,
    list: processId => ids.all(processId).map(id => find(id)!),
    counts: migrationId => ({
      ...NO_COUNTS,
      ...Object.fromEntries(counts.all(migrationId).map(({ state, n }) => [state, n])),
    }),
    instances: (migrationId, state, limit = ALL) => rows.all({ migrationId, state: state ?? null, limit }),
    instance: (migrationId, key) => row(`${migrationId}/${key}`) as unknown as MigratedInstance | undefined,
    running: (key, limit) => running.all(toColumn(key), limit).map(toKey),
  }
}

/** The record of an act that makes or decides a plan. */
export function migrationRecord({ migrationId, ...value }: InstanceMigration): RegisterRecord {
  return { register: PLANS.name, op: 'put', id: migrationId, value: value as unknown as Record<string, Json> }
}

/** The record of an act that takes an instance on. */
export function migratedInstanceRecord(value: MigratedInstance): RegisterRecord {
  const id = `${value.migrationId}/${value.processInstanceKey}`
  return { register: INSTANCES.name, op: 'put', id, value: value as unknown as Record<string, Json> }
}
