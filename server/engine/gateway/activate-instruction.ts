import type { CommandTypes } from '../protocol/commands.ts'
import type { Variables } from '../protocol/records.ts'
import { givenKey } from './wire.ts'

type ActivateInstruction = NonNullable<CommandTypes['MODIFY_PROCESS_INSTANCE']['activateInstructions']>[number]

/** An element to begin, as both protocols write it: no ancestor is key 0, no scope an empty id. */
export function activateInstruction(written: {
  elementId: string
  ancestorElementInstanceKey?: string | undefined
  variableInstructions: readonly { variables: Variables; scopeId: string }[]
}): ActivateInstruction {
  const ancestorElementInstanceKey = givenKey(written.ancestorElementInstanceKey)
  return {
    elementId: written.elementId,
    ...(ancestorElementInstanceKey !== undefined && { ancestorElementInstanceKey }),
    variableInstructions: written.variableInstructions.map(({ variables, scopeId }) => ({
      ...(scopeId !== '' && { scopeId }),
      variables,
    })),
  }
}
