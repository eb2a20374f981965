import { type DecisionResult, evaluateDecision, parseDecisions } from './index.ts'

/** A literal expression. */
export const literal = (text: string) => `<literalExpression><text>${escaped(text)}</text></literalExpression>`
/** An element that holds a text, such as the cell of a rule. */
export const entry = (tag: string, text: string) => `<${tag}><text>${escaped(text)}</text></${tag}>`
/** A rule of a decision table: its input cells and its output cells. */
export const rule = (id: string, inputs: string[], outputs: string[]) =>
  `<rule id="${id}">${inputs.map(text => entry('inputEntry', text)).join('')}${outputs.map(text => entry('outputEntry', text)).join('')}</rule>`

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** A .dmn file. */
export function file(content: string): string {
  return `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="drg" name="A graph" namespace="http://example.com">${content}</definitions>`
}

/** A decision that goes by its id. */
export function decision(id: string, logic: string, requirements = ''): string {
  return `<decision id="${id}" name="${id}">${requirements}${logic}</decision>`
}

/** Requirements of decisions. */
export function requires(...ids: string[]): string {
  return ids.map(id => `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>`).join('')
}

/** Requirements of knowledge models. */
export function knows(...ids: string[]): string {
  return ids.map(id => `<knowledgeRequirement><requiredKnowledge href="#${id}"/></knowledgeRequirement>`).join('')
}

/** Evaluates the decision `d` of a file. */
export async function evaluate(content: string, variables: Record<string, unknown> = {}): Promise<DecisionResult> {
  const model = await parseDecisions(file(content))
  return evaluateDecision(model, 'd', { variables: name => variables[name], now: () => 0 })
}

/** What the decision `d` gives, or why it failed. */
export async function output(content: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  const result = await evaluate(content, variables)
  return result.failure?.message ?? result.output
}
