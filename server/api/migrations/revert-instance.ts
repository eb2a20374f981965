import { CommandRejected, type Key, type MigrationPlan } from '../../engine/index.ts'
import { type InstanceMigration, migratedInstanceRecord } from '../../registers/instance-migrations.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { refuseWithout, requirePermission, submit } from '../submit.ts'
import { migrationRefusal } from './require-state.ts'
import { planOf } from './verdicts.ts'

/**
 * Takes one instance back to the version before, where that has the steps it stands at now. The approval of the plan covers
 * the way back: what it leads to was in force before.
 * @throws Problem 404; CommandRejected 403, 409
 */
export async function revertInstance(
  house: House,
  caller: Caller,
  { migrationId, processInstanceKey, reason }: { migrationId: string; processInstanceKey: Key; reason: string },
): Promise<void> {
  const subject = { migrationId, processInstanceKey }
  const deed = { kind: 'engine' as const, verb: 'process-instance.migrate-back', subject }
  await refuseWithout('administrate', house, caller, deed)
  const migration = house.instanceMigrations.find(migrationId)
  const row = house.instanceMigrations.instance(migrationId, processInstanceKey)
  if (!migration || !row) throw new Problem('resource.not-found')
  const plan = await wayBack(house, migration)
  const requireFit = await fitOf(house, plan, processInstanceKey)
  await submit(house, caller, {
    ...deed,
    ...(row.caseNo !== null && { caseNo: row.caseNo }),
    payload: { reason, from: migration.targetKey, to: migration.sourceKey },
    register: [migratedInstanceRecord({ ...row, state: 'reverted', at: house.clock.now() })],
    commands: [{ type: 'MIGRATE_PROCESS_INSTANCE', processInstanceKey, ...plan }],
    permit(person) {
      requirePermission(person, 'administrate')
      const isOver = house.instanceMigrations.instance(migrationId, processInstanceKey)?.state === 'migrated'
      const isThere = house.instances.find(processInstanceKey)?.processDefinitionKey === migration.targetKey
      if (!isOver || !isThere) throw migrationRefusal('migration.not-migrated')
      requireFit()
    },
  })
}

/** The mapping turned round. */
function wayBack(house: House, { sourceKey, targetKey, mappings }: InstanceMigration): Promise<MigrationPlan> {
  const back = mappings.map(({ sourceElementId, targetElementId }) => ({
    ...{ sourceElementId: targetElementId, targetElementId: sourceElementId },
  }))
  return planOf(house, { sourceKey: targetKey, targetKey: sourceKey }, back)
}

/** Says no in our words where the engine would say it in its own. */
async function fitOf(house: House, plan: MigrationPlan, processInstanceKey: Key): Promise<() => void> {
  const [verdict] = await house.engine.dryRunMigration(plan, [processInstanceKey])
  return () => {
    if (verdict?.fits) return
    throw new CommandRejected('INVALID_STATE', verdict?.reason ?? 'It is not running', { id: 'migration.no-way-back' })
  }
}
