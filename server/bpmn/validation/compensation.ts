import { elementOf, elementsOf, isA, type ModdleElement } from '../moddle.ts'
import { type Diagram, isEventOf } from './diagram.ts'
import { type Check, type Checks, when } from './problem.ts'

const HANDLERS = new Set(
  ['ServiceTask', 'UserTask', 'SendTask', 'ScriptTask', 'ManualTask', 'Task'].map(type => `bpmn:${type}`),
)

/** What undoes an activity stands beside the flow. */
const task: Check = (element, { nodeOf, boundaryEventsOf }) => {
  if (element.isForCompensation !== true) return []
  const node = nodeOf(element)
  return [
    ...when(
      !HANDLERS.has(element.$type),
      'Compensation task must be one of: service task, user task, send task, script task, manual task, or undefined task.',
    ),
    ...when((node?.incoming.length ?? 0) > 0, 'A compensation handler should have no incoming sequence flows'),
    ...when((node?.outgoing.length ?? 0) > 0, 'A compensation handler should have no outgoing sequence flows'),
    ...when(boundaryEventsOf(element).length > 0, 'A compensation handler should have no boundary events'),
  ]
}

const boundaryEvent: Check = (event, { nodeOf, definitions }) => {
  if (!isEventOf(event, 'Compensate')) return []
  const isLinked = associationsIn(definitions).some(each => elementOf(each, 'sourceRef') === event)
  return when(
    !isLinked || (nodeOf(event)?.outgoing.length ?? 0) > 0,
    'Compensation boundary events must have a compensation association and no outgoing sequence flows',
  )
}

/** One activity is undone only where its handler can be found. */
const compensateEvent: Check = (definition, diagram) => {
  const activity = elementOf(definition, 'activityRef')
  if (!activity) return []
  const name = `The referenced compensation activity '${activity.id}'`
  return [
    ...when(
      !canBeUndone(activity, diagram),
      `${name} must have either a compensation boundary event or be a subprocess`,
    ),
    ...when(
      activity.$parent !== definition.$parent?.$parent,
      `${name} must be in the same scope as the compensation throw event`,
    ),
  ]
}

/** How compensation hangs together. */
export const compensationChecks: Checks = {
  'bpmn:Task': task,
  'bpmn:BoundaryEvent': boundaryEvent,
  'bpmn:CompensateEventDefinition': compensateEvent,
}

function canBeUndone(activity: ModdleElement, { boundaryEventsOf }: Diagram): boolean {
  const isSubProcess = isA(activity, 'bpmn:SubProcess') && activity.triggeredByEvent !== true
  return isSubProcess || boundaryEventsOf(activity).some(event => isEventOf(event, 'Compensate'))
}

function associationsIn(scope: ModdleElement): ModdleElement[] {
  const inner = [...elementsOf(scope, 'rootElements'), ...elementsOf(scope, 'flowElements')]
  return [
    ...elementsOf(scope, 'artifacts').filter(({ $type }) => $type === 'bpmn:Association'),
    ...inner.flatMap(associationsIn),
  ]
}
