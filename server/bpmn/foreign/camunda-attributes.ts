import type { ModdleElement } from '../moddle.ts'
import { type Conversion, converted, extend, left } from './finding.ts'
import { juelToFeel } from './juel.ts'

type Attribute = (conversion: Conversion, element: ModdleElement, value: string) => void

/** A value that may be an expression, as FEEL; undefined where Java would be called. */
export function asFeel(value: string): string | undefined {
  return /^\s*[$#]\{/.test(value) ? juelToFeel(value) : value
}

/** An attribute that becomes a property of an extension. */
function property(type: string, name: string, id: 'assigned' | 'due' | 'decision' | 'called'): Attribute {
  return (conversion, element, value) => {
    const feel = asFeel(value)
    if (feel === undefined) return left(conversion, element, 'expression-java', { found: value })
    extend(conversion, element, type, { [name]: feel })
    converted(conversion, element, id, { found: value })
  }
}

/** Groups of another office are none of ours: `role@org`. */
const groups: Attribute = (conversion, element, value) => {
  const feel = asFeel(value)
  if (feel === undefined) return left(conversion, element, 'expression-java', { found: value })
  extend(conversion, element, 'zeebe:AssignmentDefinition', { candidateGroups: feel })
  left(conversion, element, 'groups', { found: value })
}

const form: Attribute = (conversion, element, value) => {
  const isOurs = /^[\w.-]+$/.test(value) && element.$type === 'bpmn:UserTask'
  if (!isOurs) return left(conversion, element, 'form-elsewhere', { found: value })
  extend(conversion, element, 'zeebe:FormDefinition', { formId: value })
  converted(conversion, element, 'form', { found: value })
}

const topic: Attribute = (conversion, element, value) => {
  extend(conversion, element, 'zeebe:TaskDefinition', { type: value })
  converted(conversion, element, 'worker', { found: value })
}

const java: Attribute = (conversion, element, value) => left(conversion, element, 'java', { found: value })
const needless: Attribute = (conversion, element, value) => converted(conversion, element, 'needless', { found: value })

const collection: Attribute = (conversion, element, value) => {
  const feel = /^\w+$/.test(value) ? `=${value}` : asFeel(value)
  if (feel === undefined) return left(conversion, element, 'expression-java', { found: value })
  extend(conversion, element, 'zeebe:LoopCharacteristics', { inputCollection: feel })
  converted(conversion, element, 'each', { found: value })
}

const loopElement: Attribute = (conversion, element, value) =>
  extend(conversion, element, 'zeebe:LoopCharacteristics', { inputElement: value })

/** What becomes of each attribute in the namespace of Camunda 7; one that is not here is told and left out. */
export const camundaAttributes: Readonly<Record<string, Attribute>> = {
  assignee: property('zeebe:AssignmentDefinition', 'assignee', 'assigned'),
  candidateUsers: property('zeebe:AssignmentDefinition', 'candidateUsers', 'assigned'),
  candidateGroups: groups,
  dueDate: property('zeebe:TaskSchedule', 'dueDate', 'due'),
  followUpDate: property('zeebe:TaskSchedule', 'followUpDate', 'due'),
  formKey: form,
  formRef: form,
  formRefBinding: needless,
  formRefVersion: needless,
  topic,
  type: needless,
  class: java,
  delegateExpression: java,
  expression: java,
  resultVariable: (conversion, element, value) => {
    const isDecision = element.$type === 'bpmn:BusinessRuleTask'
    if (!isDecision) return left(conversion, element, 'unknown', { found: `resultVariable=${value}` })
    extend(conversion, element, 'zeebe:CalledDecision', { resultVariable: value })
  },
  decisionRef: property('zeebe:CalledDecision', 'decisionId', 'decision'),
  decisionRefBinding: needless,
  mapDecisionResult: needless,
  calledElementBinding: needless,
  collection,
  elementVariable: loopElement,
  versionTag: (conversion, element, value) => {
    extend(conversion, element, 'zeebe:VersionTag', { value })
    converted(conversion, element, 'mapping', { found: value })
  },
  ...Object.fromEntries(
    [
      ...['asyncBefore', 'asyncAfter', 'exclusive', 'jobPriority', 'historyTimeToLive', 'isStartableInTasklist'],
      ...['initiator', 'taskPriority', 'modelerTemplate', 'modelerTemplateVersion'],
    ].map(name => [name, needless]),
  ),
}
