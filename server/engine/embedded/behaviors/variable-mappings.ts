import { Failure } from '../../protocol/errors.ts'
import type { Json, Key, Variables } from '../../protocol/records.ts'
import type { ExecutableNode, Mapping } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import { emptyTable } from '../state/instance-state.ts'
import { findVariable } from '../state/variables.ts'
import { evaluate } from './expressions.ts'
import { mergeVariables, setLocalVariables } from './variables.ts'

/** Input mappings make local variables, before anything else of the element happens. */
export function applyInputMappings(execution: Execution, node: ExecutableNode, key: Key): void {
  const { inputs, element } = node
  if (inputs.length > 0 && element.mapsInputs?.(node) !== false)
    setLocalVariables(execution, key, evaluateMappings(execution, inputs, key, false))
}

/**
 * What an element leaves behind: with output mappings, its result stays local and only their targets are merged outwards;
 * without, the result itself is merged (ENGINE V7–V11).
 */
export function applyOutputMappings(execution: Execution, node: ExecutableNode, key: Key): void {
  const { event, flowScopeKey } = execution.element(key)
  // What happened on the border at the same time came too late.
  const result = node.boundaryEvents.some(({ id }) => id === event?.elementId) ? undefined : event?.variables
  if (node.outputs.length === 0 || node.element.mapsOutputs?.(node) === false) {
    const from = node.element.mergesFrom?.(node) ?? 'own'
    if (result && from !== 'none') mergeVariables(execution, from === 'flow' ? flowScopeKey! : key, result)
    return
  }
  if (result) useResult(execution, node, key, result)
  // What an inner instance maps stays inside it if it has the variable (ENGINE V10).
  const isInner = flowScopeKey !== undefined && execution.element(flowScopeKey).type === 'MULTI_INSTANCE_BODY'
  const from = isInner ? key : (flowScopeKey ?? key)
  mergeVariables(execution, from, evaluateMappings(execution, node.outputs, key, true))
}

/** The result is used up: if a mapping fails, the retry sees the variables as an operator has set them. */
function useResult(execution: Execution, { id }: ExecutableNode, key: Key, result: Variables): void {
  setLocalVariables(execution, key, result)
  const value = { targetElementId: id, scopeKey: key }
  execution.emit({ valueType: 'PROCESS_EVENT', intent: 'TRIGGERED', key: execution.nextKey(), value })
  execution.keep()
}

/** In order; each source sees the targets before it. All or nothing. */
function evaluateMappings(execution: Execution, mappings: Mapping[], key: Key, merges: boolean): Variables {
  const targets: Variables = emptyTable()
  for (const { source, target } of mappings) {
    const value = source.feel ? evaluateSource(execution, mappings, source, key, targets) : source.text
    const [name, ...path] = target as [string, ...string[]]
    const before =
      name in targets ? targets[name] : merges ? findVariable(execution.state, key, name)?.value : undefined
    targets[name] = path.length === 0 ? value : nest(before ?? {}, path, value)
  }
  return targets
}

function evaluateSource(
  execution: Execution,
  mappings: Mapping[],
  source: Mapping['source'],
  key: Key,
  targets: Variables,
): Json {
  try {
    return evaluate(execution, source, key, 'IO_MAPPING_ERROR', targets).json
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    // Zeebe evaluates the mappings of an element as one context, and names it.
    throw new Failure(error.errorType, error.message.replace(`'${source.text}'`, `'${contextOf(mappings)}'`))
  }
}

/** A member of a context; a value that is no context cannot take one and becomes null. */
function nest(value: Json, [name, ...path]: string[], inner: Json): Json {
  if (name === undefined) return inner
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  return { ...value, [name]: nest(value[name] ?? {}, path, inner) }
}

function contextOf(mappings: Mapping[]): string {
  const entries = mappings.map(({ source, target }) =>
    target.reduceRight((inner, name) => (inner === undefined ? name : `${name}:${inner}`), textOf(source)),
  )
  return `{${entries.join(',')}}`
}

function textOf({ feel, text }: Mapping['source']): string {
  return feel ? text : `"${text}"`
}
