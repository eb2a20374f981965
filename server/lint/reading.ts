import {
  elementOf,
  elementsOf,
  extensionOf,
  type FlowNode,
  type ModdleElement,
  type ProcessGraph,
  textOf,
  type UserTaskWords,
} from '../bpmn/index.ts'
import { type CompiledExpression, compileExpression, FeelSyntaxError } from '../feel/index.ts'
import type { ProcedureModel } from './model.ts'

/** An input or output mapping of a node. */
export interface Mapping {
  source: string
  target: string
}

export const outputsOf = ({ source }: FlowNode): Mapping[] => mappingsOf(source, 'outputParameters')
export const inputsOf = ({ source }: FlowNode): Mapping[] => mappingsOf(source, 'inputParameters')

function mappingsOf(element: ModdleElement, direction: 'inputParameters' | 'outputParameters'): Mapping[] {
  return elementsOf(extensionOf(element, 'zeebe:IoMapping'), direction).map(mapping => ({
    source: textOf(mapping, 'source') ?? '',
    target: textOf(mapping, 'target') ?? '',
  }))
}

/** What the house's words say of a user task. */
export const wordsOf = ({ words }: ProcedureModel, { id }: FlowNode): UserTaskWords | undefined =>
  words.userTasks.find(task => task.id === id)

export const isUserTask = ({ type }: FlowNode): boolean => type === 'bpmn:UserTask'

/** Text of a FEEL expression without its `=`; undefined for plain text. */
export const feelOf = (text: string | undefined): string | undefined =>
  text?.startsWith('=') ? text.slice(1) : undefined

/** The free variables of an expression; none when it is no FEEL, which the engine's own check tells. */
export function namesIn(expression: string): readonly string[] {
  return compiled(expression)?.names ?? []
}

/** Whether it can be read at all. */
export const isFeel = (expression: string): boolean => compiled(expression) !== undefined

function compiled(expression: string): CompiledExpression | undefined {
  try {
    return compileExpression(expression.replace(/^=/, ''))
  } catch (error) {
    if (error instanceof FeelSyntaxError) return undefined
    throw error
  }
}

/** The flows that leave a node, in the order of the file. */
export const flowsOf = ({ outgoing }: FlowNode) => [...outgoing].reverse()

/** Where one can come from a node in one step: along flows, from its border, through links. */
export function nextOf(graph: ProcessGraph, node: FlowNode): FlowNode[] {
  const ids = [...node.outgoing.map(({ targetId }) => targetId), ...node.boundaryEventIds]
  const isLink = node.type === 'bpmn:IntermediateThrowEvent' && node.eventType === LINK
  const links = isLink ? [...graph.nodes.values()].filter(other => isLinkedTo(node, other)) : []
  return [...ids.flatMap(id => graph.nodes.get(id) ?? []), ...links]
}

const LINK = 'bpmn:LinkEventDefinition'

function isLinkedTo(from: FlowNode, to: FlowNode): boolean {
  if (from.type !== 'bpmn:IntermediateThrowEvent' || from.eventType !== LINK) return false
  return to.type === 'bpmn:IntermediateCatchEvent' && to.eventType === LINK && linkOf(from) === linkOf(to)
}

const linkOf = ({ source }: FlowNode) => textOf(elementsOf(source, 'eventDefinitions')[0], 'name')

/** The name of the message or signal of an event or receive task, as written. */
export function messageOf({ source }: FlowNode): string | undefined {
  const definition = elementsOf(source, 'eventDefinitions')[0] ?? source
  return textOf(elementOf(definition, 'messageRef') ?? elementOf(definition, 'signalRef'), 'name')
}

/** What the limit clock sends to a task whose limit is over; the second of a further limit of the same task. */
export const isOverdueMessage = (name: string | undefined): boolean =>
  name === 'limit-overdue' || name === 'limit-overdue-next'

/** A text a mapping sets, when it is a constant: `="reviews"`. */
export function constantOf(expression: string | undefined): string | undefined {
  return /^=\s*"([^"]*)"\s*$/.exec(expression ?? '')?.[1]
}

/** How people call an element. */
export const called = ({ id, name }: { id: string; name?: string }): string => name ?? id
