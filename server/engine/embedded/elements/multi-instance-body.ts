import type { ModdleElement } from '../../../bpmn/index.ts'
import { childrenOf, terminateChildren } from '../behaviors/children.ts'
import { subscribeToBoundaryEvents, unsubscribe } from '../behaviors/event-subscriptions.ts'
import { evaluateList } from '../behaviors/expressions.ts'
import { resolveIncidentsOf } from '../behaviors/incidents.ts'
import {
  fillSlot,
  isEnough,
  type Loop,
  propagateOutput,
  readLoop,
  setLoopVariables,
} from '../behaviors/multi-instance.ts'
import { nodeOf } from '../behaviors/nodes.ts'
import { setLocalVariables } from '../behaviors/variables.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import { defineElement } from './element.ts'

/**
 * An activity that is done once for each item of a list, one after the other or side by side. The body has the events on the border and the flows that
 * lead on; everything else is done by each inner instance, in a scope of its own inside the body (ENGINE M1).
 */
const multiInstanceBody = defineElement<Loop>({
  type: 'MULTI_INSTANCE_BODY',
  waits: true,
  // It opens them itself: after the list was evaluated.
  opensEventsAtStart: true,

  onActivate(execution, node, key) {
    const inputCollection = evaluateList(execution, node.definition.inputCollection, key)
    execution.emit({
      valueType: 'MULTI_INSTANCE',
      intent: 'INPUT_COLLECTION_EVALUATED',
      key,
      value: { inputCollection },
    })
    execution.keep()
    subscribeToBoundaryEvents(execution, node, key)
    return () => {
      const { output, isSequential } = node.definition
      if (output) setLocalVariables(execution, key, { [output.collection]: inputCollection.map(() => null) })
      if (inputCollection.length === 0) execution.schedule({ do: 'complete', key })
      else if (isSequential) beginNext(execution, key)
      else execution.schedule({ do: 'spread', key })
    }
  },

  onSpread(execution, _node, key) {
    const { loopCounter = 0 } = execution.element(key)
    beginNext(execution, key)
    if (loopCounter + 1 < execution.state.collections[key]!.length) execution.schedule({ do: 'spread', key })
  },

  onChildBegins: (execution, { definition }, key, childKey) => setLoopVariables(execution, definition, key, childKey),

  beforeChildCompletes(execution, node, key, childKey) {
    if (node.definition.output) fillSlot(execution, node.definition.output, key, childKey)
    return isEnough(execution, node, key, childKey)
  },

  afterChildCompletes(execution, node, key, isSatisfied) {
    if (isSatisfied) {
      if (!terminateChildren(execution, key)) execution.schedule({ do: 'complete', key })
      return
    }
    const { loopCounter = 0, children } = execution.element(key)
    const isAllBegun = loopCounter >= execution.state.collections[key]!.length
    if (node.definition.isSequential && !isAllBegun) beginNext(execution, key)
    else if (isAllBegun && children === 0) execution.schedule({ do: 'complete', key })
  },

  onComplete(execution, { definition: { output } }, key) {
    for (const child of childrenOf(execution, key)) abandon(execution, child)
    unsubscribe(execution, key)
    propagateOutput(execution, output, key)
  },
})

/** Makes the body of an activity with loop characteristics, around the node as it would be without them. */
export function wrapInBody(node: ExecutableNode, source: ModdleElement): ExecutableNode {
  const loop = readLoop(source)
  if (!loop) return node
  const { id, scopeId, outgoing, boundaryEvents, isInterrupting } = node
  const { eventType, ...inner } = node
  return {
    id,
    type: 'MULTI_INSTANCE_BODY',
    element: multiInstanceBody,
    definition: loop,
    inputs: [],
    outputs: [],
    outgoing,
    isInterrupting,
    isBehindGateway: false,
    isForCompensation: node.isForCompensation,
    ...(node.isForCompensation && { eventType: eventType! }),
    boundaryEvents,
    eventSubProcesses: [],
    ...(scopeId !== undefined && { scopeId }),
    // Of a handler that undoes something, only the body says so.
    inner: { ...(node.isForCompensation ? inner : node), outgoing: [], boundaryEvents: [] },
  }
}

function beginNext(execution: Execution, key: string): void {
  const { elementId } = execution.element(key)
  execution.schedule({ do: 'activate', elementId, flowScopeKey: key })
}

/**
 * The condition can be met while inner instances are still to begin; those that then begin are left behind without a word, as Zeebe leaves them.
 * What they wait for is taken back, so that nobody works in vain.
 */
function abandon(execution: Execution, key: string): void {
  const node = nodeOf(execution, key)
  node.element.onTerminate?.(execution, node, key, false)
  unsubscribe(execution, key)
  resolveIncidentsOf(execution, key)
  for (const child of childrenOf(execution, key)) abandon(execution, child)
}
