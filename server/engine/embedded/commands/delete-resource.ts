import { CommandRejected } from '../../protocol/errors.ts'
import type { EngineRecord } from '../../protocol/records.ts'
import { closeAllStarts, openAllStarts } from '../behaviors/start-events.ts'
import type { Execution } from '../execution.ts'
import type { Rows } from '../store.ts'
import type { CommandProcessor } from './command-processor.ts'
import { isKey } from './find-target.ts'

/** Takes a definition out of use; its version number is never given again. Only what nobody runs can be deleted (ENGINE D11). */
export const deleteResource: CommandProcessor<'DELETE_RESOURCE'> = (execution, { resourceKey }) => {
  const { store } = execution.world
  const processDefinition = isKey(resourceKey) && store.find('process', { processDefinitionKey: resourceKey })
  const requirements = isKey(resourceKey) && store.find('requirements', { decisionRequirementsKey: resourceKey })
  const form = isKey(resourceKey) && store.find('form', { formKey: resourceKey })
  if (!processDefinition && !requirements && !form)
    throw new CommandRejected(
      'NOT_FOUND',
      `Expected to delete resource but no resource found with key \`${resourceKey}\``,
    )
  const key = execution.nextKey()
  const value = { resourceKey }
  execution.emitShared({ valueType: 'RESOURCE_DELETION', intent: 'DELETING', key, value })
  if (processDefinition) deleteProcess(execution, processDefinition)
  if (requirements) deleteDecisions(execution, requirements)
  if (form) deleteForm(execution, form)
  execution.emitShared({ valueType: 'RESOURCE_DELETION', intent: 'DELETED', key, value })
  return {}
}

/** The version before it, if there is one, is started by its events again. */
function deleteProcess(execution: Execution, row: Rows['process']): void {
  const { store, workspace } = execution.world
  const { processDefinitionKey, bpmnProcessId } = row
  workspace.flush()
  if (store.isRunning(processDefinitionKey))
    throw new CommandRejected(
      'INVALID_STATE',
      `Expected to delete resource with key \`${processDefinitionKey}\` but there are still running instances`,
    )
  const isLatest = store.latestProcess(bpmnProcessId)?.processDefinitionKey === processDefinitionKey
  tell(execution, 'PROCESS', 'DELETING', row)
  if (isLatest) closeAllStarts(execution, row)
  const before = isLatest ? versionBefore(execution, row) : undefined
  if (before) openAllStarts(execution, before)
  tell(execution, 'PROCESS', 'DELETED', row)
}

function versionBefore({ world: { store } }: Execution, row: Rows['process']): Rows['process'] | undefined {
  for (let version = row.version - 1; version > 0; version--) {
    const before = store.processOfVersion(row.bpmnProcessId, version)
    if (before) return before
  }
  return undefined
}

function deleteDecisions(execution: Execution, row: Rows['requirements']): void {
  const { decisionRequirementsKey, version: decisionRequirementsVersion, ...rest } = row
  for (const decision of execution.world.store.decisionsOf(decisionRequirementsKey))
    tell(execution, 'DECISION', 'DELETED', decision)
  tell(execution, 'DECISION_REQUIREMENTS', 'DELETED', { ...rest, decisionRequirementsKey, decisionRequirementsVersion })
}

function deleteForm(execution: Execution, row: Rows['form']): void {
  tell(execution, 'FORM', 'DELETED', row)
}

/** Each word about a definition has a key of its own; which definition is meant stands in the value. */
function tell(execution: Execution, valueType: EngineRecord['valueType'], intent: string, row: object): void {
  const value = Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== null))
  execution.emitShared({ valueType, intent, key: execution.nextKey(), value } as unknown as EngineRecord)
}
