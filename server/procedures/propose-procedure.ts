import { createHash, randomBytes } from 'node:crypto'
import type { House } from '../api/house.ts'
import { presentVersion } from '../api/process-drafts/draft-acts.ts'
import { PRODUCT } from '../api/process-drafts/draft-json.ts'
import { shippedResourceRecord, wasShipped } from '../registers/shipped-resources.ts'
import type { Bundle } from './read-bundles.ts'

/**
 * Puts what a release brings beside what the office has made of it: as a draft that people compare and merge. Nothing of it
 * comes into force by itself, and the same is proposed once, whatever becomes of the draft.
 */
export async function proposeProcedure(
  house: House,
  { folder, resources, scenarios, contents }: Bundle,
): Promise<void> {
  // What was in force here before the office changed it is nothing new.
  if (contents.every(({ resourceId, checksum }) => wasShipped(house.db.writer, resourceId, checksum))) return
  const proposalId = `proposal:${folder}`
  const checksum = createHash('sha256').update(JSON.stringify(contents)).digest('hex')
  if (wasShipped(house.db.writer, proposalId, checksum)) return
  const draftId = randomBytes(6).toString('hex')
  const files = [...resources, ...scenarios].map(({ name, content }) => ({ name, content }))
  const basedOn = presentVersion(house, files)
  await house.engine.submit({
    act: {
      kind: 'design',
      verb: 'process-draft.propose',
      actor: { kind: 'system', id: PRODUCT, via: 'engine' },
      at: house.clock.now(),
      subject: { draftId },
      payload: { procedure: folder, version: basedOn.basedOnVersion, files: files.map(({ name }) => name) },
      register: [shippedResourceRecord(proposalId, checksum)],
    },
    commands: [],
    guard() {
      if (house.processDrafts.find(draftId)) return
      for (const older of untouchedProposals(house, files)) house.processDrafts.remove(older)
      house.processDrafts.create({ draftId, origin: 'release', ...basedOn, by: PRODUCT, isEdited: false, files })
    },
  })
  house.log.warn(
    { procedure: folder, draft: draftId },
    'a new version of a procedure is not published, because the office has changed the present one: it is proposed as a draft',
  )
}

/** What an earlier release proposed and nobody has looked into is out of date. */
function untouchedProposals(
  { processDrafts, processDraftReviews }: House,
  files: readonly { content: string }[],
): string[] {
  return processDrafts
    .list()
    .filter(({ origin, revision, editorId }) => origin === 'release' && revision === 1 && editorId === null)
    .filter(({ processId }) => files.some(({ content }) => content.includes(`id="${processId}"`)))
    .filter(({ draftId }) => processDraftReviews.find(draftId) === undefined)
    .map(({ draftId }) => draftId)
}
