import { Temporal } from 'temporal-polyfill'
import type { FlowNode, ProcessGraph } from '../graph.ts'
import { elementOf, eventDefinitionOf, extensionOf, type ModdleElement, textOf } from '../moddle.ts'
import { syntaxProblems } from './expressions.ts'
import { timerText } from './gateways.ts'
import { type DiagramProblem, eachNode, type Rule, when } from './problem.ts'

const CATCHING = new Set(['bpmn:StartEvent', 'bpmn:BoundaryEvent', 'bpmn:IntermediateCatchEvent', 'bpmn:ReceiveTask'])

/** An event on a border is entered from its activity, not by a flow. */
export const boundaryEvents = eachNode(({ id, type, eventType, incoming, source }) => {
  if (type !== 'bpmn:BoundaryEvent') return []
  const interrupts = source.cancelActivity !== false
  return [
    ...when(incoming.length > 0, id, 'Cannot have incoming sequence flows'),
    ...when(isError(eventType) && !interrupts, id, 'Non-Interrupting event of this type is not allowed'),
    ...when(interrupts && hasCycle(source), id, 'Interrupting timer event with time cycle is not allowed.'),
  ]
})

/** On one activity, and in one scope, it must be clear who catches. */
export const catchersAreDistinct: Rule = graph => [
  ...[...graph.nodes.values()].flatMap(({ id, boundaryEventIds }) =>
    distinct(
      id,
      boundaryEventIds.map(event => graph.nodes.get(event)!),
    ),
  ),
  ...scopeIds(graph).flatMap(id => distinct(id, eventStarts(graph, id))),
]

/** An error end event throws a code; who catches names a fixed one, or none for all. */
export const errorCodes = eachNode(({ id, type, eventType, source }) => {
  if (!isError(eventType)) return []
  const element = `${id} > errorEventDefinition`
  const reference = elementOf(eventDefinitionOf(source), 'errorRef')
  const code = textOf(reference, 'errorCode')
  if (type === 'bpmn:EndEvent')
    return reference
      ? [
          ...when(!code, reference.id ?? '', 'ErrorCode must be present and not empty'),
          ...syntaxProblems(code, element),
        ]
      : [{ element, message: 'Must reference an error' }]
  const message = 'The errorCode of the error catch event is not allowed to be an expression'
  return when(code?.startsWith('=') ?? false, element, message)
})

/** A timer in the flow waits for a date or a time; what is written down, not computed, is checked at once. */
export const timers = eachNode(node => {
  if (node.eventType !== 'bpmn:TimerEventDefinition') return []
  const definition = eventDefinitionOf(node.source)
  const [date, duration] = [timerText(definition, 'timeDate'), timerText(definition, 'timeDuration')]
  if (node.type === 'bpmn:IntermediateCatchEvent' && !date && !duration)
    return [
      { element: node.id, message: 'Intermediate timer catch event must have either a time duration or a time date.' },
    ]
  return [
    ...syntaxProblems(date, node.id),
    ...syntaxProblems(duration, node.id),
    ...when(isStatic(date) && !isInstant(date!), node.id, invalid('date', 'date-time', date!)),
    ...when(isStatic(duration) && !isDuration(duration!), node.id, invalid('duration', 'duration', duration!)),
  ]
})

/** A message that is waited for has a name and says how it is correlated. */
export const messages: Rule = graph => {
  const waiting = [...graph.nodes.values()].filter(node => CATCHING.has(node.type) && messageOf(node))
  const referenced = new Set(waiting.map(node => messageOf(node)!))
  return [...referenced].flatMap(message => {
    const id = message.id ?? ''
    const isStartOnly = waiting.every(
      node => messageOf(node) !== message || (node.type === 'bpmn:StartEvent' && node.scopeId === graph.id),
    )
    const key = textOf(extensionOf(message, 'zeebe:Subscription'), 'correlationKey')
    const name = textOf(message, 'name')
    return [
      ...when(!name, id, 'Name must be present and not empty'),
      ...syntaxProblems(name, id),
      ...when(!isStartOnly && !key, id, 'Must have exactly one zeebe:subscription extension element'),
      ...syntaxProblems(key, `${id} > extensionElements > subscription`),
    ]
  })
}

function distinct(element: string, events: FlowNode[]): DiagramProblem[] {
  const codes = events.filter(({ eventType }) => isError(eventType)).map(codeOf)
  const names = events.map(event => textOf(messageOf(event), 'name')).filter(name => name !== undefined)
  const catchAll =
    'The same scope can not contain more than one error catch event without error code. An error catch event without error code catches all errors.'
  return [
    ...when(codes.filter(code => code === undefined).length > 1, element, catchAll),
    ...repeated(codes.filter(code => code !== undefined)).map(code => ({
      element,
      message: `Multiple error catch events with the same error code '${code}' are not supported on the same scope.`,
    })),
    ...repeated(names).map(name => ({
      element,
      message: `Multiple message event definitions with the same name '${name}' are not allowed.`,
    })),
  ]
}

function repeated(texts: string[]): string[] {
  return [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))]
}

function eventStarts(graph: ProcessGraph, scopeId: string): FlowNode[] {
  const inside = [...graph.nodes.values()].filter(node => node.scopeId === scopeId && node.isEventSubProcess)
  return inside.flatMap(({ childIds }) =>
    childIds.map(id => graph.nodes.get(id)!).filter(({ type }) => type === 'bpmn:StartEvent'),
  )
}

function scopeIds(graph: ProcessGraph): string[] {
  return [graph.id, ...[...graph.nodes.values()].filter(({ childIds }) => childIds.length > 0).map(({ id }) => id)]
}

function messageOf({ type, source }: FlowNode): ModdleElement | undefined {
  return elementOf(type === 'bpmn:ReceiveTask' ? source : eventDefinitionOf(source), 'messageRef')
}

function codeOf({ source }: FlowNode): string | undefined {
  return textOf(elementOf(eventDefinitionOf(source), 'errorRef'), 'errorCode')
}

function isError(eventType: string | undefined): boolean {
  return eventType === 'bpmn:ErrorEventDefinition'
}

function hasCycle(source: ModdleElement): boolean {
  return elementOf(eventDefinitionOf(source), 'timeCycle') !== undefined
}

function isStatic(text: string | undefined): boolean {
  return text !== undefined && text !== '' && !text.startsWith('=')
}

function isInstant(text: string): boolean {
  return succeeds(() =>
    /(Z|[+-]\d{2}:?\d{2})$/.test(text) ? Temporal.Instant.from(text) : Temporal.ZonedDateTime.from(text),
  )
}

function isDuration(text: string): boolean {
  return succeeds(() => Temporal.Duration.from(text))
}

function succeeds(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}

function invalid(part: string, kind: string, text: string): string {
  return `Invalid timer ${part} expression (Invalid ${kind} format '${text}' for expression '${text}'.)`
}
