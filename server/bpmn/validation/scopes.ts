import { elementsOf, extensionOf, type ModdleElement } from '../moddle.ts'
import { distinctCatchers, distinctNames, repeated } from './catchers.ts'
import { attribute, childText, eventDefinitionsOf, inside, isEventOf } from './diagram.ts'
import { type Check, type Checks, when } from './problem.ts'

const STARTS_OF_EVENT_SUB_PROCESSES = ['Message', 'Timer', 'Error', 'Signal', 'Escalation', 'Conditional']
const CAN_LEAVE_RUNNING = new Set(
  ['Message', 'Timer', 'Signal', 'Escalation', 'Conditional'].map(kind => definition(kind)),
)

const process: Check = scope => {
  const starts = inside(scope, 'bpmn:StartEvent')
  const none = starts.filter(start => eventDefinitionsOf(start).length === 0)
  const definitions = starts.flatMap(eventDefinitionsOf)
  // The same message twice is told at the message; here it is about two messages of one name.
  const messages = new Map(
    definitions.filter(({ $type }) => $type === definition('Message')).map(each => [each.messageRef, each]),
  )
  return [
    ...when(starts.length === 0, 'Must have at least one start event'),
    ...when(none.length > 1, 'Multiple none start events are not allowed'),
    ...distinctCatchers(eventSubProcessStarts(scope)),
    ...distinctNames(definitions.filter(({ $type }) => $type === definition('Signal'))),
    ...distinctNames([...messages.values()]),
    ...links(scope),
  ]
}

const subProcess: Check = scope => {
  const isAdHoc = scope.$type === 'bpmn:AdHocSubProcess'
  const starts = inside(scope, 'bpmn:StartEvent')
  const [start] = starts
  return [
    ...when(starts.length !== 1 && !isAdHoc, 'Must have exactly one start event'),
    ...(start ? (scope.triggeredByEvent === true ? eventStart(start, scope) : noneStart(start)) : []),
    ...distinctCatchers(eventSubProcessStarts(scope)),
    ...links(scope),
    ...when(
      interruptsAdHoc(scope, start),
      'An interrupting event subprocess is not allowed inside an ad-hoc subprocess',
    ),
  ]
}

function interruptsAdHoc(scope: ModdleElement, start: ModdleElement | undefined): boolean {
  const isInAdHoc = scope.$parent?.$type === 'bpmn:AdHocSubProcess'
  return isInAdHoc && scope.triggeredByEvent === true && start?.isInterrupting !== false
}

const adHocSubProcess: Check = scope => [
  ...jobOfAdHoc(scope),
  ...when(elementsOf(scope, 'flowElements').length === 0, 'Must have at least one activity.'),
  ...when(inside(scope, 'bpmn:StartEvent').length > 0, 'Must not contain a start event.'),
  ...when(inside(scope, 'bpmn:EndEvent').length > 0, 'Must not contain an end event.'),
]

/** What a process and its sub-processes must have in them. */
export const scopeChecks: Checks = {
  'bpmn:Definitions': (_, { graphs }) => when(graphs.length === 0, 'Must contain at least one executable process'),
  'bpmn:Process': process,
  'bpmn:SubProcess': subProcess,
  'bpmn:AdHocSubProcess': adHocSubProcess,
}

/** What is wrong with an event that may or may not end what goes on around it. */
export function interruption(event: ModdleElement, isInterrupting: boolean): string[] {
  return eventDefinitionsOf(event).flatMap(each => [
    ...when(
      !isInterrupting && !CAN_LEAVE_RUNNING.has(each.$type),
      'Non-Interrupting event of this type is not allowed',
    ),
    ...when(isInterrupting && each.timeCycle !== undefined, 'Interrupting timer event with time cycle is not allowed.'),
  ])
}

function noneStart(start: ModdleElement): string[] {
  return when(eventDefinitionsOf(start).length > 0, 'Start events in subprocesses must be of type none')
}

function eventStart(start: ModdleElement, scope: ModdleElement): string[] {
  const message = 'Start events in event subprocesses must be one of: message, timer, error, signal or escalation'
  const definitions = eventDefinitionsOf(start)
  const onProcess = scope.$parent?.$type === 'bpmn:Process' && isEventOf(start, 'Compensate')
  return [
    ...when(definitions.length === 0, message),
    ...when(onProcess, 'A compensation event subprocess is not allowed on the process level'),
    ...definitions.flatMap(({ $type }) =>
      when(!STARTS_OF_EVENT_SUB_PROCESSES.some(kind => $type === definition(kind)), message),
    ),
    ...interruption(start, start.isInterrupting !== false),
  ]
}

function eventSubProcessStarts(scope: ModdleElement): ModdleElement[] {
  return inside(scope, 'bpmn:SubProcess')
    .filter(({ triggeredByEvent }) => triggeredByEvent === true)
    .flatMap(each => inside(each, 'bpmn:StartEvent'))
    .flatMap(eventDefinitionsOf)
}

/** A link leads to one place, and to one that is there. Names of catching links are unique with those of the sub-processes inside. */
function links(scope: ModdleElement): string[] {
  const caught = linkNames(scope, 'bpmn:IntermediateCatchEvent')
  const thrown = [...new Set(linkNames(scope, 'bpmn:IntermediateThrowEvent'))]
  return [
    ...repeated([...caught, ...caughtInside(scope)]).map(
      name => `Multiple intermediate catch link event definitions with the same name '${name}' are not allowed.`,
    ),
    ...thrown
      .filter(name => !caught.includes(name))
      .map(name => `Can't find an catch link event for the throw link event with the name '${name}'.`),
  ]
}

function caughtInside(scope: ModdleElement): string[] {
  return inside(scope, 'bpmn:SubProcess').flatMap(each => [
    ...linkNames(each, 'bpmn:IntermediateCatchEvent'),
    ...caughtInside(each),
  ])
}

function linkNames(scope: ModdleElement, type: string): string[] {
  return inside(scope, type)
    .flatMap(eventDefinitionsOf)
    .filter(({ $type }) => $type === definition('Link'))
    .flatMap(each => attribute(each, 'name') ?? [])
}

/** An ad-hoc sub-process that a job steers is steered by nothing else. */
function jobOfAdHoc(scope: ModdleElement): string[] {
  if (!extensionOf(scope, 'zeebe:TaskDefinition')) return []
  const together = 'in combination with zeebe:taskDefinition'
  const collection = attribute(extensionOf(scope, 'zeebe:AdHoc'), 'activeElementsCollection')
  return [
    ...when(scope.cancelRemainingInstances === false, `Must not set cancelRemainingInstances to false ${together}`),
    ...when(childText(scope, 'completionCondition') !== undefined, `Must not set completionCondition ${together}`),
    ...when(collection !== undefined, `Must not set activeElementsCollection ${together}`),
  ]
}

function definition(kind: string): string {
  return `bpmn:${kind}EventDefinition`
}
