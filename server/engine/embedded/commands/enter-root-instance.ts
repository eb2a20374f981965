import { CommandRejected } from '../../protocol/errors.ts'
import type { Key } from '../../protocol/records.ts'
import type { Execution } from '../execution.ts'

/** Turns to a running instance that no other called. `purpose` is the verb of the rejection. */
export function enterRootInstance(execution: Execution, key: Key, purpose: string): void {
  if (!/^\d{1,19}$/.test(key) || !execution.enter(key))
    throw new CommandRejected(
      'NOT_FOUND',
      `Expected to ${purpose} a process instance with key '${key}', but no such process was found`,
    )
}
