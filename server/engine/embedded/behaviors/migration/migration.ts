import { CommandRejected, type RejectionType } from '../../../protocol/errors.ts'
import type { Key } from '../../../protocol/records.ts'
import type { ExecutableNode, ExecutableProcess } from '../../executable-process.ts'
import type { InstanceState, Step } from '../../state/instance-state.ts'

/** What everything about one migration is judged by. */
export interface Migration {
  state: InstanceState
  source: ExecutableProcess
  target: ExecutableProcess
  /** Source element or flow → target. */
  mapping: ReadonlyMap<string, string>
}

/** An element instance, what it is and what it is to become. */
export interface Move {
  key: Key
  from: ExecutableNode
  to: ExecutableNode
}

/** Steps that name no element of the definition: they may be put aside while an instance stands still, and are taken in the new one. */
const KEPT: Step['do'][] = ['correlate', 'meet', 'look']

/** Only an instance all of whose paths wait can go over. @throws CommandRejected */
export function refuseMidRun(state: InstanceState): void {
  if (state.steps.some(step => !KEPT.includes(step.do)))
    throw refusal(state, 'a concurrent command was executed on the process instance. Please retry the migration.')
}

/** The refusal of a migration; `what` follows the name of the instance. */
export function refusal({ processInstanceKey }: InstanceState, what: string, type: RejectionType = 'INVALID_STATE') {
  return new CommandRejected(type, `Expected to migrate process instance '${processInstanceKey}' but ${what}`)
}
