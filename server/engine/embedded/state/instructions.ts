import type { Key } from '../../protocol/records.ts'
import type { Appliers } from './applier.ts'
import type { Draft } from './draft.ts'

/** What was said when the instance was created, as far as it matters later. */
export const creationAppliers: Appliers<'PROCESS_INSTANCE_CREATION'> = {
  CREATED: (draft, { value: { runtimeInstructions, businessId } }) => {
    if (businessId !== undefined) draft.assign({ businessId })
    if (!runtimeInstructions) return
    draft.assign({ terminateAfter: runtimeInstructions.map(({ afterElementId }) => afterElementId) })
  },
}

/** A scope in which something is begun by hand is no longer ruled by what interrupted it. */
export const modificationAppliers: Appliers<'PROCESS_INSTANCE_MODIFICATION'> = {
  MODIFIED: (draft, { value: { activateInstructions } }) => {
    for (const { ancestorScopeKeys } of activateInstructions as unknown as { ancestorScopeKeys: Key[] }[])
      for (const key of ancestorScopeKeys) resume(draft, key)
  },
}

function resume(draft: Draft, key: Key): void {
  const instance = draft.state.elements[key]
  if (instance?.interruptedBy === undefined) return
  const { interruptedBy: _, ...rest } = instance
  draft.set(draft.state.elements, key, rest)
}
