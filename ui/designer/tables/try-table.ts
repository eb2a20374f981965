import { type DecisionModel, evaluateDecision } from '../../../server/dmn/index.ts'
import { compileExpression, FeelSyntaxError } from '../../../server/feel/index.ts'

/** What came of trying a decision: its result, and which rules of which table held. */
export interface Tried {
  output: string
  rules: readonly { decision: string; numbers: readonly number[] }[]
  failure: string | undefined
}

const OFFICE_ZONE = 'Asia/Shanghai'

/** The names that the conditions of the tables of a file read, but for what its own decisions give. */
export function askedNames(xml: string, model: DecisionModel): string[] {
  const document = new DOMParser().parseFromString(xml, 'application/xml')
  const given = new Set([...model.decisions.values()].map(({ resultName }) => resultName))
  const sources = [...document.getElementsByTagNameNS('*', 'inputExpression')].map(
    each => each.textContent?.trim() ?? '',
  )
  const names = sources.flatMap(source => (source === '' ? [] : readNames(source)))
  return [...new Set(names)].filter(name => !given.has(name) && !model.knowledge.has(name))
}

function readNames(source: string): readonly string[] {
  try {
    return compileExpression(source).names
  } catch (error) {
    if (error instanceof FeelSyntaxError) return []
    throw error
  }
}

/**
 * Decides as the engine would.
 * @param entered each variable as FEEL (`true`, `3`, `"text"`, `[1, 2]`); what is empty is null
 */
export function tryTable(
  model: DecisionModel,
  decisionId: string,
  entered: Readonly<Record<string, string>>,
  now: number,
): Tried {
  const values = new Map<string, unknown>()
  const context = { variables: (name: string) => values.get(name), now: () => now, zone: OFFICE_ZONE }
  for (const [name, text] of Object.entries(entered)) {
    const value = enteredValue(text, context)
    if (!value.ok) return { output: '', rules: [], failure: `${name}: ${value.message}` }
    values.set(name, value.value)
  }
  const { output, evaluatedDecisions, failure } = evaluateDecision(model, decisionId, context)
  const rules = evaluatedDecisions.map(({ decisionName, matchedRules }) => ({
    decision: decisionName,
    numbers: matchedRules.map(({ ruleIndex }) => ruleIndex),
  }))
  return { output: JSON.stringify(output), rules, failure: failure?.message }
}

function enteredValue(text: string, context: Parameters<typeof evaluateDecision>[2]) {
  if (text.trim() === '') return { ok: true as const, value: null }
  try {
    return compileExpression(text).evaluate(context)
  } catch (error) {
    if (error instanceof FeelSyntaxError) return { ok: false as const, message: error.message }
    throw error
  }
}
