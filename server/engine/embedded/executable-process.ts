import type { BpmnElementType } from '../protocol/records.ts'
import type { Element } from './elements/element.ts'
import type { EventDefinition } from './event-definitions/event-definition.ts'
import type { Expression } from './expression.ts'
import type { ExecutionListeners } from './listeners.ts'

/** A process as it is executed: its structure with everything the elements read from the diagram, FEEL compiled. */
export interface ExecutableProcess {
  bpmnProcessId: string
  name?: string
  versionTag?: string
  /** The process itself, as the outermost scope. */
  root: ExecutableNode
  nodes: Map<string, ExecutableNode>
  /** Whether tokens wait somewhere for whoever may still come; most processes need not look. */
  hasInclusiveJoins: boolean
  /** Whether changes of variables may make something happen. */
  hasConditions: boolean
}

/** One node. `definition` is what its own module read from the diagram (see elements/). */
export interface ExecutableNode<Definition = unknown> {
  id: string
  type: BpmnElementType
  /** NONE is absent; else as records name it: TIMER, MESSAGE, ERROR, TERMINATE … */
  eventType?: string
  element: Element<Definition>
  definition: Definition
  /** What kind of event it is, and what was read of it. */
  event?: ExecutableEvent
  inputs: Mapping[]
  outputs: Mapping[]
  /** Jobs that are done before it is processed, and before it is left; absent if there are none. */
  listeners?: ExecutionListeners
  /** Last in the file first. */
  outgoing: ExecutableFlow[]
  /** Ids of the incoming flows if it has to wait for them. */
  joins?: string[]
  /** Of an inclusive join: incoming flow → the nodes from which a token may come over it. */
  comesFrom?: Map<string, Set<string>>
  attachedToId?: string
  /** Of a catch event: whether an event-based gateway waits for it. */
  isBehindGateway: boolean
  /** Whether, when its event happens, what goes on around it ends. Of boundary events and starts of event sub-processes. */
  isInterrupting: boolean
  /** Whether it undoes what another activity did. */
  isForCompensation: boolean
  /** Of an activity: who undoes it, behind which of its boundary events. */
  compensation?: { boundaryId: string; handlerId: string }
  /** Last in the file first. */
  boundaryEvents: ExecutableNode[]
  /** Of a scope: where it starts without an event. */
  noneStart?: ExecutableNode
  /** Of a scope: its event sub-processes, last in the file first. */
  eventSubProcesses: ExecutableNode[]
  /** Of an event sub-process: the event that starts it. */
  eventStart?: ExecutableNode
  /** Of a multi-instance body: the activity itself, as it is done for each item. */
  inner?: ExecutableNode
  /** Of a link that is thrown: the event where it is caught. */
  linksTo?: string
  /** The id of the node it lies in. */
  scopeId?: string
}

export interface ExecutableEvent<Definition = unknown> {
  kind: EventDefinition<Definition>
  definition: Definition
}

export interface ExecutableFlow {
  id: string
  targetId: string
  condition?: Expression
  isDefault: boolean
  /** The joining gateway it leads to. */
  waitsAt?: string
}

/** `source` is evaluated, its result becomes the variable (or the member of a variable) that `target` names. */
export interface Mapping {
  source: Expression
  target: string[]
}
