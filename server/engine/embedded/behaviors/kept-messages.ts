import type { Variables } from '../../protocol/records.ts'
import type { Execution } from '../execution.ts'
import { given } from '../state/variables.ts'
import type { Rows } from '../store.ts'

/** A message that is kept may be given to an instance of the process: it has not expired, and a process gets a message once. */
export function isFor({ world: { now } }: Execution, message: Rows['message'], bpmnProcessId: string): boolean {
  return message.deadline > now && !hasHad(message, bpmnProcessId)
}

/** Whether an instance of the process has had the message. */
export function hasHad({ correlatedWith }: Pick<Rows['message'], 'correlatedWith'>, bpmnProcessId: string): boolean {
  return (JSON.parse(correlatedWith) as string[]).includes(bpmnProcessId)
}

/** The message as it is given. */
export function toGive({ messageKey, variables }: Rows['message']): { messageKey: string; variables?: Variables } {
  return { messageKey, ...given(variables === null ? undefined : (JSON.parse(variables) as Variables)) }
}
