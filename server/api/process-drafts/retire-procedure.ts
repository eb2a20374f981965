import type { Definition } from '../../projections/index.ts'
import { type ProcedureRetirement, procedureRetirementRecord } from '../../registers/procedure-retirements.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { refuseWithout, requirePermission, submit } from '../submit.ts'
import { draftRefusal } from './draft-acts.ts'

/** That a procedure is out of use; a version published since puts it back. */
export function retirementOf(
  { procedureRetirements }: House,
  { bpmnProcessId, deployedSeq }: Pick<Definition, 'bpmnProcessId' | 'deployedSeq'>,
): ProcedureRetirement | undefined {
  return procedureRetirements.find(bpmnProcessId, deployedSeq)
}

/** Takes a procedure out of use: nothing new begins with it, what runs goes on. Publishing a version puts it back. */
export async function retireProcedure(
  house: House,
  caller: Caller,
  processDefinitionKey: string,
  reason: string,
): Promise<void> {
  const deed = { kind: 'design' as const, verb: 'procedure.retire', subject: { processDefinitionKey } }
  await refuseWithout('administrate', house, caller, deed)
  const asked = house.definitions.find(processDefinitionKey)
  const definition = asked && house.definitions.findLatest(asked.bpmnProcessId)
  if (!definition) throw new Problem('resource.not-found')
  const { bpmnProcessId: processId, version, name } = definition
  await submit(house, caller, {
    ...deed,
    payload: { processId, version, reason, ...(name !== null && { name }) },
    register: [procedureRetirementRecord(processId, reason)],
    permit(person) {
      requirePermission(person, 'administrate')
      const latest = house.definitions.findLatest(processId)
      if (!latest || retirementOf(house, latest)) throw draftRefusal('procedure.retired-already')
    },
  })
}

/** @throws CommandRejected 409 where the procedure is out of use */
export function refuseRetired(house: House, definition: Pick<Definition, 'bpmnProcessId' | 'deployedSeq'>): void {
  if (retirementOf(house, definition)) throw draftRefusal('procedure.retired')
}
