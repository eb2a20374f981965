import type { DecisionModel } from './decision-model.ts'
import type { Reader } from './reader.ts'

type Graph = ReadonlyMap<string, readonly string[]>

/** Reports requirements that lead to nothing in the file, and those that lead back to where they start. */
export function reportRequirements(model: DecisionModel, reader: Reader): void {
  const decisions = graph(model.decisions, ({ requiredDecisions }) => requiredDecisions)
  const knowledge = graph(model.knowledge, ({ requiredKnowledge }) => requiredKnowledge)
  for (const [id, { requiredKnowledge }] of model.decisions)
    reportMissing(id, requiredKnowledge, model.knowledge, 'knowledge model', reader)
  for (const [id, required] of decisions) reportMissing(id, required, model.decisions, 'decision', reader)
  for (const [id, required] of knowledge) reportMissing(id, required, model.knowledge, 'knowledge model', reader)
  for (const nodes of [decisions, knowledge]) reportCycles(nodes, reader)
}

function graph<T>(elements: ReadonlyMap<string, T>, edges: (element: T) => readonly string[]): Graph {
  return new Map([...elements].map(([id, element]) => [id, edges(element)]))
}

function reportMissing(
  id: string,
  required: readonly string[],
  known: ReadonlyMap<string, unknown>,
  kind: string,
  reader: Reader,
): void {
  for (const name of required) {
    if (!known.has(name)) reader.report({ $type: '', id }, `Expected a ${kind} with the id '${name}', but found none`)
  }
}

function reportCycles(nodes: Graph, reader: Reader): void {
  const finished = new Set<string>()
  const visit = (id: string, path: readonly string[]): void => {
    if (path.includes(id)) {
      const circle = [...path.slice(path.indexOf(id)), id].join(' → ')
      reader.report({ $type: '', id }, `Expected requirements without a circle, but found ${circle}`)
      return
    }
    if (finished.has(id)) return
    for (const next of nodes.get(id) ?? []) visit(next, [...path, id])
    finished.add(id)
  }
  for (const id of nodes.keys()) visit(id, [])
}
