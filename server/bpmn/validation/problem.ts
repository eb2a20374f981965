import type { ModdleElement } from '../moddle.ts'
import type { Diagram } from './diagram.ts'

/** What is wrong with a diagram, and where: the id of the element, and within it the way to the part that is wrong. */
export interface DiagramProblem {
  /** For example `t > extensionElements > taskDefinition`. */
  element: string
  message: string
  /** What the report calls it, if it is not an element. */
  part?: 'Process'
  /** What the problem is about: two parts of one element may have the same path. */
  source?: ModdleElement
}

/** What one element of a diagram must satisfy; answers with a sentence for each thing that is wrong. */
export type Check = (element: ModdleElement, diagram: Diagram) => string[]

/** Checks by the type of element they are about; elements of derived types are looked at as well. */
export type Checks = Readonly<Record<string, Check>>

/** The sentence if something is wrong. */
export function when(isWrong: boolean, message: string): string[] {
  return isWrong ? [message] : []
}

/** Where an element stands, as reports name it: the way from the nearest element with an id. */
export function pathOf(element: ModdleElement): string {
  if (element.$type.startsWith('bpmn:') && element.id) return element.id
  const name = tagOf(element)
  return element.$parent ? `${pathOf(element.$parent)} > ${name}` : name
}

/** `zeebe:TaskDefinition` is `taskDefinition` in reports; an expression is called after what it is to its owner. */
function tagOf({ $type, $parent }: ModdleElement): string {
  if ($type === 'bpmn:FormalExpression' || $type === 'bpmn:Expression')
    return $parent?.$type === 'bpmn:SequenceFlow' ? 'conditionExpression' : 'condition'
  const name = $type.replace(/^.*:/, '')
  return name[0]!.toLowerCase() + name.slice(1)
}
