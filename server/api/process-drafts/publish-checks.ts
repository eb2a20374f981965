import { objectionToAssessments } from '../acts/assessments.ts'
import type { House } from '../house.ts'
import { Problem, refusalOf } from '../problem.ts'
import { type BundleFile, isDeployed } from './bundle-files.ts'
import { lintBundle } from './draft-lint.ts'

/** How a scenario of a bundle went. */
export interface ScenarioResult {
  name: string
  passed: boolean
  /** What was different, where it failed. */
  message: string | null
}

/** An office that is thrown away, in which bundles are tried. */
export interface Rehearsal {
  runScenarios(files: readonly BundleFile[]): Promise<ScenarioResult[]>
}

/** @throws Problem 422 while a rule finds an error in the bundle; CommandRejected where a policy forbids what it holds */
export async function requireClean(house: House, files: readonly BundleFile[]): Promise<void> {
  const errors = (await lintBundle(house, files)).filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (first) {
    const told = `${first.message.zh} / ${first.message.en}`
    throw new Problem('process-draft.lint', { count: errors.length, first: `${first.file} ${first.elementId} ${told}` })
  }
  const objection = await objectionToAssessments(house, files.filter(isDeployed))
  if (objection) throw refusalOf(objection)
}

/** @throws Problem 422 naming the scenarios of the bundle that fail */
export async function requireGreen({ rehearsal }: House, files: readonly BundleFile[]): Promise<void> {
  const results = (await rehearsal?.runScenarios(files)) ?? []
  const failed = results.filter(({ passed }) => !passed)
  if (failed.length === 0) return
  const names = failed.map(({ name, message }) => (message === null ? name : `${name}（${message}）`))
  throw new Problem('process-draft.scenarios', { count: failed.length, names })
}
