import { elementOf, extensionsOf, isA, type ModdleElement } from '../moddle.ts'
import { attribute, type Diagram, eventDefinitionsOf } from './diagram.ts'
import { type Check, type Checks, when } from './problem.ts'

/** A message that is waited for has a name and says how it is correlated; one that starts a process only has a name. */
const message: Check = (element, diagram) => {
  const users = usersOf(element, 'messageRef', diagram)
  const lacksName = when(!attribute(element, 'name'), 'Name must be present and not empty')
  if (users.some(user => isWaiting(user)))
    return [
      ...lacksName,
      ...when(
        extensionsOf(element, 'zeebe:Subscription').length !== 1,
        'Must have exactly one zeebe:subscription extension element',
      ),
    ]
  const starts = users.filter(({ $type }) => $type === 'bpmn:StartEvent')
  if (users.length > starts.length) return lacksName
  if (starts.length > 1) return ['A message cannot be referred by more than one start event']
  return starts.length === 1 ? lacksName : []
}

const signal: Check = (element, diagram) => {
  const users = usersOf(element, 'signalRef', diagram)
  return when(users.length > 0 && !attribute(element, 'name'), 'Name must be present and not empty')
}

const escalation: Check = (element, diagram) => {
  const isThrown = usersOf(element, 'escalationRef', diagram).some(
    ({ $type }) => $type === 'bpmn:EndEvent' || $type === 'bpmn:IntermediateThrowEvent',
  )
  return when(isThrown && !attribute(element, 'escalationCode'), 'EscalationCode must be present and not empty')
}

/** What events refer to: messages, signals, escalations. */
export const rootElementChecks: Checks = {
  'bpmn:Message': message,
  'bpmn:Signal': signal,
  'bpmn:Escalation': escalation,
}

/** Events and tasks that refer to it, of every process in the file. */
function usersOf(element: ModdleElement, reference: string, { flowElements }: Diagram): ModdleElement[] {
  return flowElements.filter(each =>
    [each, ...eventDefinitionsOf(each)].some(holder => elementOf(holder, reference) === element),
  )
}

function isWaiting(user: ModdleElement): boolean {
  if (user.$type === 'bpmn:StartEvent') return isA(user.$parent, 'bpmn:SubProcess')
  return ['bpmn:IntermediateCatchEvent', 'bpmn:BoundaryEvent', 'bpmn:ReceiveTask'].includes(user.$type)
}
