import { elementOf, textOf } from '../../../bpmn/index.ts'
import { evaluateString } from '../behaviors/expressions.ts'
import { type Expression, readExpression } from '../expression.ts'
import { defineEvent } from './event-definition.ts'

export interface SignalDefinition {
  signalName: Expression
}

/** Waits for a signal: everybody who waits for one of this name gets it, and it is never kept (ENGINE S1). */
export const signal = defineEvent<SignalDefinition>({
  name: 'SIGNAL',
  places: ['catch', 'boundary', 'event-sub-process', 'start', 'throw', 'end'],
  read: definition => ({ signalName: readExpression(textOf(elementOf(definition, 'signalRef'), 'name') ?? '') }),

  awaitStart: (execution, { signalName }) => ({
    kind: 'SIGNAL',
    name: evaluateString(execution, signalName, undefined),
  }),

  subscribe(execution, { node, key: catchEventInstanceKey, scopeKey }, definition) {
    const signalName = evaluateString(execution, definition.signalName, scopeKey)
    const value = { signalName, catchEventId: node.id, catchEventInstanceKey }
    return () =>
      execution.emit({ valueType: 'SIGNAL_SUBSCRIPTION', intent: 'CREATED', key: execution.nextKey(), value })
  },

  unsubscribe(execution, elementInstanceKey, isMeant = () => true) {
    const open = execution
      .ownedBy('signalSubscriptions', elementInstanceKey)
      .map(key => [key, execution.state.signalSubscriptions[key]!] as const)
      .filter(([, { catchEventId }]) => isMeant(catchEventId))
      .sort(([, left], [, right]) => byName(left.signalName, right.signalName))
    for (const [key, value] of open) execution.emit({ valueType: 'SIGNAL_SUBSCRIPTION', intent: 'DELETED', key, value })
  },
})

/** Zeebe finds the subscriptions of an element by name: shorter ones first. */
function byName(left: string, right: string): number {
  return left.length - right.length || (left < right ? -1 : 1)
}
