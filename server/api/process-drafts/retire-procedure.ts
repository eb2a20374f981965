import type { Definition } from '../../projections/index.ts'
import {
  type ProcedureRetirement,
  procedureInUseRecord,
  procedureRetirementRecord,
} from '../../registers/procedure-retirements.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { type Deed, refuseWithout, requirePermission, submit } from '../submit.ts'
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
    commands: [{ type: 'SWITCH_STARTS', bpmnProcessId: processId, isOpen: false }],
    permit(person) {
      requirePermission(person, 'administrate')
      const latest = house.definitions.findLatest(processId)
      if (!latest || retirementOf(house, latest)) throw draftRefusal('procedure.retired-already')
    },
  })
}

/** What puts a procedure back that is out of use: an unchanged version, published again, is no new one. */
export function putBack(house: House, processId: string): Pick<Deed, 'register' | 'commands'> {
  const latest = house.definitions.findLatest(processId)
  if (!latest || !retirementOf(house, latest)) return { register: [], commands: [] }
  return {
    register: [procedureInUseRecord(processId)],
    commands: [{ type: 'SWITCH_STARTS', bpmnProcessId: processId, isOpen: true }],
  }
}

/** @throws CommandRejected 409 where the procedure is out of use */
export function refuseRetired(house: House, definition: Pick<Definition, 'bpmnProcessId' | 'deployedSeq'>): void {
  if (retirementOf(house, definition)) throw draftRefusal('procedure.retired')
}
