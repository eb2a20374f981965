import type { UserTaskChanges } from '../../protocol/commands.ts'
import { CommandRejected } from '../../protocol/errors.ts'
import type { UserTaskValue } from '../../protocol/records.ts'
import { assign, tell } from '../behaviors/user-tasks.ts'
import { isEqual } from '../behaviors/variables.ts'
import type { CommandProcessor } from './command-processor.ts'
import { enterUserTask } from './find-target.ts'

/** A person is done; the element goes on. */
export const completeUserTask: CommandProcessor<'COMPLETE_USER_TASK'> = (execution, command) => {
  const { userTaskKey, action = 'complete', variables } = command
  const { elementInstanceKey } = enterUserTask(execution, userTaskKey, 'complete')
  const told = { action, ...(variables && Object.keys(variables).length > 0 && { variables }) }
  tell(execution, userTaskKey, 'COMPLETING', { action })
  tell(execution, userTaskKey, 'COMPLETED', told)
  execution.schedule({ do: 'complete', key: elementInstanceKey })
  return {}
}

/** The task gets a new assignee; a claim refuses what somebody else holds. */
export const assignUserTask: CommandProcessor<'ASSIGN_USER_TASK'> = (execution, command) => {
  const { userTaskKey, assignee, mode, action = mode } = command
  const task = enterUserTask(execution, userTaskKey, mode)
  if (mode === 'claim') refuseClaim(userTaskKey, task, assignee)
  assign(execution, userTaskKey, mode === 'claim' ? 'CLAIMING' : 'ASSIGNING', {
    ...(assignee !== '' && { assignee }),
    action,
  })
  return {}
}

/** The task goes back to its candidates. */
export const unassignUserTask: CommandProcessor<'UNASSIGN_USER_TASK'> = (execution, { userTaskKey, action }) => {
  enterUserTask(execution, userTaskKey, 'unassign')
  assign(execution, userTaskKey, 'ASSIGNING', { action: action ?? 'unassign' })
  return {}
}

/** Candidates, dates or priority change. */
export const updateUserTask: CommandProcessor<'UPDATE_USER_TASK'> = (execution, command) => {
  const { userTaskKey, changes, action = 'update' } = command
  const task = enterUserTask(execution, userTaskKey, 'update')
  refusePriority(userTaskKey, changes)
  const changed = Object.entries(changes).filter(
    ([name, value]) => !isEqual(task[name as keyof UserTaskChanges] ?? null, value),
  )
  const told = {
    ...Object.fromEntries(changed),
    action,
    ...(changed.length > 0 && { changedAttributes: changed.map(([name]) => name).sort() }),
  }
  tell(execution, userTaskKey, 'UPDATING', told)
  tell(execution, userTaskKey, 'UPDATED', told)
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

function refusePriority(userTaskKey: string, { priority }: UserTaskChanges): void {
  if (priority === undefined || (Number.isInteger(priority) && priority >= 0 && priority <= 100)) return
  throw new CommandRejected(
    'INVALID_ARGUMENT',
    `Expected to update user task with key '${userTaskKey}' with a priority between 0 and 100, but it was '${priority}'`,
  )
}
