import { lint } from '../../server/lint/index.ts'
import { knownWords } from '../../server/procedures/known-words.ts'

/** What a test makes up has no drawing. */
const NOT_DRAWN = 'drawn'
const AT = Date.parse('2026-11-24T02:00:00Z')

/** What the linter says of one element of a bundle without a drawing: `<rule>: <sentence>`. */
export async function lintProblems(
  resources: readonly { name: string; content: string }[],
  elementId: string,
): Promise<string[]> {
  const problems = await lint({ resources }, knownWords(AT, []))
  return problems
    .filter(problem => problem.elementId === elementId && problem.rule !== NOT_DRAWN)
    .map(({ rule, message }) => `${rule}: ${message.zh}`)
}
