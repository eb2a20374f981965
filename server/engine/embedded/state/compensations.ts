import type { Appliers } from './applier.ts'

/** Activities that are done and may be compensated, and those that are being compensated. */
export const compensationAppliers: Appliers<'COMPENSATION_SUBSCRIPTION'> = {
  CREATED: (draft, { key, value }) => draft.set(draft.state.compensations, key, value),
  TRIGGERED: (draft, { key, value }) => draft.set(draft.state.compensations, key, value),
  COMPLETED: (draft, { key }) => draft.remove(draft.state.compensations, key),
  DELETED: (draft, { key }) => draft.remove(draft.state.compensations, key),
}
