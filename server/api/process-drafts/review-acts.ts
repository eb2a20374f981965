import type { Json } from '../../engine/index.ts'
import type { Person } from '../../identity/person.ts'
import { type ProcessDraftReview, processDraftRecord } from '../../registers/process-draft-reviews.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { refuseWithout, requirePermission, submit } from '../submit.ts'
import { checkFiles, draftRefusal, marksJson, requireEditable, requirePen } from './draft-acts.ts'
import { foundDraft } from './draft-json.ts'
import { requireClean } from './publish-checks.ts'

/** Hands a draft in: what is handed in is named by hash, and nobody changes it until it comes back. */
export async function submitDraft(house: House, caller: Caller, draftId: string): Promise<void> {
  const deed = { kind: 'design' as const, verb: 'process-draft.submit', subject: { draftId } }
  await refuseWithout('administrate', house, caller, deed)
  const { draft } = foundDraft(house, draftId)
  const { revision, processId } = draft
  const save = house.processDrafts.saveOf(draftId, revision)!
  const files = house.processDrafts.files(save)
  checkFiles(files)
  await requireClean(house, files)
  const review: ProcessDraftReview = {
    ...{ draftId, processId, state: 'submitted', revision, files: save.files },
    ...{ submittedBy: caller.person.personId, submittedAt: house.clock.now() },
    ...{ returnedBy: null, returnedAt: null, reason: null, publishedBy: null, publishedAt: null, publishedSeq: null },
  }
  await submit(house, caller, {
    ...deed,
    payload: { processId, revision, files: marksJson(save.files) },
    register: [processDraftRecord(review)],
    permit(person) {
      requirePermission(person, 'administrate')
      requireEditable(house, draftId)
      const present = foundDraft(house, draftId).draft
      requirePen(house, person, present)
      if (present.revision !== revision) throw draftRefusal('process-draft.newer', { revision: present.revision })
      house.processDrafts.givePen(draftId, null)
    },
  })
}

/** Gives a draft back that was handed in, with a reason; whoever looked at it. */
export function returnDraft(house: House, caller: Caller, draftId: string, reason: string): Promise<void> {
  const by = { returnedBy: caller.person.personId, returnedAt: house.clock.now(), reason }
  return goBack(house, caller, { draftId, verb: 'process-draft.return', payload: { reason }, change: by })
}

/** Takes back what one has handed in oneself. */
export function withdrawDraft(house: House, caller: Caller, draftId: string): Promise<void> {
  const isOwn = (person: Person, { submittedBy }: ProcessDraftReview) => {
    if (submittedBy !== person.personId) throw draftRefusal('process-draft.not-yours')
  }
  const nobody = { returnedBy: null, returnedAt: null, reason: null }
  return goBack(house, caller, { draftId, verb: 'process-draft.withdraw', payload: {}, change: nobody, also: isOwn })
}

interface GoingBack {
  draftId: string
  verb: string
  payload: { [name: string]: Json }
  change: Pick<ProcessDraftReview, 'returnedBy' | 'returnedAt' | 'reason'>
  also?: (person: Person, review: ProcessDraftReview) => void
}

async function goBack(house: House, caller: Caller, going: GoingBack): Promise<void> {
  const { draftId, verb, payload, change, also } = going
  const deed = { kind: 'design' as const, verb, subject: { draftId } }
  await refuseWithout('administrate', house, caller, deed)
  const { review } = foundDraft(house, draftId)
  if (!review) throw new Problem('process-draft.not-submitted')
  await submit(house, caller, {
    ...deed,
    payload: { ...payload, processId: review.processId, revision: review.revision },
    register: [processDraftRecord({ ...review, ...change, state: 'draft' })],
    permit(person) {
      requirePermission(person, 'administrate')
      also?.(person, requireSubmitted(house, draftId, review.revision))
      requireSubmitted(house, draftId, review.revision)
    },
  })
}

/** @throws CommandRejected 409 unless just this save is handed in */
export function requireSubmitted(house: House, draftId: string, revision: number): ProcessDraftReview {
  const review = house.processDraftReviews.find(draftId)
  if (review?.state === 'published') throw draftRefusal('process-draft.is-published')
  if (review?.state !== 'submitted' || review.revision !== revision) throw draftRefusal('process-draft.not-submitted')
  return review
}
