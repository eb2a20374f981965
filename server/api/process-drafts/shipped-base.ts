import { wasShipped } from '../../registers/shipped-resources.ts'
import type { House } from '../house.ts'
import type { StoredDraft } from './draft-store.ts'

/**
 * What the office's own version grew out of: the newest before it that came with the product. With it and what a release
 * proposes there are three sides to a merge. Null for drafts that no release proposes, and where the office began by itself.
 */
export function shippedBaseOf(house: House, { origin, processId, basedOnVersion }: StoredDraft) {
  if (origin !== 'release' || basedOnVersion === null) return null
  const base = house.definitions
    .versionsOf(processId)
    .find(
      ({ version, checksum }) =>
        version < basedOnVersion && wasShipped(house.db.reader, `process:${processId}`, checksum),
    )
  return base ? { processDefinitionKey: base.processDefinitionKey, version: base.version } : null
}
