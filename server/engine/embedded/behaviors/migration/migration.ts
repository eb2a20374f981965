import { CommandRejected, type RejectionType } from '../../../protocol/errors.ts'
import type { Key } from '../../../protocol/records.ts'
import type { ExecutableNode, ExecutableProcess } from '../../executable-process.ts'
import type { InstanceState } from '../../state/instance-state.ts'

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

/** The refusal of a migration; `what` follows the name of the instance. */
export function refusal({ processInstanceKey }: InstanceState, what: string, type: RejectionType = 'INVALID_STATE') {
  return new CommandRejected(type, `Expected to migrate process instance '${processInstanceKey}' but ${what}`)
}
