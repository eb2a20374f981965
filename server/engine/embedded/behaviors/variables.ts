import type { Json, Key, Variables } from '../../protocol/records.ts'
import type { Execution } from '../execution.ts'
import type { VariableChange } from '../state/instance-state.ts'
import { lookAtConditions } from './conditions.ts'

/**
 * Merges a document from a scope outwards: a variable that a scope on the way has of its own, with another value, is changed there and goes no further;
 * what arrives at the process is created or changed there. An equal value does not stop the way (ENGINE V3a).
 */
export function mergeVariables(execution: Execution, scopeKey: Key, document: Variables): void {
  const changes: VariableChange[] = []
  let left = Object.entries(document)
  let key = scopeKey
  for (
    let outer = execution.element(key).flowScopeKey;
    outer !== undefined;
    outer = execution.element(key).flowScopeKey
  ) {
    const scope = execution.state.variables[key] ?? {}
    const inner = key
    left = left.filter(([name, value]) => {
      const stops = Object.hasOwn(scope, name) && !isEqual(scope[name]!.value, value)
      if (stops) setVariable(execution, inner, name, value, changes)
      return !stops
    })
    key = outer
  }
  setLocalVariables(execution, key, Object.fromEntries(left), changes)
}

/** Sets variables in exactly this scope. `changes`: what the same document already changed elsewhere. */
export function setLocalVariables(
  execution: Execution,
  scopeKey: Key,
  document: Variables,
  changes: VariableChange[] = [],
): void {
  for (const [name, value] of Object.entries(document)) setVariable(execution, scopeKey, name, value, changes)
  if (changes.length > 0) lookAtConditions(execution, changes)
}

/** Whether two values are the same JSON; the order of members does not count. */
export function isEqual(left: Json, right: Json): boolean {
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  if (Array.isArray(left) || Array.isArray(right))
    return (
      Array.isArray(left) &&
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => isEqual(item, right[index]!))
    )
  const names = Object.keys(left)
  return (
    names.length === Object.keys(right).length &&
    names.every(name => Object.hasOwn(right, name) && isEqual(left[name]!, right[name]!))
  )
}

/** Writing an equal value tells nothing. */
function setVariable(execution: Execution, scopeKey: Key, name: string, value: Json, changes: VariableChange[]): void {
  const scope = execution.state.variables[scopeKey]
  const known = scope && Object.hasOwn(scope, name) ? scope[name] : undefined
  if (known && isEqual(known.value, value)) return
  if (execution.process.hasConditions) changes.push({ scopeKey, name, kind: known ? 'update' : 'create' })
  execution.emit({
    valueType: 'VARIABLE',
    intent: known ? 'UPDATED' : 'CREATED',
    key: known?.key ?? execution.nextKey(),
    value: { name, value, scopeKey },
  })
}
