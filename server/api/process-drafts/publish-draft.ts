import type { DeploymentResource, Json, Outcome } from '../../engine/index.ts'
import { objectionToPublication } from '../../policies/index.ts'
import { type ProcessDraftReview, processDraftRecord } from '../../registers/process-draft-reviews.ts'
import { checkResources, toldDeployment } from '../acts/deploy-resources.ts'
import { type Caller, policyPerson } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem, refusalOf } from '../problem.ts'
import { refuseWithout, requirePermission, submit } from '../submit.ts'
import { type BundleFile, isDeployed } from './bundle-files.ts'
import { draftRefusal, marksJson } from './draft-acts.ts'
import { foundDraft, newerVersionOf } from './draft-json.ts'
import { proposedLimits } from './draft-parameters.ts'
import { requireClean, requireGreen } from './publish-checks.ts'
import { putBack } from './retire-procedure.ts'
import { requireSubmitted } from './review-acts.ts'

/**
 * Brings a draft into force, by another administrator than who handed it in: exactly the files that were handed in, with
 * the limits they propose, in one act. A draft that does not pass leaves the version in force as it is.
 * @param supersedes the version published since the draft was begun, if the person knows that it is replaced
 * @throws Problem 404, 422; CommandRejected 403 (R-PUBLISH), 409
 */
export async function publishDraft(
  house: House,
  caller: Caller,
  draftId: string,
  supersedes: number | undefined,
): Promise<void> {
  const deed = { kind: 'design' as const, verb: 'process-draft.publish', subject: { draftId } }
  await refuseWithout('administrate', house, caller, deed)
  const { review } = foundDraft(house, draftId)
  if (!review) throw new Problem('process-draft.not-submitted')
  const files = await filesToPublish(house, caller, review)
  const limits = proposedLimits(house, files)
  const back = putBack(house, review.processId)
  const { processId, revision, submittedBy } = review
  await publishing(
    submit(house, caller, {
      ...deed,
      payload: { processId, revision, submittedBy, files: marksJson(review.files), limits: limits.map(limitJson) },
      register: [
        processDraftRecord({
          ...review,
          ...{ state: 'published', publishedBy: caller.person.personId, publishedAt: house.clock.now() },
        }),
        ...limits.flatMap(({ register }) => register),
        ...(back.register ?? []),
      ],
      permit(person) {
        requirePermission(person, 'administrate')
        const present = requireSubmitted(house, draftId, revision)
        const objection = objectionToPublication(policyPerson(person), present.submittedBy)
        if (objection) throw refusalOf(objection)
        requireKnownBase(house, draftId, supersedes)
      },
      commands: [{ type: 'DEPLOY_RESOURCES', resources: resourcesOf(files) }, ...(back.commands ?? [])],
    }),
  )
}

/** What was handed in, if it passes; who may not publish it anyway is told that first. */
async function filesToPublish(house: House, caller: Caller, review: ProcessDraftReview): Promise<BundleFile[]> {
  const save = house.processDrafts.saveOf(review.draftId, review.revision)
  if (!save) throw new Problem('resource.not-found')
  // By the hashes of the entry, not by what the table of saves says today.
  const files = house.processDrafts.files({ ...save, files: review.files })
  const isBarred = objectionToPublication(policyPerson(caller.person), review.submittedBy) !== undefined
  if (isBarred || review.state !== 'submitted') return files
  checkResources(resourcesOf(files))
  await requireClean(house, files)
  await requireGreen(house, files)
  return files
}

const resourcesOf = (files: readonly BundleFile[]): DeploymentResource[] => files.filter(isDeployed)

/** @throws CommandRejected 409 when somebody published meanwhile and the person does not know of it */
function requireKnownBase(house: House, draftId: string, supersedes: number | undefined): void {
  const { draft, review } = foundDraft(house, draftId)
  const version = newerVersionOf(house, draft, review)
  if (version !== null && version !== supersedes) throw draftRefusal('process-draft.stale', { version })
}

const limitJson = ({ key, before, after }: { key: string; before: Json; after: Json }): Json => ({ key, before, after })

/** What the engine finds wrong is told as of a deployment. */
async function publishing(outcome: Promise<Outcome>): Promise<void> {
  await outcome.catch((error: unknown) => {
    throw toldDeployment(error)
  })
}
