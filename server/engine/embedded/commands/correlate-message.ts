import { acknowledge, expireMessage } from '../behaviors/correlation.ts'
import type { Execution } from '../execution.ts'
import { given } from '../state/variables.ts'
import type { CommandProcessor } from './command-processor.ts'
import { correlateEach, findTakers } from './messages.ts'

/** Gives a message to whoever waits for it now; it is never kept. Answers the instance that got it, a new one first (ENGINE G10). */
export const correlateMessage: CommandProcessor<'CORRELATE_MESSAGE'> = (execution, command) => {
  const { name, correlationKey, variables } = command
  const messageKey = execution.nextKey()
  const value = { name, correlationKey, ...given(variables) }
  const correlation = { ...value, messageKey }
  // What nobody takes expires as soon as the clock is looked at.
  const published = { ...value, deadline: execution.world.now }
  execution.emitShared({ valueType: 'MESSAGE', intent: 'PUBLISHED', key: messageKey, value: published })
  execution.emitShared({ valueType: 'MESSAGE_CORRELATION', intent: 'CORRELATING', key: messageKey, value: correlation })
  const { waiting, started } = findTakers(execution, name, { messageKey, correlationKey, variables })
  const [processInstanceKey = waiting[0]?.processInstanceKey] = started
  if (processInstanceKey === undefined)
    return {
      rejection: {
        type: 'NOT_FOUND',
        reason: `Expected to find subscription for message with name '${name}' and correlation key '${correlationKey}', but ${whyNobody(execution, name, correlationKey)}`,
      },
    }
  const answer = { ...correlation, processInstanceKey }
  if (started.length > 0) acknowledge(execution, answer)
  expireMessage(execution, { key: messageKey, value })
  const [first, ...others] = waiting
  const message = { messageKey, ...(variables && { variables }) }
  if (first) correlateEach(execution, [first], { ...message, ...(started.length === 0 && { answer }) })
  correlateEach(execution, others, message)
  return { messageKey, processInstanceKey }
}

function whyNobody({ world: { store } }: Execution, name: string, correlationKey: string): string {
  const locked = store
    .startsAwaiting('MESSAGE', name)
    .filter(({ bpmnProcessId }) => correlationKey !== '' && store.find('startLock', { bpmnProcessId, correlationKey }))
  if (locked.length === 0) return 'none was found.'
  const ids = locked.map(({ bpmnProcessId }) => bpmnProcessId).join(', ')
  return `no active subscription was found. A process instance with this correlation key is already active for a message start event with this message name in process IDs [${ids}]. Only one active process instance per correlation key is allowed for message start events.`
}
