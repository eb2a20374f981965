import { elementsOf, textOf } from '../moddle.ts'
import { repeated } from './catchers.ts'
import { attribute } from './diagram.ts'
import { isComputed } from './expressions.ts'
import { type Check, type Checks, when } from './problem.ts'

const TARGET = /^[a-zA-Z_][a-zA-Z0-9_]*(\.[a-zA-Z_][a-zA-Z0-9_]*)*$/
const RESERVED_WORDS = 'null, true, false, function, if, then, else, for, between, instance, of'
const RESERVED_HEADERS = 'io.camunda.zeebe:'

/** A mapping puts its value to a path. */
const target: Check = mapping => {
  const path = attribute(mapping, 'target')
  if (path === undefined) return ['Expected path expression but not found.']
  const pattern = TARGET.source.slice(1, -1)
  return [
    ...when(!TARGET.test(path), `Expected path expression '${path}' but doesn't match the pattern '${pattern}'.`),
    ...when(
      RESERVED_WORDS.split(', ').includes(path),
      `Expected path expression '${path}' but is one of the reserved words (${RESERVED_WORDS}).`,
    ),
  ]
}

const assignment: Check = element =>
  ['candidateGroups', 'candidateUsers'].flatMap(name =>
    staticProblems(attribute(element, name), isCommaList, "be a list of comma-separated values, e.g. 'a,b,c'"),
  )

const schedule: Check = element =>
  ['dueDate', 'followUpDate'].flatMap(name =>
    staticProblems(attribute(element, name), isDateTime, "be a valid DateTime String, e.g. '2023-03-02T15:35+02:00'"),
  )

const priority: Check = element => {
  const text = attribute(element, 'priority')
  if (text === undefined || isComputed(text)) return []
  if (!/^[+-]?\d+$/.test(text))
    return [`Expected static value to be a valid Number between 0 and 100, but found '${text}'.`]
  const isOut = Number(text) < 0 || Number(text) > 100
  return when(isOut, `Priority must be a number between 0 and 100, but was '${text}'.`)
}

const taskHeaders: Check = element => {
  const keys = elementsOf(element, 'values').flatMap(header => textOf(header, 'key') ?? [])
  return [
    ...keys
      .filter(key => key.startsWith(RESERVED_HEADERS))
      .map(
        key =>
          `Attribute 'key' contains '${key}', but header keys starting with '${RESERVED_HEADERS}' are reserved for internal use.`,
      ),
    ...repeated(keys).map(key => `Headers contain duplicate entries for key '${key}'`),
  ]
}

/** What is written down, not computed, can be checked at once: paths, lists, dates, numbers, names. */
export const formatChecks: Checks = {
  'zeebe:Input': target,
  'zeebe:Output': target,
  'zeebe:AssignmentDefinition': assignment,
  'zeebe:TaskSchedule': schedule,
  'zeebe:PriorityDefinition': priority,
  'zeebe:TaskHeaders': taskHeaders,
}

function staticProblems(text: string | undefined, isRight: (text: string) => boolean, what: string): string[] {
  const isWrong = text !== undefined && !isComputed(text) && !isRight(text)
  return when(isWrong, `Expected static value to ${what}, but found '${text}'.`)
}

function isCommaList(text: string): boolean {
  return text.split(',').every(part => part.trim() !== '')
}

/** An ISO date-time with an offset or a zone. */
function isDateTime(text: string): boolean {
  const [, dateTime, zone] =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})(?:\[[\w/+-]+\])?$/.exec(text) ?? []
  return dateTime !== undefined && !Number.isNaN(Date.parse(`${dateTime}${zone}`))
}
