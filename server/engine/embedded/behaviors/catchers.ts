import type { Key, Variables } from '../../protocol/records.ts'
import type { ExecutableNode, ExecutableProcess } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import type { InstanceState } from '../state/instance-state.ts'
import { nodeOf } from './nodes.ts'
import { trigger } from './triggers.ts'

/** What is thrown by a code and caught further out. */
export type Thrown = 'ERROR' | 'ESCALATION'

/** Who catches it, and in which element instance of which process instance it waits. */
export interface Catcher {
  processInstanceKey: Key
  key: Key
  node: ExecutableNode
}

/** One instance on the way outwards. */
interface View {
  state: InstanceState
  process: ExecutableProcess
}

/**
 * The catcher of what an element throws, from it outwards and through the calls: at each scope the event sub-processes in it and the events on its border,
 * an exact code before one for all codes (ENGINE X1, X3).
 */
export function findCatcher(
  execution: Execution,
  elementInstanceKey: Key,
  kind: Thrown,
  code: string,
): Catcher | undefined {
  for (const { view, key, events } of scopesAround(execution, elementInstanceKey)) {
    const matching = events.filter(({ eventType }) => eventType === kind)
    const node = matching.find(event => codeOf(event) === code) ?? matching.find(event => codeOf(event) === undefined)
    if (node) return { processInstanceKey: view.state.processInstanceKey, key, node }
  }
  return undefined
}

/** The codes for which somebody would have caught it. */
export function codesAround(execution: Execution, elementInstanceKey: Key, kind: Thrown): string[] {
  return [...scopesAround(execution, elementInstanceKey)].flatMap(({ events }) =>
    events.filter(({ eventType }) => eventType === kind).flatMap(event => codeOf(event) ?? []),
  )
}

/** Gives what was thrown to its catcher, which may be in an instance further out. */
export function throwTo(execution: Execution, { processInstanceKey, key, node }: Catcher, variables?: Variables): void {
  execution.within(processInstanceKey, () => trigger(execution, key, node.id, variables))
}

/** The scopes from an element outwards that can catch something, as long as they are alive. */
function* scopesAround(
  execution: Execution,
  elementInstanceKey: Key,
): Generator<{ view: View; key: Key; events: ExecutableNode[] }> {
  let view: View = { state: execution.state, process: execution.process }
  let key = elementInstanceKey
  let inside: ExecutableNode | undefined
  for (;;) {
    const node = nodeOf(view, key)
    yield { view, key, events: [...startsIn(view, key, node, inside), ...node.boundaryEvents] }
    inside = node
    const outer = view.state.elements[key]!.flowScopeKey
    const { parent } = view.state
    if (outer === undefined && !parent) return
    if (outer === undefined) view = execution.look(parent!.processInstanceKey)
    key = outer ?? parent!.elementInstanceKey
    if (view.state.elements[key]?.state !== 'ACTIVATED') return
  }
}

/** An event sub-process does not catch what is thrown inside itself, and an interrupted scope starts no other. */
function startsIn(
  { state }: View,
  key: Key,
  { eventSubProcesses }: ExecutableNode,
  inside: ExecutableNode | undefined,
): ExecutableNode[] {
  if (state.elements[key]!.interruptedBy !== undefined) return []
  return eventSubProcesses.filter(({ id }) => id !== inside?.id).map(({ eventStart }) => eventStart!)
}

function codeOf({ event }: ExecutableNode): string | undefined {
  return (event?.definition as { code?: { text: string } } | undefined)?.code?.text
}
