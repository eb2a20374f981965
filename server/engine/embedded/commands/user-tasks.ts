import type { UserTaskChanges } from '../../protocol/commands.ts'
import { CommandRejected } from '../../protocol/errors.ts'
import type { Json, UserTaskValue } from '../../protocol/records.ts'
import { beginTransition } from '../behaviors/user-tasks/transitions.ts'
import { assign } from '../behaviors/user-tasks/user-tasks.ts'
import { isEqual } from '../behaviors/variables.ts'
import { given } from '../state/variables.ts'
import { normalDateTime } from '../time.ts'
import type { CommandProcessor } from './command-processor.ts'
import { enterUserTask } from './find-target.ts'

/** A person is done; the element goes on. */
export const completeUserTask: CommandProcessor<'COMPLETE_USER_TASK'> = (execution, command) => {
  const { userTaskKey, action = 'complete', variables } = command
  enterUserTask(execution, command, 'complete')
  const told = { action, ...given(variables) }
  beginTransition(execution, userTaskKey, 'COMPLETING', told)
  return {}
}

/** The task gets a new assignee; a claim refuses what somebody else holds. */
export const assignUserTask: CommandProcessor<'ASSIGN_USER_TASK'> = (execution, command) => {
  const { userTaskKey, assignee, mode, action = mode } = command
  const task = enterUserTask(execution, command, mode)
  if (mode === 'claim') refuseClaim(userTaskKey, task, assignee)
  assign(execution, userTaskKey, mode === 'claim' ? 'CLAIMING' : 'ASSIGNING', {
    ...(assignee !== '' && { assignee }),
    action,
  })
  return {}
}

/** The task goes back to its candidates. */
export const unassignUserTask: CommandProcessor<'UNASSIGN_USER_TASK'> = (execution, command) => {
  const { userTaskKey, action } = command
  enterUserTask(execution, command, 'unassign')
  assign(execution, userTaskKey, 'ASSIGNING', { action: action ?? 'unassign' })
  return {}
}

/** Candidates, dates or priority change; what is emptied is no longer there. */
export const updateUserTask: CommandProcessor<'UPDATE_USER_TASK'> = (execution, command) => {
  const { userTaskKey, changes, action = 'update' } = command
  const task = enterUserTask(execution, command, 'update')
  const wanted = Object.entries(normal(userTaskKey, changes))
  const changed = wanted.filter(([name, value]) => !isEqual(task[name as keyof UserTaskChanges] ?? null, value))
  const told = {
    ...Object.fromEntries(changed.filter(([, value]) => value !== null)),
    action,
    ...(changed.length > 0 && { changedAttributes: changed.map(([name]) => name).sort() }),
  }
  beginTransition(execution, userTaskKey, 'UPDATING', told)
  return {}
}

function refuseClaim(userTaskKey: string, { assignee: holder }: UserTaskValue, assignee: string): void {
  const why =
    assignee === ''
      ? 'provided assignee is empty'
      : holder !== undefined && holder !== assignee && 'it has already been assigned'
  if (why)
    throw new CommandRejected('INVALID_STATE', `Expected to claim user task with key '${userTaskKey}', but ${why}`)
}

/** Dates in the form of the diagram's; null for what is emptied. */
function normal(userTaskKey: string, changes: UserTaskChanges): Record<string, Json> {
  const { priority } = changes
  if (priority !== undefined && !(Number.isInteger(priority) && priority >= 0 && priority <= 100))
    throw refusal(userTaskKey, `a priority between 0 and 100, but it was '${priority}'`)
  return Object.fromEntries(
    Object.entries(changes as Record<string, Json>).map(([name, value]) => {
      if (value === '' || (Array.isArray(value) && value.length === 0)) return [name, null]
      if (typeof value !== 'string') return [name, value]
      const date = normalDateTime(value)
      if (date === undefined) throw refusal(userTaskKey, `a ${name} with date, time and zone, but it was '${value}'`)
      return [name, date]
    }),
  )
}

function refusal(userTaskKey: string, expected: string): CommandRejected {
  return new CommandRejected(
    'INVALID_ARGUMENT',
    `Expected to update user task with key '${userTaskKey}' with ${expected}`,
  )
}
