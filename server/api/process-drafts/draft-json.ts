import type { ProcessDraftReview } from '../../registers/process-draft-reviews.ts'
import type { Environment } from '../environment.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { isoDate, named } from '../user-task-json.ts'
import type { StoredDraft } from './draft-store.ts'
import type { DraftJson, SummaryJson } from './schemas.ts'
import { shippedBaseOf } from './shipped-base.ts'

type Reading = Pick<Environment['Variables'], 'house' | 'caller'>

/** A draft with what became of it. @throws Problem 404 */
export function foundDraft(house: House, draftId: string): { draft: StoredDraft; review?: ProcessDraftReview } {
  const draft = house.processDrafts.find(draftId)
  if (!draft) throw new Problem('resource.not-found')
  const review = house.processDraftReviews.find(draftId)
  return { draft, ...(review && { review }) }
}

/** The version published since a draft was begun, if there is one. */
export function newerVersionOf(house: House, draft: StoredDraft, review?: ProcessDraftReview): number | null {
  if (review?.state === 'published') return null
  const latest = house.definitions.findLatest(draft.processId)
  if (!latest) return null
  // A new procedure under an id that is taken rests on no version, so any is newer.
  return latest.version > (draft.basedOnVersion ?? 0) ? latest.version : null
}

/** A draft as lists show it. */
export function summaryJson({ house, caller }: Reading, draft: StoredDraft): SummaryJson {
  const review = house.processDraftReviews.find(draft.draftId)
  const { editorId, editorSince, basedOnKey, basedOnVersion } = draft
  return {
    id: draft.draftId,
    processId: draft.processId,
    name: draft.name,
    state: review?.state ?? 'draft',
    origin: draft.origin,
    basedOn:
      basedOnKey === null || basedOnVersion === null
        ? null
        : { processDefinitionKey: basedOnKey, version: basedOnVersion },
    newerVersion: newerVersionOf(house, draft, review),
    revision: draft.revision,
    savedAt: isoDate(draft.savedAt),
    savedBy: namedOrHouse(house, draft.savedBy),
    editor:
      editorId === null || editorSince === null ? null : { ...named(house, editorId), since: isoDate(editorSince) },
    isMine: editorId === caller.person.personId,
    ...reviewJson(house, draft, review),
  }
}

/** A draft with its files. */
export function draftJson(reading: Reading, draftId: string): DraftJson {
  const { house } = reading
  const { draft } = foundDraft(house, draftId)
  const save = house.processDrafts.saveOf(draftId, draft.revision)!
  const shippedBase = shippedBaseOf(house, draft)
  return { ...summaryJson(reading, draft), shippedBase, files: house.processDrafts.files(save) }
}

/** Whose name stands at a save; what a release proposes, the product brought. */
export const namedOrHouse = (house: House, id: string): { id: string; name: string } =>
  id === PRODUCT ? { id, name: '循法' } : named(house, id)

/** Who brings what comes with the program. */
export const PRODUCT = 'product'

function reviewJson(house: House, draft: StoredDraft, review: ProcessDraftReview | undefined) {
  if (!review) return { submittedBy: null, submittedAt: null, returned: null, published: null }
  const { returnedBy, returnedAt, reason, publishedBy, publishedAt, publishedSeq } = review
  const isReturned = review.state === 'draft' && returnedBy !== null && returnedAt !== null
  const isPublished = publishedBy !== null && publishedAt !== null
  return {
    submittedBy: review.state === 'draft' ? null : named(house, review.submittedBy),
    submittedAt: review.state === 'draft' ? null : isoDate(review.submittedAt),
    returned: isReturned ? { by: named(house, returnedBy), reason: reason ?? '', at: isoDate(returnedAt) } : null,
    published: isPublished
      ? { by: named(house, publishedBy), at: isoDate(publishedAt), version: versionAt(house, draft, publishedSeq!) }
      : null,
  }
}

/** The version that was in force right after an entry. */
function versionAt({ definitions }: House, { processId }: StoredDraft, seq: number): number {
  return definitions.versionsOf(processId).find(({ deployedSeq }) => deployedSeq <= seq)?.version ?? 0
}
