import type { Key } from '../../protocol/records.ts'
import type { CompiledResource } from '../definitions.ts'
import type { Execution } from '../execution.ts'
import type { Deploying, Metadata } from './deploy-resources.ts'
import { nextVersion } from './next-version.ts'

/** New versions of the executable processes of a diagram. */
export function deployProcesses(
  execution: Execution,
  { name: resourceName, checksum, deploymentKey, isDuplicate }: Deploying,
  { processes }: Extract<CompiledResource, { kind: 'processes' }>,
  { processesMetadata }: Metadata,
  keys: Key[],
): void {
  for (const { bpmnProcessId, name, versionTag } of processes) {
    const latest = execution.world.store.latestProcess(bpmnProcessId)
    const version = isDuplicate ? latest!.version : nextVersion(execution, 'process', bpmnProcessId, latest)
    const processDefinitionKey = isDuplicate ? latest!.processDefinitionKey : execution.nextKey()
    const tag = versionTag !== undefined && { versionTag }
    const about = { bpmnProcessId, version, resourceName, ...tag }
    processesMetadata.push({ ...about, duplicate: isDuplicate })
    keys.push(processDefinitionKey)
    if (isDuplicate) continue
    execution.emitShared({
      valueType: 'PROCESS',
      intent: 'CREATED',
      key: processDefinitionKey,
      value: { ...about, ...(name !== undefined && { name }), checksum, processDefinitionKey, deploymentKey },
    })
  }
}
