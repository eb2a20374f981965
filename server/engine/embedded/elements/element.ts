import type { FlowNode } from '../../../bpmn/index.ts'
import type { BpmnElementType, Key } from '../../protocol/records.ts'
import type { NamedResource } from '../behaviors/bindings.ts'
import type { ExecutableFlow, ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import type { PendingEvent } from '../state/instance-state.ts'

/** One BPMN element: what it reads from the diagram, and what sets it apart when it runs. The lifecycle is the same for all (behaviors/lifecycle.ts). */
export interface Element<Definition = unknown> {
  type: BpmnElementType
  read?(node: FlowNode): Definition
  /** What else that is deployed it names. */
  names?(definition: Definition): NamedResource | undefined
  /** Whether it stays until a command or an event completes it. */
  waits?: boolean | ((node: ExecutableNode<Definition>) => boolean)
  /** Whether it waits for an instance of another process; which one is told when it counts as activated. */
  calls?: boolean
  /** Sub-processes: their boundary events are opened by their start event, together with their event sub-processes. */
  opensEventsAtStart?: boolean
  /** Whether what its start listeners answer is lost: it has no variables. */
  losesListenerResult?: boolean
  /** Whether it waits for its incoming flows: for all of them, or for those over which somebody may still come. */
  joins?: 'all' | 'whoever-comes'
  /** Gateways: which flows to take; decided before it counts as activated, and it is left in the same step. */
  route?(execution: Execution, node: ExecutableNode<Definition>, key: Key): ExecutableFlow[]
  /** First of all, before its input mappings; again after each incident they raise. */
  onEnter?(execution: Execution, node: ExecutableNode<Definition>, key: Key): void
  /** After the input mappings, before it counts as activated. What it returns is done right after. */
  onActivate?(execution: Execution, node: ExecutableNode<Definition>, key: Key): AfterActivation
  /** After the output mappings, before it counts as completed. */
  onComplete?(execution: Execution, node: ExecutableNode<Definition>, key: Key): void
  /** After it counts as completed; instead of taking the outgoing flows. `event` is what completed it, if it was one. */
  afterComplete?(execution: Execution, node: ExecutableNode<Definition>, scopeKey: Key, event?: PendingEvent): void
  /** Bodies: one more inner instance of those that run side by side is to begin. */
  onSpread?(execution: Execution, node: ExecutableNode<Definition>, key: Key): void
  /** Something begins directly inside. */
  onChildBegins?(execution: Execution, node: ExecutableNode<Definition>, key: Key, childKey: Key): void
  /** Something directly inside is about to complete; if this fails, the incident is the child's. Answers whether it was enough. */
  beforeChildCompletes?(
    execution: Execution,
    node: ExecutableNode<Definition>,
    key: Key,
    childKey: Key,
  ): boolean | undefined
  /** Something directly inside has completed; instead of taking its outgoing flows. */
  afterChildCompletes?(
    execution: Execution,
    node: ExecutableNode<Definition>,
    key: Key,
    isSatisfied: boolean | undefined,
  ): void
  /** All that was directly inside has been terminated, but the scope goes on; instead of completing it. */
  afterChildrenTerminate?(execution: Execution, node: ExecutableNode<Definition>, key: Key): void
  /** Takes back what it waits for; `isAtOnce`: nobody is asked first. */
  onTerminate?(execution: Execution, node: ExecutableNode<Definition>, key: Key, isAtOnce: boolean): void
  /** Whether its input mappings count; default: yes. Events that throw without a job have none. */
  mapsInputs?(node: ExecutableNode<Definition>): boolean
  /** Whether its output mappings count; default: yes. */
  mapsOutputs?(node: ExecutableNode<Definition>): boolean
  /** From which scope upwards a result without output mapping is merged: its own (default), the one around it, or none. */
  mergesFrom?(node: ExecutableNode<Definition>): 'own' | 'flow' | 'none'
}

/** What is left to do once the element counts as activated. */
// biome-ignore lint/suspicious/noConfusingVoidType: most elements have nothing to return.
export type AfterActivation = (() => void) | void

/** Keeps the type of the definition between `read` and the rest. */
export function defineElement<Definition>(element: Element<Definition>): Element {
  return element as unknown as Element
}
