import { CommandRejected } from '../../protocol/errors.ts'
import type { CommandProcessor } from './command-processor.ts'
import { isKey } from './find-target.ts'

/**
 * Removes an ended instance. The engine itself keeps nothing of what has ended; the record tells the projections to forget it. Its entries stay for ever.
 * Whether there ever was such an instance only the projections know: whoever offers the command asks them first.
 */
export const deleteProcessInstance: CommandProcessor<'DELETE_PROCESS_INSTANCE'> = (execution, command) => {
  const { processInstanceKey: key } = command
  const { store, workspace } = execution.world
  if (!isKey(key) || BigInt(key) >= BigInt(store.keyBound()))
    throw new CommandRejected(
      'NOT_FOUND',
      `Expected to delete a process instance with key '${key}', but no such process instance was found`,
    )
  if (workspace.find(key))
    throw new CommandRejected(
      'INVALID_STATE',
      `Expected to delete a process instance with key '${key}', but it is still running`,
    )
  execution.emitShared({
    valueType: 'PROCESS_INSTANCE_DELETION',
    intent: 'DELETED',
    key,
    value: { processInstanceKey: key },
  })
  return {}
}
