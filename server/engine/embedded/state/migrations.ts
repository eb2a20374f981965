import type { EngineRecord } from '../../protocol/records.ts'
import type { Appliers } from './applier.ts'
import type { Draft } from './draft.ts'
import type { ElementInstance, InstanceState } from './instance-state.ts'

/** An element instance is one of another definition from here on; with the process goes the instance. */
export function migrate(draft: Draft, { key, value }: EngineRecord<'PROCESS_INSTANCE'>): void {
  const { elementId, bpmnEventType, migration } = value
  const { eventType: _, ...instance } = draft.state.elements[key]!
  draft.set(draft.state.elements, key, {
    ...instance,
    elementId,
    ...(bpmnEventType !== undefined && { eventType: bpmnEventType }),
  })
  if (!migration) return
  const { processDefinitionKey, version } = migration
  draft.assign({ processDefinitionKey, version, bpmnProcessId: elementId })
}

/** What names elements beside what was told of each: tokens at joins, what interrupted a scope, what is still to be used. */
export const migrationAppliers: Appliers<'PROCESS_INSTANCE_MIGRATION'> = {
  MIGRATED: (draft, { value: { mappingInstructions } }) => {
    const ids = new Map(
      mappingInstructions.map(({ sourceElementId, targetElementId }) => [sourceElementId, targetElementId]),
    )
    const mapped = (id: string) => ids.get(id) ?? id
    const { elements, terminateAfter } = draft.state
    for (const [key, instance] of Object.entries(elements)) {
      const renamed = rename(instance, mapped)
      if (renamed !== instance) draft.set(elements, key, renamed)
    }
    renameJoins(draft, mapped)
    renameCompensations(draft, mapped)
    if (terminateAfter) draft.assign({ terminateAfter: terminateAfter.map(mapped) })
  },
}

type Renaming = (id: string) => string

function rename(instance: ElementInstance, mapped: Renaming): ElementInstance {
  const { event, interruptedBy } = instance
  if (!event && interruptedBy === undefined) return instance
  return {
    ...instance,
    ...(event && { event: { ...event, elementId: mapped(event.elementId) } }),
    ...(interruptedBy !== undefined && { interruptedBy: mapped(interruptedBy) }),
  }
}

function renameJoins(draft: Draft, mapped: Renaming): void {
  const { joins } = draft.state
  for (const [join, taken] of Object.entries(joins)) {
    const at = join.indexOf('/') + 1
    draft.remove(joins, join)
    const flows = Object.entries(taken).map(([flow, times]) => [mapped(flow), times])
    draft.set(joins, join.slice(0, at) + mapped(join.slice(at)), Object.fromEntries(flows))
  }
}

function renameCompensations(draft: Draft, mapped: Renaming): void {
  const { compensations }: InstanceState = draft.state
  for (const [key, subscription] of Object.entries(compensations)) {
    const { compensableActivityId, compensationHandlerId, throwEventId } = subscription
    draft.set(compensations, key, {
      ...subscription,
      compensableActivityId: mapped(compensableActivityId),
      ...(compensationHandlerId !== undefined && { compensationHandlerId: mapped(compensationHandlerId) }),
      ...(throwEventId !== undefined && { throwEventId: mapped(throwEventId) }),
    })
  }
}
