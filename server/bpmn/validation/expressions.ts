import { compileExpression, FeelSyntaxError } from '../../feel/index.ts'
import { elementOf, isA, type ModdleElement, textOf } from '../moddle.ts'
import { attribute, childText, eventDefinitionsOf } from './diagram.ts'
import { type Check, type Checks, when } from './problem.ts'

/** What a text that may be FEEL (`=…`) must be. */
interface Demand {
  /** It must be there. */
  isNeeded?: boolean
  /** A text that is not computed makes no sense here. */
  isComputed?: boolean
}

const NEEDED: Demand = { isNeeded: true }
const COMPUTED: Demand = { isComputed: true }
const NEEDED_COMPUTED: Demand = { isNeeded: true, isComputed: true }

/** Attributes that may be FEEL, by the element that has them. */
const ATTRIBUTES: Record<string, Record<string, Demand>> = {
  'zeebe:Input': { source: {} },
  'zeebe:Output': { source: NEEDED_COMPUTED },
  'zeebe:Subscription': { correlationKey: NEEDED_COMPUTED },
  'zeebe:LoopCharacteristics': { inputCollection: NEEDED_COMPUTED, outputElement: COMPUTED },
  'zeebe:TaskDefinition': { type: NEEDED, retries: {} },
  'zeebe:CalledElement': { processId: NEEDED, businessId: {} },
  'zeebe:CalledDecision': { decisionId: NEEDED },
  'zeebe:Script': { expression: NEEDED_COMPUTED },
  'zeebe:AssignmentDefinition': { assignee: {}, candidateGroups: {}, candidateUsers: {} },
  'zeebe:TaskSchedule': { dueDate: {}, followUpDate: {} },
  'zeebe:PriorityDefinition': { priority: {} },
  'zeebe:FormDefinition': { formId: {}, externalReference: {} },
  'zeebe:AdHoc': { activeElementsCollection: COMPUTED, outputElement: COMPUTED },
  'zeebe:ExecutionListener': { type: {}, retries: {} },
  'zeebe:TaskListener': { type: {}, retries: {} },
  'bpmn:Message': { name: {} },
  'bpmn:Signal': { name: {} },
}

/** Children whose text may be FEEL, by the element that has them. */
const CHILDREN: Record<string, Record<string, Demand>> = {
  'bpmn:TimerEventDefinition': { timeDate: {}, timeDuration: {}, timeCycle: {} },
  'bpmn:MultiInstanceLoopCharacteristics': { completionCondition: {} },
  'bpmn:AdHocSubProcess': { completionCondition: COMPUTED },
  'bpmn:ConditionalEventDefinition': { condition: NEEDED_COMPUTED },
}

/** The condition of a flow. */
const formalExpression: Check = expression =>
  expression.$parent?.$type === 'bpmn:SequenceFlow'
    ? expressionProblems(textOf(expression, 'body')?.trim() || undefined, NEEDED_COMPUTED)
    : []

/** What throws an error or escalation may compute its code. */
const thrown: Check = definition => {
  const isThrown = isA(definition.$parent, 'bpmn:ThrowEvent')
  const [error, escalation] = [elementOf(definition, 'errorRef'), elementOf(definition, 'escalationRef')]
  const code = attribute(error, 'errorCode') ?? attribute(escalation, 'escalationCode')
  return isThrown ? expressionProblems(code, {}) : []
}

/** What starts a process has no variables yet: the name of its message or signal is known at once. */
const startEvent: Check = event => {
  if (event.$parent?.$type !== 'bpmn:Process') return []
  return eventDefinitionsOf(event).flatMap(definition =>
    (['message', 'signal'] as const).flatMap(kind =>
      constantName(attribute(elementOf(definition, `${kind}Ref`), 'name'), kind),
    ),
  )
}

/** Whatever is FEEL must be FEEL, and computed where it has to be. */
export const expressionChecks: Checks = {
  ...tableOf(ATTRIBUTES, attribute),
  ...tableOf(CHILDREN, childText),
  'bpmn:Expression': formalExpression,
  'bpmn:ErrorEventDefinition': thrown,
  'bpmn:EscalationEventDefinition': thrown,
  'bpmn:StartEvent': startEvent,
}

/** Whether a text is computed. A lone `=` is a text. */
export function isComputed(text: string): boolean {
  return text.startsWith('=') && text.length > 1
}

/** What is wrong with a text that may be FEEL. */
function expressionProblems(text: string | undefined, { isNeeded, isComputed: mustBeComputed }: Demand): string[] {
  if (text === undefined) return when(isNeeded === true, 'Expected expression but not found.')
  if (isComputed(text)) return syntaxProblems(text)
  const message = `Expected expression but found static value '${text}'. An expression must start with '=' (e.g. '=${text}').`
  return when(mustBeComputed === true, message)
}

/** What keeps a computed text from being FEEL. */
export function syntaxProblems(text: string): string[] {
  const source = text.slice(1).trim()
  try {
    compileExpression(source)
    return []
  } catch (error) {
    if (!(error instanceof FeelSyntaxError)) throw error
    return [`failed to parse expression '${source}': ${error.message}`]
  }
}

function constantName(name: string | undefined, kind: string): string[] {
  if (name === undefined || !isComputed(name)) return []
  const [broken] = syntaxProblems(name)
  const because = `Expected constant expression but found '${name}', which could not be evaluated without context`
  if (broken) return [`${because}: ${broken}`]
  const result = compileExpression(name.slice(1).trim()).evaluateTyped({ variables: () => undefined, now: () => 0 })
  if (!result.ok) return [`${because}: ${result.message}`]
  const message = `Expected constant expression of type String for ${kind} name '${name}', but was ${result.type}`
  return when(result.type !== 'STRING', message)
}

function tableOf(
  table: Record<string, Record<string, Demand>>,
  read: (element: ModdleElement, name: string) => string | undefined,
): Checks {
  return Object.fromEntries(
    Object.entries(table).map(([type, demands]) => [
      type,
      (element: ModdleElement) =>
        Object.entries(demands).flatMap(([name, demand]) => expressionProblems(read(element, name), demand)),
    ]),
  )
}
