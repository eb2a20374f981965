import { extensionOf, type ModdleElement, textOf } from '../../../../bpmn/index.ts'
import { Failure } from '../../../protocol/errors.ts'
import type { Key, UserTaskValue } from '../../../protocol/records.ts'
import type { Execution } from '../../execution.ts'
import { type Expression, readOptionalExpression } from '../../expression.ts'
import { normalDateTime } from '../../time.ts'
import { evaluate, evaluateNumber, evaluateString, evaluateStrings, mismatch } from '../expressions.ts'

/** Who is to do a user task, until when, and how urgent it is; as the diagram says. */
export interface Assignment {
  assignee?: Expression
  candidateGroups?: Expression
  candidateUsers?: Expression
  dueDate?: Expression
  followUpDate?: Expression
  priority?: Expression
}

export type Assigned = Pick<
  UserTaskValue,
  'assignee' | 'candidateGroupsList' | 'candidateUsersList' | 'dueDate' | 'followUpDate' | 'priority'
>

const DEFAULT_PRIORITY = 50

/** Reads `zeebe:assignmentDefinition`, `zeebe:taskSchedule` and `zeebe:priorityDefinition`. */
export function readAssignment(task: ModdleElement): Assignment {
  const assignment = extensionOf(task, 'zeebe:AssignmentDefinition')
  const schedule = extensionOf(task, 'zeebe:TaskSchedule')
  const texts = {
    assignee: textOf(assignment, 'assignee'),
    candidateGroups: textOf(assignment, 'candidateGroups'),
    candidateUsers: textOf(assignment, 'candidateUsers'),
    dueDate: textOf(schedule, 'dueDate'),
    followUpDate: textOf(schedule, 'followUpDate'),
    priority: textOf(extensionOf(task, 'zeebe:PriorityDefinition'), 'priority'),
  }
  return Object.fromEntries(
    Object.entries(texts)
      .map(([name, text]) => [name, readOptionalExpression(text)] as const)
      .filter(([, expression]) => expression !== undefined),
  )
}

/** Evaluates it in the scope of the task. */
export function evaluateAssignment(execution: Execution, assignment: Assignment, key: Key): Assigned {
  const { assignee, candidateGroups, candidateUsers, priority } = assignment
  const person = assignee && evaluateString(execution, assignee, key)
  const groups = candidateGroups && evaluateStrings(execution, candidateGroups, key)
  const users = candidateUsers && evaluateStrings(execution, candidateUsers, key)
  const dueDate = dateOf(execution, assignment.dueDate, key)
  const followUpDate = dateOf(execution, assignment.followUpDate, key)
  return {
    ...(person && { assignee: person }),
    ...(groups && groups.length > 0 && { candidateGroupsList: groups }),
    ...(users && users.length > 0 && { candidateUsersList: users }),
    ...(dueDate && { dueDate }),
    ...(followUpDate && { followUpDate }),
    priority: priority ? priorityOf(execution, priority, key) : DEFAULT_PRIORITY,
  }
}

/** The same as headers of a job, for user tasks that are not native. */
export function assignmentHeaders(assigned: Assigned): Record<string, string> {
  const { assignee, candidateGroupsList, candidateUsersList, dueDate, followUpDate } = assigned
  const headers = {
    assignee,
    candidateGroups: candidateGroupsList && JSON.stringify(candidateGroupsList),
    candidateUsers: candidateUsersList && JSON.stringify(candidateUsersList),
    dueDate,
    followUpDate,
  }
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, text]) => (text === undefined ? [] : [[`io.camunda.zeebe:${name}`, text]])),
  )
}

/** Null and empty mean none; else a date-time with a zone. */
function dateOf(execution: Execution, expression: Expression | undefined, key: Key): string | undefined {
  if (!expression) return undefined
  const text = expression.feel ? dateText(execution, expression, key) : expression.text
  if (text === '') return undefined
  const date = normalDateTime(text)
  if (date !== undefined) return date
  throw new Failure('EXTRACT_VALUE_ERROR', `Invalid date-time format '${text}' for expression '${expression.text}'.`)
}

function dateText(execution: Execution, expression: Expression, key: Key): string {
  const result = evaluate(execution, expression, key)
  if (result.type === 'NULL') return ''
  const types = ['DATE_TIME', 'LOCAL_DATE_TIME', 'DATE', 'STRING']
  if (!types.includes(result.type)) throw mismatch(expression, types, result)
  return result.json as string
}

function priorityOf(execution: Execution, expression: Expression, key: Key): number {
  const priority = evaluateNumber(execution, expression, key)
  if (Number.isInteger(priority) && priority >= 0 && priority <= 100) return priority
  throw new Failure('EXTRACT_VALUE_ERROR', `Expected priority to be in the range [0,100] but was '${priority}'.`)
}
