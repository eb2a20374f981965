import type { Key } from '../../protocol/records.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import { childrenOf } from './children.ts'

/**
 * Whether a join has what it waits for in a scope: a token on each incoming flow; at an inclusive gateway a token on one of them is enough when nobody
 * can come over the others any more (ENGINE 5.4).
 */
export function mayJoin(execution: Execution, { id, joins, comesFrom }: ExecutableNode, scopeKey: Key): boolean {
  const taken = execution.state.joins[`${scopeKey}/${id}`]
  if (!taken) return false
  const missing = joins!.filter(flow => !(flow in taken))
  return missing.length === 0 || (comesFrom !== undefined && !missing.some(flow => isAwaited(comesFrom.get(flow)!)))

  function isAwaited(nodes: Set<string>): boolean {
    return (
      execution.isAboutToActivate(scopeKey, nodes) ||
      isActive(execution, scopeKey, nodes) ||
      waits(execution, scopeKey, nodes)
    )
  }
}

/**
 * Tokens wait at inclusive joins for somebody who has gone another way meanwhile. Zeebe 8.8 looks only when a token arrives and would leave
 * them for ever; we look again whenever an act has come to rest.
 */
export function fireSettledJoins(execution: Execution): void {
  for (const join of Object.keys(execution.state.joins)) {
    const [scopeKey, id] = split(join)
    const node = execution.process.nodes.get(id)!
    const scope = execution.state.elements[scopeKey]
    if (!node.comesFrom || scope?.state !== 'ACTIVATED' || scope.interruptedBy !== undefined) continue
    if (mayJoin(execution, node, scopeKey))
      execution.schedule({ do: 'activate', elementId: id, flowScopeKey: scopeKey })
  }
}

function isActive(execution: Execution, scopeKey: Key, nodes: Set<string>): boolean {
  return childrenOf(execution, scopeKey).some(key => nodes.has(execution.element(key).elementId))
}

/** Whether a token waits at one of these joins. */
function waits(execution: Execution, scopeKey: Key, nodes: Set<string>): boolean {
  return execution.ownedBy('joins', scopeKey).some(join => nodes.has(split(join)[1]))
}

function split(join: string): [Key, string] {
  const at = join.indexOf('/')
  return [join.slice(0, at), join.slice(at + 1)]
}
