import type { Key, Variables } from '../../protocol/records.ts'
import type { Execution } from '../execution.ts'
import { given } from '../state/variables.ts'
import type { Rows } from '../store.ts'
import { isFor, toGive } from './kept-messages.ts'
import { startByEvent } from './start-events.ts'

/** A message that may start a process. */
export interface StartingMessage {
  messageKey: Key
  correlationKey: string
  variables?: Variables | undefined
}

/**
 * Begins an instance for each start event that waits for the message: one per process that has not had the message (`served`, which is
 * filled), and none while an instance runs that a message with the same key began (ENGINE G2, G6–G8). Answers their keys.
 */
export function startByMessage(
  execution: Execution,
  name: string,
  message: StartingMessage,
  served: Set<string>,
): Key[] {
  const { store } = execution.world
  const { correlationKey } = message
  return store.startsAwaiting('MESSAGE', name).flatMap(row => {
    const { bpmnProcessId } = row
    if (served.has(bpmnProcessId)) return []
    if (correlationKey !== '' && store.find('startLock', { bpmnProcessId, correlationKey })) return []
    served.add(bpmnProcessId)
    return [start(execution, row, message)]
  })
}

/** The instance has ended; if a message began it, the oldest one kept for the same process and key begins the next. */
export function startNext(execution: Execution): void {
  const { startLock } = execution.state
  if (!startLock) return
  const { bpmnProcessId, correlationKey } = startLock
  const { store } = execution.world
  const [first] = store
    .startsOf(bpmnProcessId)
    .filter(({ kind }) => kind === 'MESSAGE')
    .flatMap(row => store.bufferedMessages(row.name!, correlationKey).map(message => ({ row, message })))
    .filter(({ message }) => isFor(execution, message, bpmnProcessId))
    .sort((left, right) => Number(left.message.messageKey) - Number(right.message.messageKey))
  if (first) start(execution, first.row, { ...toGive(first.message), correlationKey })
}

function start(
  execution: Execution,
  row: Rows['start'],
  { messageKey, correlationKey, variables }: StartingMessage,
): Key {
  const { startKey, name, elementId, processDefinitionKey, bpmnProcessId } = row
  const processInstanceKey = execution.nextKey()
  execution.emitShared({
    valueType: 'MESSAGE_START_EVENT_SUBSCRIPTION',
    intent: 'CORRELATED',
    key: startKey,
    value: {
      ...{ messageName: name!, startEventId: elementId, bpmnProcessId, processDefinitionKey },
      ...{ correlationKey, messageKey, processInstanceKey },
      ...given(variables),
    },
  })
  startByEvent(execution, { processDefinitionKey, processInstanceKey, elementId, variables, correlationKey })
  return processInstanceKey
}
