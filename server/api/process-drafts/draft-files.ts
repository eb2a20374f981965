import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import type { BundleFile } from './bundle-files.ts'

/** The files of a draft as they were last saved. @throws Problem 404 */
export function filesOfDraft({ processDrafts }: House, draftId: string): BundleFile[] {
  const draft = processDrafts.find(draftId)
  const save = draft && processDrafts.saveOf(draftId, draft.revision)
  if (!save) throw new Problem('resource.not-found')
  return processDrafts.files(save)
}
