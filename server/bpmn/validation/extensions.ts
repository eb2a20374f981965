import { extensionOf, extensionsOf, type ModdleElement } from '../moddle.ts'
import { attribute } from './diagram.ts'
import { type Check, type Checks, when } from './problem.ts'

/** Attributes without which an extension element says nothing. */
const REQUIRED: Record<string, string[]> = {
  'zeebe:CalledElement': ['processId'],
  'zeebe:TaskDefinition': ['type'],
  'zeebe:Subscription': ['correlationKey'],
  'zeebe:PublishMessage': ['correlationKey'],
  'zeebe:CalledDecision': ['decisionId', 'resultVariable'],
  'zeebe:Script': ['expression', 'resultVariable'],
  'zeebe:LinkedResource': ['resourceId', 'resourceType'],
}

/** Extension elements of which there may be one, by the element they stand in. */
const AT_MOST_ONE: Record<string, string[]> = {
  'bpmn:Process': ['versionTag'],
  'bpmn:FlowNode': ['ioMapping', 'executionListeners'],
  'bpmn:ServiceTask': ['taskHeaders', 'linkedResources'],
  'bpmn:SendTask': ['taskHeaders', 'linkedResources'],
  'bpmn:UserTask': [
    ...['userTask', 'assignmentDefinition', 'formDefinition', 'taskHeaders'],
    ...['taskSchedule', 'priorityDefinition', 'taskListeners'],
  ],
  'bpmn:BusinessRuleTask': ['taskDefinition', 'taskHeaders', 'calledDecision'],
  'bpmn:ScriptTask': ['script', 'taskDefinition', 'taskHeaders'],
  'bpmn:AdHocSubProcess': ['adHoc'],
  'bpmn:EndEvent': ['taskDefinition'],
  'bpmn:IntermediateThrowEvent': ['taskDefinition'],
}

const BINDING_TYPES = ['deployment', 'latest', 'versionTag']

const loopCharacteristics: Check = element => {
  const [collection, item] = [attribute(element, 'outputCollection'), attribute(element, 'outputElement')]
  const lacks = (name: string, other: string) =>
    `Attribute '${name}' must be present if the attribute '${other}' is set`
  return [
    ...required(element, ['inputCollection']),
    ...when(!!collection && !item, lacks('outputElement', 'outputCollection')),
    ...when(!!item && !collection, lacks('outputCollection', 'outputElement')),
  ]
}

/** A form is named in one way; which one depends on who shows the task. */
const formDefinition: Check = form => {
  const isNative = extensionOf(form.$parent?.$parent, 'zeebe:UserTask') !== undefined
  const other = isNative ? 'externalReference' : 'formKey'
  const [id, key] = [attribute(form, 'formId')?.trim(), attribute(form, other)?.trim()]
  const kind = isNative ? ' for native user tasks' : ''
  return [
    ...when(!id === !key, `Exactly one of the attributes 'formId, ${other}' must be present and not blank${kind}`),
    ...when(
      !!key && attribute(form, 'bindingType') !== undefined,
      `Attribute '${other}' must not be used in combination with attribute 'bindingType'`,
    ),
    ...binding(form),
  ]
}

/** What extension elements must say, and how many there may be. */
export const extensionChecks: Checks = {
  ...tableOf(REQUIRED, required),
  ...tableOf(AT_MOST_ONE, atMostOne),
  'zeebe:CalledElement': element => [...required(element, REQUIRED['zeebe:CalledElement']!), ...binding(element)],
  'zeebe:CalledDecision': element => [...required(element, REQUIRED['zeebe:CalledDecision']!), ...binding(element)],
  'zeebe:FormDefinition': formDefinition,
  'zeebe:LoopCharacteristics': loopCharacteristics,
}

/** What is missing of the attributes an element must have. */
export function required(element: ModdleElement, names: string[]): string[] {
  return names.flatMap(name => when(!attribute(element, name), `Attribute '${name}' must be present and not empty`))
}

function atMostOne(element: ModdleElement, names: string[]): string[] {
  return names.flatMap(name =>
    when(
      extensionsOf(element, `zeebe:${name[0]!.toUpperCase()}${name.slice(1)}`).length > 1,
      `Must have exactly one 'zeebe:${name}' extension element when exists. Please check process definition XML and retain only one extension element.`,
    ),
  )
}

function binding(element: ModdleElement): string[] {
  const type = attribute(element, 'bindingType')
  const isUnknown = type !== undefined && !BINDING_TYPES.includes(type)
  return when(isUnknown, `Attribute 'bindingType' must be one of: ${BINDING_TYPES.join(', ')}`)
}

function tableOf(
  table: Record<string, string[]>,
  check: (element: ModdleElement, names: string[]) => string[],
): Checks {
  return Object.fromEntries(
    Object.entries(table).map(([type, names]) => [type, (element: ModdleElement) => check(element, names)]),
  )
}
