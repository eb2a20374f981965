import { elementOf, extensionsOf, type ModdleElement } from '../moddle.ts'
import { distinctCatchers } from './catchers.ts'
import { attribute, eventDefinitionsOf, isEventOf } from './diagram.ts'
import { type Check, type Checks, when } from './problem.ts'

const TASK_DEFINITION = 'zeebe:TaskDefinition'

const activity: Check = (element, { boundaryEventsOf }) =>
  distinctCatchers(boundaryEventsOf(element).flatMap(eventDefinitionsOf))

const receiveTask: Check = (task, { boundaryEventsOf }) => {
  const message = elementOf(task, 'messageRef')
  const names = boundaryEventsOf(task)
    .flatMap(eventDefinitionsOf)
    .map(each => attribute(elementOf(each, 'messageRef'), 'name'))
  const name = attribute(message, 'name')
  return [
    ...when(!message, 'Must reference a message'),
    ...when(name !== undefined && names.includes(name), 'Cannot reference the same message name as a boundary event'),
  ]
}

/** A message that is thrown is sent by a job: Zeebe's `zeebe:publishMessage` is not executed. */
const throwEvent: Check = event => (isEventOf(event, 'Message') ? one(event, 'TaskDefinition') : [])

const multiInstance: Check = element => one(element, 'LoopCharacteristics')

/** What activities need to be worked. */
export const activityChecks: Checks = {
  'bpmn:Activity': activity,
  'bpmn:ServiceTask': task => one(task, 'TaskDefinition'),
  'bpmn:CallActivity': task => one(task, 'CalledElement'),
  'bpmn:ScriptTask': task => either(task, 'Script'),
  'bpmn:BusinessRuleTask': task => either(task, 'CalledDecision'),
  'bpmn:SendTask': task => one(task, 'TaskDefinition'),
  'bpmn:ReceiveTask': receiveTask,
  'bpmn:ThrowEvent': throwEvent,
  'bpmn:MultiInstanceLoopCharacteristics': multiInstance,
}

function one(element: ModdleElement, name: string): string[] {
  const isOne = extensionsOf(element, `zeebe:${name}`).length === 1
  return when(!isOne, `Must have exactly one 'zeebe:${tag(name)}' extension element`)
}

/** Exactly one task definition, or exactly one of the other instead. */
function either(element: ModdleElement, other: string): string[] {
  const [jobs, others] = [extensionsOf(element, TASK_DEFINITION), extensionsOf(element, `zeebe:${other}`)]
  const message = `Must have either one 'zeebe:${tag(other)}' or one 'zeebe:taskDefinition' extension element`
  return when(jobs.length + others.length !== 1, message)
}

function tag(name: string): string {
  return name[0]!.toLowerCase() + name.slice(1)
}
