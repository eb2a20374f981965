import { setImmediate } from 'node:timers/promises'
import { type Problem as LintProblem, lintByRule } from '../../lint/index.ts'
import type { House } from '../house.ts'
import { knownOf } from '../known.ts'
import type { BundleFile } from './bundle-files.ts'

/**
 * What the rules say of a bundle, with the limits that it proposes; whatever a browser has said of it before. The thread is
 * for cases: they have their turn between two rules.
 */
export async function lintBundle(house: House, files: readonly BundleFile[]): Promise<LintProblem[]> {
  const problems: LintProblem[] = []
  for await (const some of lintByRule({ resources: files }, knownOf(house))) {
    problems.push(...some)
    await setImmediate()
  }
  return problems
}
