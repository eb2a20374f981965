import type { Key, Variables } from '../../protocol/records.ts'
import type { Execution } from '../execution.ts'
import type { Rows } from '../store.ts'
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
  const { store, now } = execution.world
  const kept = store
    .startsOf(bpmnProcessId)
    .filter(({ kind }) => kind === 'MESSAGE')
    .flatMap(row => store.bufferedMessages(row.name!, correlationKey).map(message => ({ row, message })))
    .filter(({ message: { deadline, correlatedWith } }) => deadline > now && !hasHad(correlatedWith, bpmnProcessId))
    .sort((left, right) => Number(left.message.messageKey) - Number(right.message.messageKey))
  const [first] = kept
  if (!first) return
  const { messageKey, variables } = first.message
  const given = variables === null ? undefined : (JSON.parse(variables) as Variables)
  start(execution, first.row, { messageKey, correlationKey, variables: given })
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
      ...(variables && Object.keys(variables).length > 0 && { variables }),
    },
  })
  startByEvent(execution, { processDefinitionKey, processInstanceKey, elementId, variables, correlationKey })
  return processInstanceKey
}

function hasHad(correlatedWith: string, bpmnProcessId: string): boolean {
  return (JSON.parse(correlatedWith) as string[]).includes(bpmnProcessId)
}
