import { elementOf, elementsOf, textOf } from '../moddle.ts'
import { syntaxProblems } from './expressions.ts'
import { eachNode, when } from './problem.ts'

const DECIDING = new Set(['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway'])
const UNSUPPORTED = new Set(['bpmn:ComplexGateway', 'bpmn:Transaction'])

/** Zeebe executes neither. */
export const noUnsupportedElement = eachNode(({ id, type }) =>
  when(UNSUPPORTED.has(type), id, `Elements of type '${type.replace('bpmn:', '')}' are currently not supported.`),
)

/** A default flow leaves its own gateway. */
export const defaultFlowLeaves = eachNode(({ id, source }) => {
  const flow = elementOf(source, 'default')
  return when(flow !== undefined && elementOf(flow, 'sourceRef') !== source, id, 'Default flow must start at gateway')
})

/** Where a gateway decides, each flow but the default says when it is taken. */
export const decidingFlowsHaveConditions = eachNode(({ type, outgoing }) => {
  if (!DECIDING.has(type) || outgoing.length <= 1) return []
  return [...outgoing]
    .reverse()
    .flatMap(({ id, condition, isDefault }) =>
      when(condition === undefined && !isDefault, id, 'Must have a condition or be default flow'),
    )
})

/** Nobody else decides. */
export const onlyGatewaysDecide = eachNode(({ id, type, outgoing }) =>
  when(
    !DECIDING.has(type) && outgoing.some(({ condition }) => condition !== undefined),
    id,
    'Conditional sequence flows are only supported at exclusive or inclusive gateway',
  ),
)

/** A condition is FEEL; a text is no condition. */
export const conditionsAreExpressions = eachNode(({ outgoing }) =>
  outgoing.flatMap(({ id, condition }) => {
    if (condition === undefined) return []
    const element = `${id} > conditionExpression`
    const message = `Expected expression but found static value '${condition}'. An expression must start with '=' (e.g. '=${condition}').`
    return [...when(!condition.startsWith('='), element, message), ...syntaxProblems(condition, element)]
  }),
)

/** Flows of one event-based gateway lead to events, and there are several. */
export const eventGatewayWaits = eachNode(({ id, type, outgoing }, graph) => {
  if (type !== 'bpmn:EventBasedGateway') return []
  const isEvent = (targetId: string) => graph.nodes.get(targetId)?.type === 'bpmn:IntermediateCatchEvent'
  const only = 'message/timer/signal intermediate catch events'
  return [
    ...when(outgoing.length < 2, id, 'Event-based gateway must have at least 2 outgoing sequence flows.'),
    ...when(
      !outgoing.every(({ targetId }) => isEvent(targetId)),
      id,
      `Event-based gateway must not have an outgoing sequence flow to other elements than ${only}.`,
    ),
  ]
})

/** Several event definitions on one event mean nothing to Zeebe. */
export const oneEventDefinition = eachNode(({ id, type, source }) => {
  const count = elementsOf(source, 'eventDefinitions').length
  const needsOne = type === 'bpmn:BoundaryEvent' || type === 'bpmn:IntermediateCatchEvent'
  return when(needsOne ? count !== 1 : count > 1, id, 'Must have exactly one event definition')
})

/** The text of a timer's date or duration. */
export function timerText(definition: Parameters<typeof elementOf>[0], property: string): string | undefined {
  return textOf(elementOf(definition, property), 'body')?.trim()
}
