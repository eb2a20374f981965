import { type Change, differences, type Names } from '../../../server/prose/index.ts'
import type { BundleFile } from '../../api-types.ts'
import { knownNames } from '../prose/known-names.ts'

/** What changed from one bundle to another, in the words of this office; with ids instead of names when it cannot be asked. */
export async function changesBetween(before: readonly BundleFile[], after: readonly BundleFile[]): Promise<Change[]> {
  const names = await knownNames().catch((): Names => ({}))
  return differences(before, after, names)
}
