import type { CompiledResource } from '../definitions.ts'
import type { Execution } from '../execution.ts'
import type { Deploying, Metadata } from './deploy-resources.ts'
import { nextVersion } from './next-version.ts'

/** A new version of a form. */
export function deployForm(
  execution: Execution,
  { name: resourceName, checksum, deploymentKey, isDuplicate }: Deploying,
  { formId, versionTag }: Extract<CompiledResource, { kind: 'form' }>,
  { formMetadata }: Metadata,
): void {
  const latest = execution.world.store.latestForm(formId)
  const version = isDuplicate ? latest!.version : nextVersion(execution, 'form', formId, latest)
  const formKey = isDuplicate ? latest!.formKey : execution.nextKey()
  const about = { formId, version, resourceName, formKey, ...(versionTag !== undefined && { versionTag }) }
  formMetadata.push({ ...about, duplicate: isDuplicate })
  if (isDuplicate) return
  execution.emitShared({
    valueType: 'FORM',
    intent: 'CREATED',
    key: formKey,
    value: { ...about, checksum, deploymentKey },
  })
}
