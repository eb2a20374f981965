import type { Appliers } from './applier.ts'

/** Conditions that are waited for. One that was met stays until its element stops waiting: it may hold again. */
export const conditionAppliers: Appliers<'CONDITION_SUBSCRIPTION'> = {
  CREATED: (draft, { key, value: { elementId, elementInstanceKey } }) =>
    draft.set(draft.state.conditions, key, { elementId, elementInstanceKey: elementInstanceKey! }),
  MIGRATED: (draft, { key, value: { elementId } }) =>
    draft.set(draft.state.conditions, key, { ...draft.state.conditions[key]!, elementId }),
  DELETED: (draft, { key }) => draft.remove(draft.state.conditions, key),
}
