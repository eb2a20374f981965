import { elementsOf, extensionOf, extensionsOf, type ModdleElement, textOf } from '../moddle.ts'
import { attribute, isEventOf } from './diagram.ts'
import { required } from './extensions.ts'
import { type Check, type Checks, when } from './problem.ts'

const EXECUTION_EVENTS = ['start', 'end']
const TASK_EVENTS = [
  ...['creating', 'assigning', 'updating', 'completing', 'canceling'],
  ...['create', 'assignment', 'update', 'complete', 'cancel'],
]

const executionListeners: Check = element => {
  const counts = new Map<string, [event: string, type: string, count: number]>()
  for (const listener of elementsOf(element, 'listeners')) {
    const [event, type] = [textOf(listener, 'eventType') ?? 'null', textOf(listener, 'type') ?? 'null']
    counts.set(`${event}|${type}`, [event, type, (counts.get(`${event}|${type}`)?.[2] ?? 0) + 1])
  }
  return [...counts.values()].flatMap(([event, type, count]) =>
    when(
      count > 1,
      `Found '${count}' duplicates based on eventType[${event}] and type[${type}], these combinations should be unique.`,
    ),
  )
}

const taskListeners: Check = element =>
  when(
    elementsOf(element, 'listeners').length > 0 && !extensionOf(element.$parent?.$parent, 'zeebe:UserTask'),
    'Task listeners are only allowed on Camunda user tasks.',
  )

const boundaryEvent: Check = event =>
  isEventOf(event, 'Compensate')
    ? when(
        listenersOf(event).length > 0,
        "Execution listeners of type 'start' and 'end' are not supported by [compensation] boundary events",
      )
    : without(event, 'start', 'boundary events')

const endEvent: Check = event => (isEventOf(event, 'Error') ? without(event, 'end', '[error] end events') : [])

/** Who is asked before something starts and after it ends, and where nobody can be asked. */
export const listenerChecks: Checks = {
  'zeebe:ExecutionListeners': executionListeners,
  'zeebe:ExecutionListener': listener => named(listener, EXECUTION_EVENTS),
  'zeebe:TaskListeners': taskListeners,
  'zeebe:TaskListener': listener => named(listener, TASK_EVENTS),
  'bpmn:StartEvent': event => without(event, 'start', 'start events'),
  'bpmn:BoundaryEvent': boundaryEvent,
  'bpmn:EndEvent': endEvent,
  'bpmn:Gateway': gateway => without(gateway, 'end', 'gateway element'),
}

/** An event nobody knows counts as none. */
function named(listener: ModdleElement, events: string[]): string[] {
  const event = attribute(listener, 'eventType')
  return event === undefined || events.includes(event)
    ? required(listener, ['eventType', 'type'])
    : ["Attribute 'eventType' must be present and not empty", ...required(listener, ['type'])]
}

function without(element: ModdleElement, event: string, where: string): string[] {
  const groups = extensionsOf(element, 'zeebe:ExecutionListeners')
  if (groups.length > 1) return ['Element must not have more than one execution listeners definition']
  const isThere = listenersOf(element).some(listener => textOf(listener, 'eventType') === event)
  return when(isThere, `Execution listeners of type '${event}' are not supported by ${where}`)
}

function listenersOf(element: ModdleElement): ModdleElement[] {
  return elementsOf(extensionOf(element, 'zeebe:ExecutionListeners'), 'listeners')
}
