import type { Json, Key } from '../../protocol/records.ts'
import type { ConditionalDefinition } from '../event-definitions/conditional.ts'
import type { Execution } from '../execution.ts'
import type { Expression } from '../expression.ts'
import type { ConditionWait, VariableChange } from '../state/instance-state.ts'
import { findVariable } from '../state/variables.ts'

type Subscription = ConditionWait & { key: Key; depth: number }

/**
 * Looks at every condition that sees one of the changed variables, outer scopes first; each is met once however many of its variables changed.
 * What an interrupting one ends is not looked at any more. Called when the whole document is written; an instance that stands still looks when it goes on.
 */
export function lookAtConditions(execution: Execution, changes: VariableChange[]): void {
  if (execution.state.hold !== undefined) {
    execution.schedule({ do: 'look', changes })
    return
  }
  const ended = new Set<Key>()
  for (const { key, elementId, elementInstanceKey } of waiting(execution)) {
    const { isInterrupting, event } = execution.process.nodes.get(elementId)!
    const { condition, names, changes: kinds } = event!.definition as ConditionalDefinition
    const counts = ({ name, kind, scopeKey: changed }: VariableChange) =>
      names.has(name) && kinds.has(kind) && scopeOf(execution, elementInstanceKey, name) === changed
    if (liesIn(execution, elementInstanceKey, ended) || !changes.some(counts)) continue
    if (!conditionHolds(execution, condition, elementInstanceKey)) continue
    execution.schedule({ do: 'meet', key })
    if (isInterrupting) ended.add(elementInstanceKey)
  }
}

/** Whether a condition holds in a scope. What is no answer (a variable is missing) is no yes, and nothing to mend. */
export function conditionHolds({ state, world }: Execution, condition: Expression, scopeKey: Key): boolean {
  return conditionHoldsOf(world, condition, name => findVariable(state, scopeKey, name)?.value)
}

/** The same over variables of no instance. */
export function conditionHoldsOf(
  { now, zone }: Execution['world'],
  { feel }: Expression,
  variables: (name: string) => Json | undefined,
): boolean {
  const result = feel!.evaluateTyped({ variables, now: () => now, zone, hidesValues: true })
  return result.ok && result.json === true
}

/** Outer ones first; side by side the one that has waited longest. */
function waiting(execution: Execution): Subscription[] {
  return Object.entries(execution.state.conditions)
    .map(([key, value]) => ({ ...value, key, depth: depthOf(execution, value.elementInstanceKey) }))
    .sort((left, right) => left.depth - right.depth || (left.key < right.key ? -1 : 1))
}

function depthOf({ state: { elements } }: Execution, scopeKey: Key): number {
  let depth = 0
  for (let key = elements[scopeKey]?.flowScopeKey; key !== undefined; key = elements[key]?.flowScopeKey) depth++
  return depth
}

/** The scope whose variable of this name is seen from the inner one. */
function scopeOf({ state: { elements, variables } }: Execution, inner: Key, name: string): Key | undefined {
  for (let key: Key | undefined = inner; key !== undefined; key = elements[key]?.flowScopeKey) {
    const scope = variables[key]
    if (scope && Object.hasOwn(scope, name)) return key
  }
  return undefined
}

function liesIn({ state: { elements } }: Execution, inner: Key, scopes: ReadonlySet<Key>): boolean {
  if (scopes.size === 0) return false
  for (let key: Key | undefined = inner; key !== undefined; key = elements[key]?.flowScopeKey)
    if (scopes.has(key)) return true
  return false
}
