import type { Command } from '../../protocol/commands.ts'
import { CommandRejected } from '../../protocol/errors.ts'
import { activateProcess } from '../behaviors/lifecycle.ts'
import { setLocalVariables } from '../behaviors/variables.ts'
import type { Execution } from '../execution.ts'
import type { Rows } from '../store.ts'
import type { CommandProcessor } from './command-processor.ts'
import { refuseStartInstructions, startAt, toldInstructions } from './start-instructions.ts'

/** Starts a process at its none start event, in the version asked for, else the latest. */
export const createProcessInstance: CommandProcessor<'CREATE_PROCESS_INSTANCE'> = (execution, command) => {
  const { bpmnProcessId, version, processDefinitionKey } = findDefinition(execution, command)
  if (execution.world.isOutOfUse(bpmnProcessId))
    throw new CommandRejected(
      'INVALID_STATE',
      `Expected process '${bpmnProcessId}' to be in use, but it was taken out of use`,
    )
  const { variables = {}, startInstructions = [], businessId } = command
  const name = businessId !== undefined && { businessId }
  const process = execution.world.definitions.processOf(processDefinitionKey)
  refuseStartInstructions(process, startInstructions)
  if (startInstructions.length === 0 && !process.root.noneStart)
    throw new CommandRejected(
      'INVALID_STATE',
      'Expected to create instance of process with none start event, but there is no such event',
    )
  const processInstanceKey = execution.nextKey()
  execution.create({ processInstanceKey, processDefinitionKey, bpmnProcessId, version })
  setLocalVariables(execution, processInstanceKey, variables)
  const tell = () =>
    execution.emit({
      valueType: 'PROCESS_INSTANCE_CREATION',
      intent: 'CREATED',
      key: execution.nextKey(),
      value: { bpmnProcessId, version, variables, ...toldInstructions(command), ...name },
    })
  if (startInstructions.length > 0) startAt(execution, startInstructions, tell)
  else {
    tell()
    activateProcess(execution)
  }
  return { processInstanceKey, processDefinitionKey, bpmnProcessId, version }
}

function findDefinition({ world: { store } }: Execution, command: Command<'CREATE_PROCESS_INSTANCE'>): Rows['process'] {
  const { bpmnProcessId = '', version, processDefinitionKey } = command
  const found =
    processDefinitionKey !== undefined
      ? store.find('process', { processDefinitionKey })
      : version === undefined || version === -1
        ? store.latestProcess(bpmnProcessId)
        : store.processOfVersion(bpmnProcessId, version)
  if (found) return found
  throw new CommandRejected('NOT_FOUND', `Expected to find process definition with ${asked(command)}, but none found`)
}

function asked({ bpmnProcessId, version, processDefinitionKey }: Command<'CREATE_PROCESS_INSTANCE'>): string {
  if (processDefinitionKey !== undefined) return `key '${processDefinitionKey}'`
  return `process ID '${bpmnProcessId}'${version === undefined || version === -1 ? '' : ` and version '${version}'`}`
}
