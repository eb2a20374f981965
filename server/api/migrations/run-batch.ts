import { CommandRejected, type MigrationPlan } from '../../engine/index.ts'
import {
  type InstanceMigration,
  type MigratedInstance,
  migratedInstanceRecord,
} from '../../registers/instance-migrations.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { refuseWithout, requirePermission, submit } from '../submit.ts'
import { migrationRefusal, requireState } from './require-state.ts'
import { planOf } from './verdicts.ts'
import { type Why, whyNot } from './why-not.ts'

/** As many instances as one request takes over; whoever asks goes on until none is left. */
const BATCH = 20

/**
 * Takes the next instances of an approved plan over, each in an act of its own; one that does not go is passed over with its
 * reason. What was done stays done whatever happens: the next batch goes on where this one ended.
 * @throws Problem 404; CommandRejected 403, 409
 */
export async function runMigrationBatch(house: House, caller: Caller, migrationId: string): Promise<void> {
  const deed = { kind: 'engine' as const, verb: 'process-instance.migrate', subject: { migrationId } }
  await refuseWithout('administrate', house, caller, deed)
  if (!house.instanceMigrations.find(migrationId)) throw new Problem('resource.not-found')
  const migration = requireState(house, migrationId, 'approved')
  const plan = await planOf(house, migration, migration.mappings)
  const waiting = house.instanceMigrations.instances(migrationId, 'waiting', BATCH)
  await Promise.all(waiting.map(row => takeOver({ house, caller, migration, plan }, row)))
}

interface Run {
  house: House
  /** Without the idempotency key of the request: each instance is an act of its own. */
  caller: Caller
  migration: InstanceMigration
  plan: MigrationPlan
}

async function takeOver(run: Run, row: MigratedInstance): Promise<void> {
  const { house, migration } = run
  const instance = house.instances.find(row.processInstanceKey)
  if (instance?.state !== 'ACTIVE') return passOver(run, row, 'skipped', { why: 'migration.ended', detail: '' })
  if (instance.processDefinitionKey !== migration.sourceKey)
    return passOver(run, row, 'skipped', { why: 'migration.elsewhere', detail: '' })
  try {
    await migrate(run, row)
  } catch (error) {
    // What the rules or the plan's state refuse concerns the whole plan; what the engine refuses, this instance.
    if (!(error instanceof CommandRejected) || error.detail) throw error
    await passOver(run, row, error.type === 'NOT_FOUND' ? 'skipped' : 'failed', whyNot(error))
  }
}

async function migrate({ house, caller, migration, plan }: Run, row: MigratedInstance): Promise<void> {
  const { migrationId, reason } = migration
  const { processInstanceKey, caseNo } = row
  await submit(house, caller, {
    kind: 'engine',
    verb: 'process-instance.migrate',
    ...(caseNo !== null && { caseNo }),
    subject: { migrationId, processInstanceKey },
    payload: { reason, from: migration.sourceKey, to: migration.targetKey },
    register: [migratedInstanceRecord({ ...row, state: 'migrated', at: house.clock.now() })],
    commands: [{ type: 'MIGRATE_PROCESS_INSTANCE', processInstanceKey, ...plan }],
    permit(person) {
      requirePermission(person, 'administrate')
      requireState(house, migrationId, 'approved')
      requireWaiting(house, row)
    },
  })
}

/** Two who run the same plan at once do not do anything twice. */
function requireWaiting(house: House, { migrationId, processInstanceKey }: MigratedInstance): void {
  if (house.instanceMigrations.instance(migrationId, processInstanceKey)?.state !== 'waiting')
    throw migrationRefusal('migration.not-approved')
}

async function passOver(run: Run, row: MigratedInstance, state: 'failed' | 'skipped', why: Why): Promise<void> {
  const { house, caller } = run
  const { migrationId, processInstanceKey, caseNo } = row
  await submit(house, caller, {
    kind: 'engine',
    verb: 'process-instance.pass-over',
    ...(caseNo !== null && { caseNo }),
    subject: { migrationId, processInstanceKey },
    payload: { ...why },
    register: [migratedInstanceRecord({ ...row, state, ...why, at: house.clock.now() })],
    permit(person) {
      requirePermission(person, 'administrate')
      requireWaiting(house, row)
    },
  })
}
