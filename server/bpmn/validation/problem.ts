import type { ProcessGraph } from '../graph.ts'
import type { ModdleElement } from '../moddle.ts'

/** What is wrong with a diagram, and where: the id of the element, and within it the way to the part that is wrong. */
export interface DiagramProblem {
  /** For example `t > extensionElements > taskDefinition`. */
  element: string
  message: string
  /** What the report calls it, if it is not an element. */
  part?: 'Process'
}

/** One thing a diagram must satisfy; answers what does not. */
export type Rule = (graph: ProcessGraph) => DiagramProblem[]

/** A rule about each node for itself. */
export function eachNode(check: (node: Node, graph: ProcessGraph) => DiagramProblem[]): Rule {
  return graph => [...graph.nodes.values()].flatMap(node => check(node, graph))
}

type Node = ProcessGraph['nodes'] extends Map<string, infer N> ? N : never

/** One problem if it is one. */
export function when(isWrong: boolean, element: string, message: string): DiagramProblem[] {
  return isWrong ? [{ element, message }] : []
}

/** Where an extension element lies, as reports name it. */
export function extensionPath(owner: ModdleElement | string, ...names: string[]): string {
  return [typeof owner === 'string' ? owner : (owner.id ?? ''), 'extensionElements', ...names].join(' > ')
}
