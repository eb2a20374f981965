import { type Problem as LintProblem, lint } from '../../lint/index.ts'
import type { House } from '../house.ts'
import { knownOf } from '../known.ts'
import type { BundleFile } from './bundle-files.ts'
import type { StoredDraft } from './draft-store.ts'

/** What the rules say of a bundle, with the limits that it proposes; whatever a browser has said of it before. */
export function lintBundle(house: House, files: readonly BundleFile[]): Promise<LintProblem[]> {
  return lint({ resources: files }, knownOf(house))
}

/** How many of what a save holds; the thread is for cases, so each save is asked about once. */
export interface LintCounts {
  errors: number
  warnings: number
}

const asked = new WeakMap<House, Map<string, { revision: number; counts: LintCounts | null }>>()

/** Counts for a list; null where the files cannot even be asked about. */
export async function lintCounts(house: House, { draftId, revision }: StoredDraft): Promise<LintCounts | null> {
  const known = asked.get(house) ?? new Map()
  asked.set(house, known)
  const last = known.get(draftId)
  if (last?.revision === revision) return last.counts
  const save = house.processDrafts.saveOf(draftId, revision)!
  const counts = await lintBundle(house, house.processDrafts.files(save)).then(countsOf, () => null)
  known.set(draftId, { revision, counts })
  return counts
}

function countsOf(problems: readonly LintProblem[]): LintCounts {
  const of = (wanted: string) => problems.filter(({ severity }) => severity === wanted).length
  return { errors: of('error'), warnings: of('warning') }
}
