import { definitionFiles } from '../../api-definition-files.ts'
import type { BundleFile, ProcessDraft } from '../../api-types.ts'
import { changesBetween } from './changes-between.ts'
import { type ThreeSides, threeSides } from './three-sides.ts'

/** The three sides of a merge: what the product brought earlier, what the office made of it, what a release proposes. */
export interface Merge {
  /** Versions of the first two. */
  base: number
  own: number
  sides: ThreeSides
}

/**
 * Compares the three sides; nothing where there are not three.
 * @param files of the draft, as they are now
 * @param own files of the office's version in force
 */
export async function mergeOf(
  { shippedBase, basedOn }: ProcessDraft,
  files: readonly BundleFile[],
  own: readonly BundleFile[],
  signal?: AbortSignal,
): Promise<Merge | undefined> {
  if (!shippedBase || !basedOn) return undefined
  const base = (await definitionFiles(shippedBase.processDefinitionKey, signal)).files
  const [byOffice, byRelease] = await Promise.all([changesBetween(base, own), changesBetween(base, files)])
  return { base: shippedBase.version, own: basedOn.version, sides: threeSides(byOffice, byRelease) }
}
