import { elementOf, extensionOf, type ModdleElement, textOf } from '../../../bpmn/index.ts'
import { Failure } from '../../protocol/errors.ts'
import type { Key } from '../../protocol/records.ts'
import { evaluate, evaluateString, withWarnings } from '../behaviors/expressions.ts'
import type { Execution } from '../execution.ts'
import { type Expression, readExpression, readOptionalExpression } from '../expression.ts'
import { defineEvent } from './event-definition.ts'

interface MessageDefinition {
  messageName: Expression
  correlationKey?: Expression
}

/** Waits for a message of a name whose correlation key is the one computed when the waiting began (ENGINE G1–G9). */
export const message = defineEvent<MessageDefinition>({
  name: 'MESSAGE',
  places: ['start', 'catch', 'boundary', 'event-sub-process'],
  read: readMessage,

  awaitStart: (execution, { messageName }) => ({
    kind: 'MESSAGE',
    name: evaluateString(execution, messageName, undefined),
  }),

  subscribe(execution, { node, key: elementInstanceKey, scopeKey }, definition) {
    const messageName = evaluateString(execution, definition.messageName, scopeKey)
    const correlationKey = correlationKeyOf(execution, definition.correlationKey!, scopeKey)
    const { id: elementId, isInterrupting: interrupting } = node
    const value = { messageName, correlationKey, elementId, elementInstanceKey, interrupting }
    return () => {
      const key = execution.nextKey()
      execution.emit({ valueType: 'MESSAGE_SUBSCRIPTION', intent: 'CREATED', key, value })
      execution.schedule({ do: 'correlate', key })
    }
  },

  unsubscribe(execution, elementInstanceKey, isMeant = () => true) {
    for (const key of execution.ownedBy('subscriptions', elementInstanceKey)) {
      const value = execution.state.subscriptions[key]!
      if (isMeant(value.elementId)) execution.emit({ valueType: 'MESSAGE_SUBSCRIPTION', intent: 'DELETED', key, value })
    }
  },
})

/** What a `messageRef` says; message events and receive tasks share it. */
export function readMessage(element: ModdleElement): MessageDefinition {
  const referenced = elementOf(element, 'messageRef')
  const correlationKey = readOptionalExpression(textOf(extensionOf(referenced, 'zeebe:Subscription'), 'correlationKey'))
  return {
    messageName: readExpression(textOf(referenced, 'name') ?? ''),
    ...(correlationKey && { correlationKey }),
  }
}

/** A text, or the integer part of a number. */
function correlationKeyOf(execution: Execution, expression: Expression, scopeKey: Key): string {
  if (!expression.feel) return expression.text
  const { type, json, warnings } = evaluate(execution, expression, scopeKey)
  if (type === 'STRING') return json as string
  if (type === 'NUMBER') return String(Math.trunc(json as number))
  const message = `Failed to extract the correlation key for '${expression.text}': The value must be either a string or a number, but was '${type}'.`
  // It is mended where it was looked for, which is outside of an activity for what waits on its border.
  throw new Failure('EXTRACT_VALUE_ERROR', withWarnings(message, warnings), scopeKey)
}
