import { elementOf, elementsOf, isA } from '../moddle.ts'
import { distinctNames } from './catchers.ts'
import { eventDefinitionsOf } from './diagram.ts'
import { type Check, type Checks, when } from './problem.ts'

const AWAITED = new Set(['Message', 'Timer', 'Signal'].map(kind => `bpmn:${kind}EventDefinition`))

const defaultFlow: Check = gateway => {
  const flow = elementOf(gateway, 'default')
  return when(flow !== undefined && elementOf(flow, 'sourceRef') !== gateway, 'Default flow must start at gateway')
}

/** Where a gateway decides, each flow but the default says when it is taken. */
const sequenceFlow: Check = (flow, { nodeOf }) => {
  const gateway = elementOf(flow, 'sourceRef')
  if (!isA(gateway, 'bpmn:ExclusiveGateway') && !isA(gateway, 'bpmn:InclusiveGateway')) return []
  const isOpen = !elementOf(flow, 'conditionExpression') && elementOf(gateway, 'default') !== flow
  return when(isOpen && (nodeOf(gateway!)?.outgoing.length ?? 0) > 1, 'Must have a condition or be default flow')
}

/** Nobody else decides. */
const flowNode: Check = (element, { flowElements }) => {
  if (isA(element, 'bpmn:ExclusiveGateway') || isA(element, 'bpmn:InclusiveGateway')) return []
  const decides = flowElements.some(
    each => elementOf(each, 'sourceRef') === element && elementOf(each, 'conditionExpression') !== undefined,
  )
  return when(decides, 'Conditional sequence flows are only supported at exclusive or inclusive gateway')
}

const eventBasedGateway: Check = (gateway, { nodeOf, flowElements }) => {
  const targets = flowElements.flatMap(each =>
    elementOf(each, 'sourceRef') === gateway ? (elementOf(each, 'targetRef') ?? []) : [],
  )
  const isAwaited = targets.every(
    target =>
      target.$type === 'bpmn:IntermediateCatchEvent' &&
      eventDefinitionsOf(target).length === 1 &&
      AWAITED.has(eventDefinitionsOf(target)[0]!.$type),
  )
  const only = 'message/timer/signal intermediate catch events'
  const others = targets.some(target => nodeOf(target)?.incoming.some(({ sourceId }) => sourceId !== gateway.id))
  return [
    // As the gateway itself lists them.
    ...when(
      elementsOf(gateway, 'outgoing').length < 2,
      'Event-based gateway must have at least 2 outgoing sequence flows.',
    ),
    ...when(!isAwaited, `Event-based gateway must not have an outgoing sequence flow to other elements than ${only}.`),
    ...distinctNames(
      targets.filter(({ $type }) => $type === 'bpmn:IntermediateCatchEvent').flatMap(eventDefinitionsOf),
    ),
    ...when(
      others,
      'Target elements of an event gateway must not have any additional incoming sequence flows other than that from the event gateway.',
    ),
  ]
}

/** Which ways gateways may lead. */
export const gatewayChecks: Checks = {
  'bpmn:ExclusiveGateway': defaultFlow,
  'bpmn:InclusiveGateway': defaultFlow,
  'bpmn:SequenceFlow': sequenceFlow,
  'bpmn:FlowNode': flowNode,
  'bpmn:EventBasedGateway': eventBasedGateway,
}
