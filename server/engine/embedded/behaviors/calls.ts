import { Failure } from '../../protocol/errors.ts'
import type { ElementValue, Key, Variables } from '../../protocol/records.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import type { InstanceState, Step } from '../state/instance-state.ts'
import { localVariables } from '../state/variables.ts'
import type { Rows } from '../store.ts'
import { remember } from './triggers.ts'
import { setLocalVariables } from './variables.ts'

/** Calls may lie in each other so deep, the first instance counted; more is most likely a process that calls itself for ever. */
const DEEPEST_CALL = 1_000

/** What a call activity says of the variables on the way in and out. */
export interface Propagation {
  /** Whether the called instance gets all the call activity sees, not only its own. */
  allParentVariables: boolean
  /** Whether the caller gets all of the called instance's variables, if nothing is mapped. */
  allChildVariables: boolean
}

/** An instance that is called begins, once the steps before it are taken. Its key stands in the call activity already. */
export function call(
  execution: Execution,
  elementInstanceKey: Key,
  { processDefinitionKey, bpmnProcessId, version }: Rows['process'],
  variables: Variables,
): void {
  const { processInstanceKey: caller, businessId } = execution.state
  const processInstanceKey = execution.element(elementInstanceKey).calledInstanceKey!
  execution.create({ processInstanceKey, processDefinitionKey, bpmnProcessId, version })
  setLocalVariables(execution, processInstanceKey, variables)
  const parent = { processInstanceKey: caller, elementInstanceKey }
  execution.schedule({ do: 'begin', parent, ...(businessId !== undefined && { businessId }) })
  execution.enter(caller)
  execution.keep()
}

/** How the record of a called process names who called it. */
export function callerOf({ parent, businessId }: Extract<Step, { do: 'begin' }>): Partial<ElementValue> {
  const { processInstanceKey: parentProcessInstanceKey, elementInstanceKey: parentElementInstanceKey } = parent
  return {
    parentProcessInstanceKey,
    parentElementInstanceKey,
    ...(businessId !== undefined && { businessId }),
  }
}

/** The instance at work is about to complete: the call activity that waits for it gets its variables. */
export function handOver(execution: Execution): void {
  const { state: called } = execution
  inCaller(execution, key => {
    const node = execution.process.nodes.get(execution.element(key).elementId)!
    const variables = takesResult(node.inner ?? node) && localVariables(called, called.processInstanceKey)
    if (variables) remember(execution, key, { elementId: node.id, variables })
    execution.schedule({ do: 'complete', key })
  })
}

/** Does work in the instance that called the one at work, for the call activity that waits there; if there is one. */
export function inCaller(execution: Execution, work: (elementInstanceKey: Key) => void): void {
  const { parent } = execution.state
  if (parent) execution.within(parent.processInstanceKey, () => work(parent.elementInstanceKey))
}

/** Ends the instance that an ending call activity waits for; answers whether there is one. */
export function terminateCalled(execution: Execution, elementInstanceKey: Key, end: (key: Key) => void): boolean {
  const { calledInstanceKey: key } = execution.element(elementInstanceKey)
  if (key === undefined || !execution.isRunning(key)) return false
  execution.within(key, () => end(key))
  return true
}

/** The instances that called each other down to the one at work, from it up to the root. */
export function callers(execution: Execution): InstanceState[] {
  const chain = [execution.state]
  for (let { parent } = execution.state; parent; parent = chain.at(-1)!.parent)
    chain.push(execution.look(parent.processInstanceKey).state)
  return chain
}

/** A process that calls itself again and again is stopped. */
export function checkDepth(execution: Execution): void {
  if (callers(execution).length < DEEPEST_CALL) return
  throw new Failure(
    'CALLED_ELEMENT_ERROR',
    `The call activity has reached the maximum depth of ${DEEPEST_CALL}. This is likely due to a recursive call. Cancel the root process instance if this was unintentional. Otherwise, consider increasing the maximum depth, or use process instance modification to adjust the process instance.`,
  )
}

/** With output mappings the variables of the called instance are there to be mapped, whatever else is said (ENGINE A3). */
function takesResult({ definition, outputs }: ExecutableNode): boolean {
  return outputs.length > 0 || (definition as { propagation: Propagation }).propagation.allChildVariables
}
