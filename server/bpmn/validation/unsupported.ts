import { isA } from '../moddle.ts'
import { eventDefinitionsOf } from './diagram.ts'
import { type Check, type Checks, when } from './problem.ts'

/** What can be executed. */
export const EXECUTABLE_ELEMENTS: ReadonlySet<string> = new Set(
  [
    ...['AdHocSubProcess', 'BoundaryEvent', 'BusinessRuleTask', 'CallActivity', 'EndEvent', 'EventBasedGateway'],
    ...['ExclusiveGateway', 'InclusiveGateway', 'IntermediateCatchEvent', 'IntermediateThrowEvent', 'ManualTask'],
    ...['ParallelGateway', 'ReceiveTask', 'ScriptTask', 'SendTask', 'ServiceTask', 'StartEvent', 'SubProcess'],
    ...['Task', 'UserTask', 'SequenceFlow', 'DataObject', 'DataObjectReference', 'DataStoreReference'],
  ].map(name => `bpmn:${name}`),
)

/** The events of which kinds. */
export const EXECUTABLE_EVENTS: ReadonlySet<string> = new Set(
  ['Message', 'Timer', 'Error', 'Terminate', 'Signal', 'Link', 'Escalation', 'Compensate', 'Conditional'].map(
    kind => `bpmn:${kind}EventDefinition`,
  ),
)

const STARTS_OF_PROCESSES = new Set(
  ['Message', 'Timer', 'Signal', 'Conditional'].map(kind => `bpmn:${kind}EventDefinition`),
)

/** What does the same and can be executed. */
const INSTEAD: Record<string, string> = {
  'bpmn:ComplexGateway': 'Use an inclusive gateway whose flows have conditions, or an exclusive and a parallel one.',
  'bpmn:Transaction': 'Use a sub-process with an error boundary event, and compensation for what has to be undone.',
  'bpmn:CancelEventDefinition':
    'Use an error end event in the sub-process, an error boundary event on it, and compensation for what has to be undone.',
}
const PLAIN = 'Use a task, an event or a gateway of the executable elements of BPMN.'

const flowElement: Check = ({ $type }) => {
  const name = $type.replace('bpmn:', '')
  return when(
    !EXECUTABLE_ELEMENTS.has($type),
    `Elements of type '${name}' are currently not supported. ${INSTEAD[$type] ?? PLAIN}`,
  )
}

const eventDefinition: Check = ({ $type }) =>
  when(
    !EXECUTABLE_EVENTS.has($type),
    `Event definition of this type is not supported. ${INSTEAD[$type] ?? 'Use a message, timer, signal, error or escalation event.'}`,
  )

const receiveTask: Check = task =>
  when(
    task.instantiate === true,
    'Receive tasks that start a process are not supported. Use a message start event instead.',
  )

const startEvent: Check = event => {
  const isStrange = eventDefinitionsOf(event).some(({ $type }) => !STARTS_OF_PROCESSES.has($type))
  return when(
    isA(event.$parent, 'bpmn:Process') && isStrange,
    'A process can be started by a message, a timer, a signal or a condition only. Use one of them, or an event sub-process in the process.',
  )
}

/** Scripts and the like beside the diagram cannot be deployed, so no job can be given one. */
const linkedResource: Check = () => [
  'Linked resources are not supported. Name in a task header what the worker needs, or use a process, decision or form.',
]

/** What is good BPMN and is not executed, with what to use instead. */
export const unsupportedChecks: Checks = {
  'bpmn:FlowElement': flowElement,
  'bpmn:EventDefinition': eventDefinition,
  'bpmn:ReceiveTask': receiveTask,
  'bpmn:StartEvent': startEvent,
  'zeebe:LinkedResource': linkedResource,
}
