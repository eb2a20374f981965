import type { Key, Variables } from '../../protocol/records.ts'
import type { SignalDefinition } from '../event-definitions/signal.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import { given, localVariables } from '../state/variables.ts'
import type { Rows } from '../store.ts'
import { evaluateString } from './expressions.ts'
import { startByEvent } from './start-events.ts'
import { trigger } from './triggers.ts'

/** Gives a signal to everybody who waits for it now, who has waited longest first; start events begin an instance each (ENGINE S1). */
export function broadcast(execution: Execution, signalName: string, variables: Variables | undefined): Key {
  const key = execution.nextKey()
  const value = { signalName, ...given(variables) }
  execution.emitShared({ valueType: 'SIGNAL', intent: 'BROADCASTED', key, value })
  const { store } = execution.world
  const waiting = [
    ...store.startsAwaiting('SIGNAL', signalName).map(row => ({ waiterKey: row.processDefinitionKey, row })),
    ...awaitedHere(execution, signalName),
  ].sort((left, right) => Number(left.waiterKey) - Number(right.waiterKey))
  for (const each of waiting) {
    if ('row' in each) start(execution, each.row, variables)
    else catchSignal(execution, each, variables)
  }
  return key
}

/** A throwing event sends its signal once its own path has gone on; what it mapped for itself goes with it. */
export function throwSignal(execution: Execution, { event }: Pick<ExecutableNode, 'event'>, key: Key): () => void {
  const signalName = evaluateString(execution, (event!.definition as SignalDefinition).signalName, key)
  return () => execution.schedule({ do: 'broadcast', signalName, ...given(localVariables(execution.state, key)) })
}

interface Catch {
  waiterKey: Key
  subscriptionKey: Key
  processInstanceKey: Key
}

/** Rows are written when the act is done: instances at work tell themselves what they wait for. */
function awaitedHere(execution: Execution, signalName: string): Catch[] {
  const atWork = execution.statesAtWork()
  const elsewhere = execution.world.store
    .signalsAwaited(signalName)
    .filter(({ processInstanceKey }) => !atWork.some(state => state.processInstanceKey === processInstanceKey))
  const here = atWork.flatMap(({ processInstanceKey, hold, signalSubscriptions }) =>
    Object.entries(signalSubscriptions)
      .filter(([, value]) => value.signalName === signalName && hold === undefined)
      .map(([subscriptionKey, { catchEventInstanceKey }]) => ({
        ...{ subscriptionKey, processInstanceKey, waiterKey: catchEventInstanceKey! },
      })),
  )
  return [...elsewhere, ...here]
}

function catchSignal(
  execution: Execution,
  { subscriptionKey, processInstanceKey }: Catch,
  variables?: Variables,
): void {
  execution.enter(processInstanceKey)
  const { signalSubscriptions, elements } = execution.state
  const subscription = signalSubscriptions[subscriptionKey]
  if (!subscription) return
  const { catchEventInstanceKey: key, catchEventId } = subscription
  const { isInterrupting, attachedToId, type } = execution.process.nodes.get(catchEventId)!
  const endsWaiting = isInterrupting || (attachedToId === undefined && type !== 'START_EVENT')
  const { state, event } = elements[key!]!
  if (state === 'ACTIVATED' && !(endsWaiting && event)) trigger(execution, key!, catchEventId, variables)
}

function start(execution: Execution, row: Rows['start'], variables: Variables | undefined): void {
  const { processDefinitionKey, elementId } = row
  startByEvent(execution, { processDefinitionKey, processInstanceKey: execution.nextKey(), elementId, variables })
}
