import type { EngineRecord, ValueType } from '../../protocol/records.ts'
import type { Applier, Appliers } from './applier.ts'
import { compensationAppliers } from './compensations.ts'
import { conditionAppliers } from './conditions.ts'
import type { Draft } from './draft.ts'
import { adHocAppliers, elementAppliers, multiInstanceAppliers, processEventAppliers, runAppliers } from './elements.ts'
import { banAppliers, suspensionAppliers } from './hold.ts'
import { creationAppliers, modificationAppliers } from './instructions.ts'
import { jobAppliers } from './jobs.ts'
import { migrationAppliers } from './migrations.ts'
import { userTaskAppliers } from './user-tasks.ts'
import { variableAppliers } from './variables.ts'
import { incidentAppliers, signalSubscriptionAppliers, subscriptionAppliers, timerAppliers } from './waits.ts'

/** Which records change the state of an instance; the others only tell, or change what all instances share. */
const instanceAppliers: { [V in ValueType]?: Appliers<V> } = {
  PROCESS_INSTANCE: elementAppliers,
  PROCESS_INSTANCE_CREATION: creationAppliers,
  PROCESS_INSTANCE_MODIFICATION: modificationAppliers,
  PROCESS_INSTANCE_MIGRATION: migrationAppliers,
  PROCESS_EVENT: processEventAppliers,
  RUN: runAppliers,
  MULTI_INSTANCE: multiInstanceAppliers,
  AD_HOC_SUB_PROCESS_INSTRUCTION: adHocAppliers,
  PROCESS_INSTANCE_SUSPENSION: suspensionAppliers,
  PROCESS_INSTANCE_BAN: banAppliers,
  VARIABLE: variableAppliers,
  USER_TASK: userTaskAppliers,
  JOB: jobAppliers,
  TIMER: timerAppliers,
  MESSAGE_SUBSCRIPTION: subscriptionAppliers,
  COMPENSATION_SUBSCRIPTION: compensationAppliers,
  CONDITION_SUBSCRIPTION: conditionAppliers,
  SIGNAL_SUBSCRIPTION: signalSubscriptionAppliers,
  INCIDENT: incidentAppliers,
}

/** Changes the state of an instance as a record says; `seq` is the entry's. */
export function applyRecord(draft: Draft, record: EngineRecord, seq: number): void {
  const appliers = instanceAppliers[record.valueType] as Record<string, Applier<ValueType> | undefined> | undefined
  appliers?.[record.intent]?.(draft, record, seq)
}
