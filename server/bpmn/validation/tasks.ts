import { extensionOf, type ModdleElement, textOf } from '../moddle.ts'
import { eachNode, extensionPath, when } from './problem.ts'

/** What a task needs to be worked, by its type: any one of these extension elements. */
const WORKED_BY: Record<string, string[]> = {
  'bpmn:ServiceTask': ['zeebe:TaskDefinition'],
  'bpmn:SendTask': ['zeebe:TaskDefinition'],
  'bpmn:ScriptTask': ['zeebe:Script', 'zeebe:TaskDefinition'],
  'bpmn:BusinessRuleTask': ['zeebe:CalledDecision', 'zeebe:TaskDefinition'],
  'bpmn:CallActivity': ['zeebe:CalledElement'],
}

/** Somebody or something has to be named that does the task. */
export const taskIsWorked = eachNode(({ id, type, source }) => {
  const kinds = WORKED_BY[type]
  if (!kinds) return []
  const found = kinds.filter(kind => extensionOf(source, kind)).length
  const names = kinds.map(kind => `'${elementName(kind)}'`)
  const message =
    names.length === 1
      ? `Must have exactly one ${names[0]} extension element`
      : `Must have either one ${names.join(' or one ')} extension element`
  return when(found !== 1, id, message)
})

/** A message that is thrown is sent by a job. */
export const thrownMessageHasJob = eachNode(({ id, type, eventType, source }) => {
  const isThrown = type === 'bpmn:EndEvent' || type === 'bpmn:IntermediateThrowEvent'
  const lacks = isThrown && eventType === 'bpmn:MessageEventDefinition' && !extensionOf(source, 'zeebe:TaskDefinition')
  return when(lacks, id, "Must have exactly one 'zeebe:taskDefinition' extension element")
})

/** A job needs a type. */
export const jobHasType = eachNode(({ id, source }) => {
  const definition = extensionOf(source, 'zeebe:TaskDefinition')
  const isEmpty = definition !== undefined && !textOf(definition, 'type')
  return when(isEmpty, extensionPath(id, 'taskDefinition'), 'Expected expression but not found.')
})

/** Dates and priorities written down, not computed, can be checked at once. */
export const staticSchedule = eachNode(({ id, source }) => {
  const schedule = extensionOf(source, 'zeebe:TaskSchedule')
  return [
    ...dateProblems(schedule, 'dueDate', id),
    ...dateProblems(schedule, 'followUpDate', id),
    ...priorityProblems(textOf(extensionOf(source, 'zeebe:PriorityDefinition'), 'priority'), id),
  ]
})

function dateProblems(schedule: ModdleElement | undefined, name: string, id: string) {
  const text = textOf(schedule, name)
  const isWrong = !!text && !text.startsWith('=') && !isDateTime(text)
  const message = `Expected static value to be a valid DateTime String, e.g. '2023-03-02T15:35+02:00', but found '${text}'.`
  return when(isWrong, extensionPath(id, 'taskSchedule'), message)
}

function priorityProblems(text: string | undefined, id: string) {
  const isStatic = !!text && !text.startsWith('=')
  const isWrong = isStatic && !(/^\d+$/.test(text) && Number(text) <= 100)
  const message = `Priority must be a number between 0 and 100, but was '${text}'.`
  return when(isWrong, extensionPath(id, 'priorityDefinition'), message)
}

/** An ISO date-time with an offset or a zone. */
function isDateTime(text: string): boolean {
  const [, dateTime, zone] =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})(?:\[[\w/+-]+\])?$/.exec(text) ?? []
  return dateTime !== undefined && !Number.isNaN(Date.parse(`${dateTime}${zone}`))
}

function elementName(type: string): string {
  return type.replace(/:(.)/, (_, letter: string) => `:${letter.toLowerCase()}`)
}
