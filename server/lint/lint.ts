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
  const problems: Problem[] = []
  for await (const some of lintByRule(bundle, known)) problems.push(...some)
  return problems
}

/** The same rule by rule, so that whoever waits for something else may break off in between. */
export async function* lintByRule(bundle: Bundle, known: Known): AsyncGenerator<Problem[]> {
  const told = new Set<string>()
  for (const model of await readModels(bundle, known))
    for (const rule of model.faults.length > 0 ? [readable] : rules)
      yield problemsOf(rule, model).filter(problem => {
        const key = JSON.stringify([problem.rule, problem.elementId, problem.message])
        return !told.has(key) && told.add(key)
      })
}

/** What one rule finds in a model. */
export function problemsOf({ id, severity, check }: Rule, model: ProcedureModel): Problem[] {
  return check(model).map(finding => ({ severity, file: model.file, ...finding, rule: id }))
}
