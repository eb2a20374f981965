import type { Key } from '../../protocol/records.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'

/** The node an element instance is an instance of. */
export function nodeOf({ process, state }: Pick<Execution, 'process' | 'state'>, key: Key): ExecutableNode {
  if (key === state.processInstanceKey) return process.root
  const { elementId, type } = state.elements[key]!
  const node = process.nodes.get(elementId)!
  return node.inner && type !== node.type ? node.inner : node
}

/** The node an element is when it begins in this scope: inside a multi-instance body the activity itself, else its body. */
export function nodeInside({ process, state }: Execution, elementId: string, scopeKey: Key): ExecutableNode {
  const node = process.nodes.get(elementId)!
  return node.inner && state.elements[scopeKey]?.elementId === elementId ? node.inner : node
}
