import type { Json, Key } from '../../engine/index.ts'
import { objectionToMigration } from '../../policies/index.ts'
import {
  type InstanceMigration,
  type MappedElement,
  migratedInstanceRecord,
  migrationRecord,
} from '../../registers/instance-migrations.ts'
import { type Caller, policyPerson } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem, refusalOf } from '../problem.ts'
import { refuseWithout, requirePermission, submit } from '../submit.ts'
import { migrationRefusal, requireState } from './require-state.ts'
import { planOf, readVersions } from './verdicts.ts'

/** What an administrator plans. */
export interface NewMigration {
  sourceKey: Key
  targetKey: Key
  mappings: MappedElement[]
  /** Only these; absent: every running one. */
  processInstanceKeys?: Key[] | undefined
  reason: string
}

/** As many instances as one plan takes on; what is left needs another. */
export const MOST_INSTANCES = 5000

/**
 * Plans a migration: which instances, by which mapping, and why. Nothing goes over before another administrator approves.
 * @throws Problem 404, 422
 */
export async function proposeMigration(house: House, caller: Caller, plan: NewMigration): Promise<string> {
  const migrationId = crypto.randomUUID()
  const deed = { kind: 'design' as const, verb: 'migration.propose', subject: { migrationId } }
  await refuseWithout('administrate', house, caller, deed)
  const { source, target } = await readVersions(house, plan)
  const enginePlan = await planOf(house, plan, plan.mappings)
  const running = house.instanceMigrations.running(plan.sourceKey, MOST_INSTANCES)
  const chosen = plan.processInstanceKeys ? new Set(plan.processInstanceKeys) : undefined
  const keys = running.filter(key => chosen?.has(key) ?? true)
  const verdicts = await house.engine.dryRunMigration(enginePlan, keys)
  const fitting = verdicts.filter(({ fits }) => fits).map(({ processInstanceKey }) => processInstanceKey)
  if (fitting.length === 0) throw new Problem('migration.none-fits')
  const migration: InstanceMigration = {
    ...{ migrationId, processId: source.bpmnProcessId, sourceKey: plan.sourceKey, targetKey: plan.targetKey },
    ...{ mappings: plan.mappings, reason: plan.reason, state: 'proposed' },
    ...{ proposedBy: caller.person.personId, proposedAt: house.clock.now() },
    ...{ decidedBy: null, decidedAt: null, decisionReason: null },
  }
  const waiting = fitting.map(processInstanceKey =>
    migratedInstanceRecord({
      ...{ migrationId, processInstanceKey, caseNo: house.instances.caseOf(processInstanceKey) ?? null },
      ...{ state: 'waiting' as const, why: null, detail: null, at: null },
    }),
  )
  await submit(house, caller, {
    ...deed,
    payload: {
      ...{ processId: source.bpmnProcessId, from: source.version, to: target.version },
      ...{ mappings: plan.mappings as unknown as Json, reason: plan.reason, instances: fitting.length },
    },
    register: [migrationRecord(migration), ...waiting],
    permit: person => requirePermission(person, 'administrate'),
  })
  return migrationId
}

/** Approves a plan that another administrator made, or does not, with a reason. @throws CommandRejected 403 (R-MIGRATE), 409 */
export async function decideMigration(
  house: House,
  caller: Caller,
  migrationId: string,
  decision: { isApproved: true } | { isApproved: false; reason: string },
): Promise<void> {
  const verb = decision.isApproved ? 'migration.approve' : 'migration.refuse'
  const deed = { kind: 'design' as const, verb, subject: { migrationId } }
  await refuseWithout('administrate', house, caller, deed)
  const migration = house.instanceMigrations.find(migrationId)
  if (!migration) throw new Problem('resource.not-found')
  const reason = decision.isApproved ? null : decision.reason
  await submit(house, caller, {
    ...deed,
    payload: { processId: migration.processId, ...(reason !== null && { reason }) },
    register: [
      migrationRecord({
        ...{ ...migration, state: decision.isApproved ? 'approved' : 'refused' },
        ...{ decidedBy: caller.person.personId, decidedAt: house.clock.now(), decisionReason: reason },
      }),
    ],
    permit(person) {
      requirePermission(person, 'administrate')
      const { proposedBy } = requireState(house, migrationId, 'proposed')
      const objection = decision.isApproved ? objectionToMigration(policyPerson(person), proposedBy) : undefined
      if (objection) throw refusalOf(objection)
      if (house.definitions.find(migration.targetKey) === undefined) throw migrationRefusal('migration.other-process')
    },
  })
}
