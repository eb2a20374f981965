import { CommandRejected } from '../../protocol/errors.ts'
import { closeAllStarts, openAllStarts } from '../behaviors/start-events.ts'
import type { CommandProcessor } from './command-processor.ts'

/** Lets events begin a process, or begin it no more; what runs is not touched. Asked twice, it is done once. */
export const switchStarts: CommandProcessor<'SWITCH_STARTS'> = (execution, { bpmnProcessId, isOpen }) => {
  const { store, workspace } = execution.world
  workspace.flush()
  const latest = store.latestProcess(bpmnProcessId)
  if (!latest) throw new CommandRejected('NOT_FOUND', `Expected a process with id '${bpmnProcessId}', but none found`)
  if (!isOpen) closeAllStarts(execution, latest)
  else if (store.startsOf(bpmnProcessId).length === 0) openAllStarts(execution, latest)
  return {}
}
