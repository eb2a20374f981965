import { CERTIFICATE_MATTERS } from './kinds.ts'
import type { Objection, Policy, TaskRequest } from './policy.ts'

/**
 * R-SOD: nobody applies for, examines, reviews, approves or issues what concerns his own certificate; of a clean-up, while
 * it is among those looked at. Who held the examination does not review the application. A matter without a holder is
 * nobody's yet.
 */
export const certificateMatter: Policy = request => {
  const { person, task, history } = request
  if (!task.kind || !CERTIFICATE_MATTERS.has(task.kind)) return undefined
  if (holders(request).includes(person.id)) return objection(task.kind, 'policy.certificate-matter')
  if (task.kind !== 'certificate-review') return undefined
  const hasExamined = history.some(({ personId, kind }) => kind === 'certificate-exam' && personId === person.id)
  return hasExamined ? objection(task.kind, 'policy.certificate-examiner') : undefined
}

/** What is done with a clean-up: it is looked through, and approved. */
const OF_CLEANUP: ReadonlySet<string> = new Set(['certificate-cleanup', 'certificate-approval'])

/** Whose certificates it is about: who is about to be named counts before who was named. */
function holders({ task, values, case: facts }: TaskRequest): unknown[] {
  const named = task.kind === 'certificate-application' ? values?.personId : undefined
  const { suspectHolderIds } = facts.known
  const suspects = OF_CLEANUP.has(task.kind ?? '') && Array.isArray(suspectHolderIds) ? suspectHolderIds : []
  return [named ?? facts.holderId, ...suspects]
}

function objection(kind: string, id: string): Objection {
  return { id, params: { wanted: `kind.${kind}` }, rule: 'R-SOD', basis: ['行政处罚法 第43条'] }
}
