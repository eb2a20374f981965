import { type Command, CommandRejected, type RejectionType } from '../../engine/index.ts'
import { describeProblem, Problem } from '../problem.ts'

const TYPES: Readonly<Record<number, RejectionType>> = {
  401: 'FORBIDDEN',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'INVALID_STATE',
}

/** Whatever a deed is refused with, in the words of Zeebe's protocols: there a task that is closed is not found. */
export function rejectionOf(error: unknown, command: Command): unknown {
  if (error instanceof CommandRejected) return isClosedTask(error) ? notFound(command) : error
  if (!(error instanceof Problem)) return error
  if (error.id === 'resource.not-found') return notFound(command)
  const { status, detail, errors = [] } = describeProblem(error, 'en', '')
  const fields = errors.map(({ path, message }) => `${path}: ${message}`)
  return new CommandRejected(TYPES[status] ?? 'INVALID_ARGUMENT', [detail, ...fields].join('; '))
}

function isClosedTask({ detail }: CommandRejected): boolean {
  return detail?.id === 'task.closed' || detail?.id === 'task.canceled'
}

function notFound(command: Command): CommandRejected {
  const purpose = {
    COMPLETE_USER_TASK: 'complete',
    ASSIGN_USER_TASK: 'assign',
    UNASSIGN_USER_TASK: 'unassign',
    UPDATE_USER_TASK: 'update',
  }[command.type as string]
  if (purpose !== undefined && 'userTaskKey' in command)
    return new CommandRejected(
      'NOT_FOUND',
      `Expected to ${purpose} user task with key '${command.userTaskKey}', but no such user task was found`,
    )
  return new CommandRejected('NOT_FOUND', 'Expected to find what the command is about, but none found')
}
