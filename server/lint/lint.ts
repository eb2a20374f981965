import type { Known, ProcedureModel } from './model.ts'
import { type Bundle, readModels } from './read-model.ts'
import type { Problem, Rule } from './rule.ts'
import { readable } from './rules/words/readable.ts'
import { rules } from './rules.ts'

/**
 * What is wrong with a bundle, each problem once, in the order of the rules. What cannot be read silences the rest.
 * @param known what the house knows beside the bundle
 */
export async function lint(bundle: Bundle, known: Known): Promise<Problem[]> {
  const problems = (await readModels(bundle, known)).flatMap(model =>
    (model.faults.length > 0 ? [readable] : rules).flatMap(rule => problemsOf(rule, model)),
  )
  const once = new Map(
    problems.map(problem => [JSON.stringify([problem.rule, problem.elementId, problem.message]), problem]),
  )
  return [...once.values()]
}

/** What one rule finds in a model. */
export function problemsOf({ id, severity, check }: Rule, model: ProcedureModel): Problem[] {
  return check(model).map(finding => ({ severity, file: model.file, ...finding, rule: id }))
}
