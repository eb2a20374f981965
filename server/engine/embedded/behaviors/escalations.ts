import type { Key } from '../../protocol/records.ts'
import type { AfterActivation } from '../elements/element.ts'
import type { EscalationDefinition } from '../event-definitions/escalation.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import { findCatcher, throwTo } from './catchers.ts'
import { evaluateString } from './expressions.ts'

/**
 * Throws an escalation as soon as the event counts as activated. The event itself goes on, unless it ends with what the catcher interrupts;
 * that nobody catches it does no harm (ENGINE X3).
 */
export function throwEscalation(
  execution: Execution,
  { id, event }: Pick<ExecutableNode, 'id' | 'event'>,
  key: Key,
): AfterActivation {
  const escalationCode = evaluateString(execution, (event!.definition as EscalationDefinition).code!, key)
  return () => {
    const catcher = findCatcher(execution, key, 'ESCALATION', escalationCode)
    if (catcher) throwTo(execution, catcher)
    execution.emit({
      valueType: 'ESCALATION',
      intent: catcher ? 'ESCALATED' : 'NOT_ESCALATED',
      key: execution.nextKey(),
      value: { escalationCode, throwElementId: id, ...(catcher && { catchElementId: catcher.node.id }) },
    })
    if (!catcher?.node.isInterrupting) execution.schedule({ do: 'complete', key })
  }
}
