import type { CommandTypes } from '../protocol/commands.ts'
import type { Key } from '../protocol/records.ts'
import type { Caller } from './gate.ts'
import type { Gateway } from './gateway.ts'
import { TENANT } from './wire.ts'

/** What an evaluation of conditional start events started; both protocols tell it alike. */
export interface EvaluatedConditionals {
  conditionalEvaluationKey: Key
  processInstances: { processDefinitionKey: Key; processInstanceKey: Key }[]
  tenantId: string
}

/** Starts an instance at every start event whose condition the variables fulfil. */
export async function evaluateConditionals(
  gateway: Gateway,
  caller: Caller,
  asked: CommandTypes['EVALUATE_CONDITIONALS'],
): Promise<EvaluatedConditionals> {
  const { result } = await gateway.perform(caller, { type: 'EVALUATE_CONDITIONALS', ...asked })
  const { conditionalEvaluationKey, processInstances } = result as unknown as Omit<EvaluatedConditionals, 'tenantId'>
  return { conditionalEvaluationKey, processInstances, tenantId: TENANT }
}
