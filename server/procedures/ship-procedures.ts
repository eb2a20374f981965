import { deployShipped } from '../api/acts/deploy-resources.ts'
import type { House } from '../api/house.ts'
import { isScenario } from '../api/process-drafts/bundle-files.ts'
import { checksumOf } from '../api/process-drafts/draft-contents.ts'
import { filesAtPublication } from '../api/process-drafts/published-files.ts'
import { shippedResourceRecord, wasShipped } from '../registers/shipped-resources.ts'
import { proposeProcedure } from './propose-procedure.ts'
import { type Bundle, readBundles, scenarioId } from './read-bundles.ts'

/**
 * Publishes the procedures that came with the product, where they are new or replace only what an earlier version of the
 * product brought. What an office has changed itself stays; the new version is proposed to it as a draft.
 */
export async function shipProcedures(house: House, workflows: string): Promise<void> {
  for (const bundle of readBundles(workflows)) {
    remember(house, bundle)
    if (isPublished(house, bundle)) continue
    const isOwn =
      bundle.contents.some(({ resourceId }) => isOfficesOwn(house, resourceId)) || hasOwnScenarios(house, bundle)
    await (isOwn ? proposeProcedure(house, bundle) : publish(house, bundle))
  }
}

/** The scenarios belong to the version with this diagram, for whoever begins a draft of it. */
function remember({ shippedScenarios }: House, { folder, contents, scenarios }: Bundle): void {
  const diagram = contents.find(({ resourceId }) => resourceId === `process:${folder}`)
  if (diagram) shippedScenarios.put(diagram.checksum, scenarios)
}

async function publish(house: House, { folder, resources, contents }: Bundle): Promise<void> {
  const records = contents.map(({ resourceId, checksum }) => shippedResourceRecord(resourceId, checksum))
  await deployShipped(house, resources, records)
  house.log.info({ procedure: folder }, 'a procedure that came with the product was published')
}

/** Whether exactly this was shipped and nothing of it has been replaced since. */
function isPublished(house: House, { contents }: Bundle): boolean {
  return contents.every(({ resourceId, checksum }) => {
    const published = publishedChecksum(house, resourceId)
    return wasShipped(house.db.writer, resourceId, checksum) && (published === undefined || published === checksum)
  })
}

function isOfficesOwn(house: House, resourceId: string): boolean {
  const published = publishedChecksum(house, resourceId)
  return published !== undefined && !wasShipped(house.db.writer, resourceId, published)
}

/** Scenarios that an office has written or changed go into force with its draft; a release does not take them away. */
function hasOwnScenarios(house: House, { folder }: Bundle): boolean {
  const latest = house.definitions.findLatest(folder)
  const own = latest ? (filesAtPublication(house, latest, isScenario) ?? []) : []
  return own.some(({ name, content }) => !wasShipped(house.db.writer, scenarioId(folder, name), checksumOf(content)))
}

/** Checksum of the version in force; undefined where there is none, or for a decision or scenario, which go with their diagram. */
function publishedChecksum({ definitions }: House, resourceId: string): string | undefined {
  const [kind, id = ''] = resourceId.split(':')
  if (kind === 'process') return definitions.findLatest(id)?.checksum
  return kind === 'form' ? definitions.findLatestForm(id)?.checksum : undefined
}
