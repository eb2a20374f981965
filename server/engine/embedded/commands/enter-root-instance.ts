import { CommandRejected } from '../../protocol/errors.ts'
import type { Key } from '../../protocol/records.ts'
import { callers } from '../behaviors/calls.ts'
import type { Execution } from '../execution.ts'
import { isKey } from './find-target.ts'

/** Turns to a running instance that no other called. `purpose` is the verb of the rejection, for example `cancel`. */
export function enterRootInstance(execution: Execution, key: Key, purpose: string): void {
  if (!isKey(key) || !execution.enter(key) || execution.state.elements[key]?.state === 'TERMINATING')
    throw new CommandRejected(
      'NOT_FOUND',
      `Expected to ${purpose} a process instance with key '${key}', but no such process was found`,
    )
  const root = callers(execution).at(-1)!.processInstanceKey
  if (root === key) return
  throw new CommandRejected(
    'INVALID_STATE',
    `Expected to ${purpose} a process instance with key '${key}', but it is created by a parent process instance. ${purpose[0]!.toUpperCase()}${purpose.slice(1)} the root process instance '${root}' instead.`,
  )
}
