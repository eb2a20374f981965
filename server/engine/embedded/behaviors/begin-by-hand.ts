import type { ActivateInstruction } from '../../protocol/commands.ts'
import { CommandRejected, Failure } from '../../protocol/errors.ts'
import type { Key } from '../../protocol/records.ts'
import type { ExecutableNode, ExecutableProcess } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import { innerInstanceId } from './ad-hoc.ts'
import { childrenOf } from './children.ts'
import { subscribeToScopeEvents } from './event-subscriptions.ts'
import { nodeOf } from './nodes.ts'
import { transition } from './transition.ts'
import { setLocalVariables } from './variables.ts'

/** A scope that cannot be chosen: several are open, or it would be a new multi-instance body. The caller words the rejection. */
export class ScopeNotClear extends Error {
  constructor(
    readonly scopeId: string,
    readonly why: 'several' | 'multi-instance',
  ) {
    super(`Expected one scope '${scopeId}', but found ${why}`)
  }
}

/**
 * Begins an element that no flow leads to: scopes around it that are not open are opened, without start event and without mappings; its variables are
 * set first (ENGINE Y1, C4). Answers the scopes around it, the innermost first.
 * @throws ScopeNotClear
 */
export function beginByHand(
  execution: Execution,
  { elementId, ancestorElementInstanceKey, variableInstructions = [] }: ActivateInstruction,
): Key[] {
  const { process, state } = execution
  const levels = levelsAround(process, elementId)
  const chain = chainFrom(execution, ancestorElementInstanceKey ?? state.processInstanceKey)
  const setVariables = (id: string, key: Key) => {
    for (const { scopeId = process.root.id, variables } of variableInstructions)
      if ((scopeId || process.root.id) === id) setLocalVariables(execution, key, variables)
  }
  for (const key of [...chain].reverse()) setVariables(state.elements[key]!.elementId, key)
  const from = levels.findIndex(({ id, type }) => isAt(execution, chain[0]!, id, type)) + 1
  for (const level of levels.slice(from)) {
    const known = ancestorElementInstanceKey === undefined ? openScope(execution, level, chain[0]!) : undefined
    if (known !== undefined) setVariables(level.id, known)
    chain.unshift(known ?? createScope(execution, level, chain[0]!, key => setVariables(level.id, key)))
  }
  const isGiven = variableInstructions.some(({ scopeId }) => scopeId === elementId)
  const key = isGiven ? execution.nextKey() : undefined
  if (key !== undefined) setVariables(elementId, key)
  execution.schedule({ do: 'activate', elementId, flowScopeKey: chain[0]!, ...(key !== undefined && { key }) })
  return chain
}

/** The element instances that are there already and in which an element would begin, the innermost first. */
export function openScopesOf(
  execution: Execution,
  { elementId, ancestorElementInstanceKey }: Pick<ActivateInstruction, 'elementId' | 'ancestorElementInstanceKey'>,
): Key[] {
  const { state, process } = execution
  if (ancestorElementInstanceKey !== undefined && ancestorElementInstanceKey !== state.processInstanceKey)
    return chainFrom(execution, ancestorElementInstanceKey)
  const chain = [state.processInstanceKey]
  if (ancestorElementInstanceKey !== undefined) return chain
  for (const level of levelsAround(process, elementId)) {
    const [known, ...others] = childrenOf(execution, chain[0]!).filter(key =>
      isAt(execution, key, level.id, level.type),
    )
    if (known === undefined || others.length > 0) break
    chain.unshift(known)
  }
  return chain
}

/** The scopes in which an element lies, the outermost first; without the process itself. */
export function levelsAround({ nodes }: ExecutableProcess, elementId: string): ExecutableNode[] {
  const levels: ExecutableNode[] = []
  for (let node = nodes.get(nodes.get(elementId)!.scopeId ?? ''); node; node = nodes.get(node.scopeId ?? '')) {
    const inner = node.inner ?? node
    if (inner.type === 'AD_HOC_SUB_PROCESS') levels.unshift(nodes.get(innerInstanceId(inner.id))!)
    if (node.inner) levels.unshift(inner)
    levels.unshift(node)
  }
  return levels
}

/** Opens a scope as it is: what waits on its border and inside it begins to wait, nothing else happens. */
export function createScope(
  execution: Execution,
  node: ExecutableNode,
  flowScopeKey?: Key,
  prepare?: (key: Key) => void,
): Key {
  if (node.type === 'MULTI_INSTANCE_BODY' || isInnerInstance(execution, node, flowScopeKey))
    throw new ScopeNotClear(node.id, 'multi-instance')
  const key = flowScopeKey === undefined ? execution.state.processInstanceKey : execution.nextKey()
  transition(execution, node, key, 'ELEMENT_ACTIVATING', flowScopeKey)
  prepare?.(key)
  transition(execution, node, key, 'ELEMENT_ACTIVATED', flowScopeKey)
  try {
    subscribeToScopeEvents(execution, node, key)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    throw new CommandRejected(
      'INVALID_ARGUMENT',
      `Expected to subscribe to catch event(s) of '${node.id}' but ${error.message}`,
    )
  }
  return key
}

/** The only open instance of a scope inside another. */
function openScope(execution: Execution, { id, type }: ExecutableNode, flowScopeKey: Key): Key | undefined {
  const open = childrenOf(execution, flowScopeKey).filter(key => isAt(execution, key, id, type))
  if (open.length > 1) throw new ScopeNotClear(id, 'several')
  return open[0]
}

function isAt({ state }: Execution, key: Key, id: string, type: string): boolean {
  const instance = state.elements[key]!
  return instance.elementId === id && instance.type === type
}

function isInnerInstance(execution: Execution, { id }: ExecutableNode, flowScopeKey: Key | undefined): boolean {
  if (flowScopeKey === undefined) return false
  const around = nodeOf(execution, flowScopeKey)
  return around.type === 'MULTI_INSTANCE_BODY' && around.id === id
}

/** An element instance and the scopes around it, the innermost first. */
function chainFrom({ state }: Execution, key: Key): Key[] {
  const chain: Key[] = []
  for (let at: Key | undefined = key; at !== undefined; at = state.elements[at]!.flowScopeKey) chain.push(at)
  return chain
}
