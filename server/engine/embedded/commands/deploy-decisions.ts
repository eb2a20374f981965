import type { Key } from '../../protocol/records.ts'
import type { CompiledResource } from '../definitions.ts'
import type { Execution } from '../execution.ts'
import type { Deploying, Metadata } from './deploy-resources.ts'
import { nextVersion } from './next-version.ts'

type Decisions = Extract<CompiledResource, { kind: 'decisions' }>

/** New versions of a decision requirements graph and of each of its decisions. */
export function deployDecisions(
  execution: Execution,
  { name: resourceName, checksum, deploymentKey, isDuplicate }: Deploying,
  { model, namespace }: Decisions,
  metadata: Metadata,
): void {
  const latest = execution.world.store.latestRequirements(model.id)
  const decisionRequirementsKey = isDuplicate ? latest!.decisionRequirementsKey : execution.nextKey()
  const about = {
    decisionRequirementsId: model.id,
    decisionRequirementsName: model.name,
    decisionRequirementsVersion: isDuplicate
      ? latest!.version
      : nextVersion(execution, 'requirements', model.id, latest),
    resourceName,
  }
  metadata.decisionRequirementsMetadata.push({ ...about, namespace, duplicate: isDuplicate })
  if (!isDuplicate)
    execution.emitShared({
      valueType: 'DECISION_REQUIREMENTS',
      intent: 'CREATED',
      key: decisionRequirementsKey,
      value: { ...about, checksum, decisionRequirementsKey, deploymentKey },
    })
  deployEach(execution, isDuplicate, model, decisionRequirementsKey, metadata)
}

function deployEach(
  execution: Execution,
  isDuplicate: boolean,
  { id: decisionRequirementsId, decisions }: Decisions['model'],
  decisionRequirementsKey: Key,
  { decisionsMetadata }: Metadata,
): void {
  for (const { id: decisionId, name: decisionName, versionTag } of decisions.values()) {
    const latest = execution.world.store.latestDecision(decisionId)
    const version = isDuplicate ? latest!.version : nextVersion(execution, 'decision', decisionId, latest)
    const tag = versionTag !== undefined && { versionTag }
    const about = { decisionId, decisionName, version, ...tag, decisionRequirementsId }
    decisionsMetadata.push({ ...about, duplicate: isDuplicate })
    if (isDuplicate) continue
    const decisionKey = execution.nextKey()
    const value = { ...about, decisionKey, decisionRequirementsKey }
    execution.emitShared({ valueType: 'DECISION', intent: 'CREATED', key: decisionKey, value })
  }
}
